#include <algorithm>

#include "core/fifo.h"
#include "core/flow_clock.h"
#include "core/limits_blocks.h"

namespace tollmeter {
namespace {

using Int = Int128;

constexpr Int kNone = 0;

/// Windows that follow each other, given as `Windows`: an end for each moment.
template <class Windows>
class FixedGate : public Gate {
 public:
  FixedGate(const Stream& stream, Windows windows) : calls_(stream.calls), room_(stream.room), windows_(std::move(windows)) {}

  Int next_refused(Int from) override {
    std::int64_t end = window_end(from);
    Int last = calls_.until(end);
    if (from <= full_last_) return from;
    while (last - from + 1 <= room_) {
      if (last >= calls_.last()) return kNone;
      end = window_end(last + 1);
      const std::int64_t fuller = windows_.fuller(calls_, room_, last + 1, end);
      from = (fuller == end ? last : calls_.until(windows_.begin_of(fuller))) + 1;
      end = fuller;
      last = calls_.until(end);
    }
    full_last_ = last;
    return from + room_;
  }
  Int refused_until() const override { return full_last_; }
  // Windows stand on the clock, so this is true on average only.
  void pass(Int from, Int to) override { full_last_ += to - from; }
  // When calls fall into a window counts too.
  bool is_fresh(Int) const override { return false; }

 private:
  // A call at the instant at which a window ends belongs to it.
  std::int64_t window_end(Int call) const { return windows_.end_after(calls_.second_after(call) - 1); }

  const CallClock& calls_;
  Int room_;
  Windows windows_;
  Int full_last_ = 0;  // the last call of the window that is full
};

struct ClockWindows {
  ClockGrid grid;
  std::int64_t end_after(std::int64_t t) const { return grid.end_after(t); }
  std::int64_t begin_of(std::int64_t end) const { return end - grid.seconds; }
  /// The end of the first window from that of call `from` on in which more than `room` may come: those before it that lie in one
  /// piece with it surely fit.
  std::int64_t fuller(const CallClock& calls, Int room, Int from, std::int64_t end) const {
    const Traffic::Piece& piece = calls.traffic().pieces()[calls.piece_of(from)];
    const std::int64_t further = (piece.end.seconds - end) / grid.seconds;
    if (end - grid.seconds < piece.begin.seconds || further < 1) return end;
    const Rational share = calls.total() * piece.weight * grid.seconds / calls.traffic().total_weight();
    const Int least = share.floor().num();  // in each window, or one more
    if (least + 1 <= room) return end + further * grid.seconds;
    if (least > room) return end;
    // Room for the least: the first that takes one more is where the sum has gained one.
    std::int64_t too_few = -1, enough = further;
    while (enough - too_few > 1) {
      const std::int64_t middle = too_few + (enough - too_few) / 2;
      const bool gained = calls.until(end + middle * grid.seconds) - (from - 1) > room * (middle + 1);
      (gained ? enough : too_few) = middle;
    }
    return end + enough * grid.seconds;
  }
};

struct CalendarWindows {
  std::vector<WindowSpan> windows;
  std::int64_t end_after(std::int64_t t) const {
    const auto window = std::upper_bound(windows.begin(), windows.end(), t,
                                         [](std::int64_t at, const WindowSpan& w) { return at < w.end.seconds; });
    return window == windows.end() ? windows.back().end.seconds : window->end.seconds;
  }
  std::int64_t begin_of(std::int64_t end) const { return end; }  // none is passed over
  std::int64_t fuller(const CallClock&, Int, Int, std::int64_t end) const { return end; }
};

class FirstUseGate : public Gate {
 public:
  FirstUseGate(const Stream& stream, std::int64_t seconds) : calls_(stream.calls), room_(stream.room), seconds_(seconds) {}

  Int next_refused(Int from) override {
    if (from < opens_) return from;
    while (from <= calls_.last()) {
      const Int next = std::min(calls_.first_from(from, seconds_), calls_.last() + 1);
      const Int count = next - from;
      if (count > room_) {
        opens_ = next;
        return from + room_;
      }
      const std::size_t piece = calls_.piece_of(from);
      const Int last = calls_.until(calls_.traffic().pieces()[piece].end.seconds);
      from += count * std::max<Int>(1, (last - from) / count);
    }
    return kNone;
  }
  Int refused_until() const override { return opens_ - 1; }
  void pass(Int from, Int to) override { opens_ += to - from; }
  bool is_fresh(Int from) const override { return from >= opens_; }

