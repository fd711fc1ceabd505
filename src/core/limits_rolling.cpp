#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// The month's calls on a scale on which every instant is a whole number, since a rolling window asks for thousands of
// them a frame: with p/q calls in the month the unit is 1/p of a second, counted from the cycle's begin.
class Scale {
 public:
  Scale(const Rational& calls, const Traffic& traffic)
      : unit_(calls.num()), per_call_(calls.den() * traffic.total_weight()), zero_(traffic.begin()) {
    std::int64_t before = 0;
    for (const Traffic::Piece& piece : traffic.pieces()) {
      if (piece.weight == 0) continue;
      busy_.push_back(
          {seconds(piece.begin.seconds - zero_.seconds), seconds(piece.end.seconds - zero_.seconds), seconds(before)});
      before += piece.end.seconds - piece.begin.seconds;
    }
  }

  // Whether all products stay within 128 bits, for windows up to a year.
  static bool holds(const Rational& calls) {
    constexpr std::int64_t kTwoYears = 2 * 366 * 86400;
    return ((Rational::fraction(calls.num(), 1) + Rational::fraction(calls.den(), 1)) * kTwoYears).ok();
  }

  Int seconds(std::int64_t n) const { return unit_ * n; }

  Int instant(Int call) const {
    const Int target = call * per_call_;
    const auto after =
        std::lower_bound(busy_.begin(), busy_.end(), target, [](const Busy& b, Int at) { return b.before < at; });
    const Busy& piece = *std::prev(after);
    return piece.begin + (target - piece.before);
  }

  // How many calls have come by t, t included.
  Int come_by(Int t) const {
    const auto after =
        std::lower_bound(busy_.begin(), busy_.end(), t, [](const Busy& b, Int at) { return b.begin < at; });
    if (after == busy_.begin()) return 0;
    const Busy& piece = *std::prev(after);
    return quotient(piece.before + (std::min(t, piece.end) - piece.begin));
  }

  // The last call of the busy piece in which a call at t happens.
  Int piece_last(Int t) const {
    const auto piece =
        std::lower_bound(busy_.begin(), busy_.end(), t, [](const Busy& b, Int at) { return b.end < at; });
    return quotient(piece->before + (piece->end - piece->begin));
  }

  std::vector<Int> piece_ends() const {
    std::vector<Int> ends;
    for (const Busy& piece : busy_) ends.push_back(piece.end);
    return ends;
  }

  Rational since_1970(Int t) const { return Rational(zero_.seconds) + Rational::fraction(t, unit_); }

 private:
  struct Busy {
    Int begin, end, before;
  };

  // 128-bit division is a slow library call in wasm.
  Int quotient(Int weight) const {
    if (weight >> 63 == 0 && per_call_ >> 63 == 0) {
      return static_cast<std::int64_t>(weight) / static_cast<std::int64_t>(per_call_);
    }
    return weight / per_call_;
  }

  Int unit_;
  Int per_call_;
  Instant zero_;
  std::vector<Busy> busy_;
};

// Admitted calls are kept as ranges. Relies on Traffic's one rate: pieces are idle or busy.
class RollingLog {
 public:
  RollingLog(const Stream& stream, std::int64_t seconds)
      : scale_(stream.calls.total(), stream.calls.traffic()),
        length_(scale_.seconds(seconds)),
        last_(stream.calls.last()) {
    const Int fullest = busiest();
    run_.asked = Rational::fraction(last_, 1);
    run_.busiest = Rational::fraction(fullest, 1);
    if (fullest <= stream.room) return;
    room_ = stream.room;
    admit();
  }

  const WindowRun& run() const { return run_; }

 private:
  // The first call at or after t.
  Int first_from(Int t) const {
    const Int by = scale_.come_by(t);
    return by > 0 && scale_.instant(by) == t ? by : by + 1;
  }

  // While calls come, they come at least as fast as calls leave the window, so its count never falls before
  // the last call of a piece.
  Int busiest() const {
    Int fullest = 0;
    for (const Int end : scale_.piece_ends()) {
      const Int call = scale_.come_by(end);
      if (call >= 1) fullest = std::max(fullest, call - scale_.come_by(scale_.instant(call) - length_));
    }
    return fullest;
  }

  // Call k of those admitted comes as soon as call k - room has left the window, and after call k - 1. The
  // admitted calls are kept as runs; a run is carried over the window's length as a whole.
  void admit() {
    runs_ = {{1, room_}};
    admitted_ = room_;
    leaves_ = 1;
    while (runs_.back().last < last_ && step()) {
    }
    run_.refused = Rational::fraction(last_ - admitted_, 1);
  }

  // False when no later call of the month is admitted.
  bool step() {
    const Int previous = runs_.back().last;
    while (leaves_ > runs_[source_].last) leaves_ = runs_[++source_].first;
    const Int leaving = scale_.instant(leaves_);
    const Int free = first_from(leaving + length_);
    const Int start = std::max(previous + 1, free);
    if (start > previous + 1) note_first_refusal(previous, leaving + length_);
    if (start > last_) return false;

    const Int piece_last = scale_.piece_last(leaving);
    if (run_.first_refused && start == free && previous + (free - leaves_) <= piece_last) {
      const Int period = free - leaves_;
      repeat(period, (piece_last - previous) / period);
      return true;
    }

    // Within a piece the calls that leave follow each other as fast as any can come: from the first successor
    // on, theirs are consecutive too.
    const Int last = std::min(runs_[source_].last, piece_last);
    const Int end = std::min(start + (last - leaves_), last_);
    if (start == previous + 1) {
      runs_.back().last = end;
    } else {
      runs_.push_back({start, end});
    }
    admitted_ += end - start + 1;
    leaves_ = last + 1;
    return true;
  }

  // Within one piece the admitted calls of a full window come again `period` calls later, over and over.
  void repeat(Int period, Int times) {
    runs_[source_].first = leaves_;
    for (std::size_t i = source_; i < runs_.size(); ++i) {
      runs_[i].first += period * times;
      runs_[i].last += period * times;
    }
    leaves_ += period * times;
    admitted_ += room_ * times;
  }

  void note_first_refusal(Int last_admitted, Int left) {
    if (run_.first_refused) return;
    run_.used_up = scale_.since_1970(scale_.instant(last_admitted));
    run_.first_refused = scale_.since_1970(scale_.instant(last_admitted + 1));
    run_.frees = Instant{scale_.since_1970(left).ceil().to_int64()};
  }

  Scale scale_;
  Int length_;
  Int last_;  // the number of the last call
  Int room_ = 0;
  std::vector<CallRange> runs_;
  std::size_t source_ = 0;  // the run that holds `leaves_`
  Int leaves_ = 0;          // the admitted call whose leaving admits the next
  Int admitted_ = 0;
  WindowRun run_;
};

}  // namespace

WindowRun run_rolling(const Stream& stream, std::int64_t seconds) {
  if (!Scale::holds(stream.calls.total())) {
    WindowRun run;
    run.asked = run.busiest = run.refused = Rational::overflow();
    return run;
  }
  return RollingLog(stream, seconds).run();
}

}  // namespace tollmeter