 private:
  const CallClock& calls_;
  Int room_;
  std::int64_t seconds_;
  Int opens_ = 0;  // the first call after the window that is full
};

/// The last so long at every instant. What was served lies in stretches, each without a gap.
class RollingGate : public Gate {
 public:
  RollingGate(const Stream& stream, std::int64_t seconds) : calls_(stream.calls), room_(stream.room), seconds_(seconds) {
    for (const std::int64_t change : rate_changes(calls_.traffic(), seconds_)) changes_.push_back(calls_.until(change));
  }

  Int next_refused(Int from) override {
    forget(from);
    const Int refused = look(from);
    if (refused != from) {
      served_.push_back({from, (refused == kNone ? calls_.last() : refused - 1)});
      held_ += served_.back().last - from + 1;
    }
    return refused;
  }

  Int refused_until() const override {
    return served_.empty() ? kNone : calls_.first_from(served_.front().first, seconds_) - 1;
  }

  void pass(Int from, Int to) override {
    for (CallRange& stretch : served_) {
      stretch.first += to - from;
      stretch.last += to - from;
    }
  }

  bool is_fresh(Int from) const override {
    return served_.empty() || calls_.first_from(served_.back().last, seconds_) <= from;
  }

 private:
  void forget(Int n) {
    const Int gone = calls_.until(n, -seconds_);
    while (!served_.empty() && served_.front().first <= gone) {
      CallRange& oldest = served_.front();
      held_ -= std::min(oldest.last, gone) - oldest.first + 1;
      oldest.first = gone + 1;
      if (oldest.first <= oldest.last) return;
      served_.pop_front();
    }
  }

  // Served calls in the window that ends with call n, if all from `from` on are.
  Int in_window(Int from, Int n) const {
    const Int gone = calls_.until(n, -seconds_);
    Int count = n - std::max(from - 1, gone) + held_;
    for (const CallRange& stretch : served_) {
      if (stretch.first > gone) break;
      count -= std::min(stretch.last, gone) - stretch.first + 1;
    }
    return count;
  }

  // The count only rises or only falls from call to call, until a rate changes at either end of the window, or a stretch
  // begins or ends to leave it. While it reaches back before `from`, it loses none of the new ones.
  Int look(Int from) const {
    auto change = std::lower_bound(changes_.begin(), changes_.end(), from);
    const Int own_leave = calls_.first_from(from, seconds_);
    auto oldest = served_.begin();
    Int before = room_;  // in the window that ends with the call before
    for (Int a = from; a <= calls_.last();) {
      Int b = calls_.last();
      while (change != changes_.end() && *change < a) ++change;
      if (change != changes_.end()) b = std::min(b, *change);
      if (a < own_leave) b = std::min(b, own_leave - 1);
      const Int gone = calls_.until(a, -seconds_);
      while (oldest != served_.end() && oldest->last <= gone) ++oldest;
      if (oldest != served_.end()) {
        b = std::max(a, std::min(b, calls_.first_from(oldest->first > gone ? oldest->first : oldest->last, seconds_) - 1));
      }
      if (before >= room_ && in_window(from, a) > room_) return a;
      before = in_window(from, b);
      if (before > room_) return halve(from, a, b, before);
      a = b + 1;
    }
    return kNone;
  }

  // `good` fits, and with `bad` there are `most`, too many. While both ends of the window see one rate, the count rises by a share
  // of a call with each: the first guess is mostly next to the answer.
  Int halve(Int from, Int good, Int bad, Int most) const {
    const Int least = in_window(from, good);
    const Int guess = good + (room_ - least) * (bad - good) / (most - least);
    for (const Int near : {guess - 1, guess + 2}) {
      if (near > good && near < bad) (in_window(from, near) > room_ ? bad : good) = near;
    }
    while (bad - good > 1) {
      const Int middle = (good + bad) / 2;
      (in_window(from, middle) > room_ ? bad : good) = middle;
    }
    return bad;
  }

  const CallClock& calls_;
  Int room_;
  std::int64_t seconds_;
  std::vector<Int> changes_;  // calls until a rate changes at either end of the window
  Fifo<CallRange> served_;
  Int held_ = 0;  // calls in them
};

/// See limits_bucket.cpp: what is owed rises with each call served and falls as it flows.
class BucketGate : public Gate {
 public:
  BucketGate(const CallBucket& bucket, const CallClock& calls)
      : flow_(calls, bucket.flow, {bucket.most, bucket.size * (1 - bucket.start)}),
        calls_(calls),
        one_(flow_.one()),
        rate_(bucket.flow),
        most_(flow_.level(bucket.most)),
        owed_(flow_.level(bucket.size * (1 - bucket.start))) {}

  Int next_refused(Int from) override {
    const std::vector<Traffic::Piece>& pieces = calls_.traffic().pieces();
    while (from <= calls_.last()) {
      const Traffic::Piece& piece = pieces[calls_.piece_of(from)];
      const Int last = calls_.until(piece.end.seconds);
      flow_until(from);
      const Int between = flow_.between(piece);
      if (owed_ + one_ > most_) {
        const Int over = owed_ + one_ - most_;
        refused_until_ = std::min(last, surely_refused(from, over, between));
        return from;
      }
      const Int rises = one_ - between;
      if (rises > 0) {
        const Int first = from + floor_of(most_ - owed_ - one_, rises) + 1;
        if (first <= last) {
          owed_ = owed_ + rises * (first - from);
          at_ = flow_.by(first);
          refused_until_ = first;
          return first;
        }
      }
      const Int rest = owed_ + one_ + rises * (last - from);
      owed_ = rest < one_ ? one_ : rest;
      at_ = flow_.by(last);
      from = last + 1;
    }
    return kNone;
  }
  Int refused_until() const override { return refused_until_; }
  void pass(Int from, Int to) override { at_ = at_ + (flow_.by(to) - flow_.by(from)); }
  bool is_fresh(Int from) const override { return owed_ - (flow_.by(from) - at_) <= 0; }

 private:
  void flow_until(Int call) {
    const Int by = flow_.by(call);
    const Int left = owed_ - (by - at_);
    owed_ = left < 0 ? 0 : left;
    at_ = by;
  }

  Int surely_refused(Int from, Int over, Int between) const {
    if (between > 0) return from - floor_of(-over, between) - 1;
    // Calls come so fast that nothing that counts flows in between two of them, or nothing flows in at all.
    const std::int64_t month = calls_.traffic().end().seconds - calls_.traffic().begin().seconds;
    const Rational seconds = flow_.calls(over) / rate_;
    if (!(seconds < month)) return calls_.last();
    return std::max(from, calls_.first_from(from, seconds.to_int64()) - 1);
  }

  FlowClock flow_;
  const CallClock& calls_;
  Int one_;
  Rational rate_;  // calls a second
  Int most_;
  Int owed_;
  Int at_ = 0;  // what had flowed when so much was owed
  Int refused_until_ = 0;
};

}  // namespace

std::unique_ptr<Gate> fixed_gate(const Stream& stream, const ClockGrid& grid) {
  return std::make_unique<FixedGate<ClockWindows>>(stream, ClockWindows{grid});
}

std::unique_ptr<Gate> fixed_gate(const Stream& stream, std::vector<WindowSpan> windows) {
  return std::make_unique<FixedGate<CalendarWindows>>(stream, CalendarWindows{std::move(windows)});
}

std::unique_ptr<Gate> first_use_gate(const Stream& stream, std::int64_t seconds) {
  return std::make_unique<FirstUseGate>(stream, seconds);
}

std::unique_ptr<Gate> rolling_gate(const Stream& stream, std::int64_t seconds) {
  return std::make_unique<RollingGate>(stream, seconds);
}

std::unique_ptr<Gate> bucket_gate(const CallBucket& bucket, const CallClock& calls) {
  return std::make_unique<BucketGate>(bucket, calls);
}

}  // namespace tollmeter
