#include <algorithm>

#include "core/fifo.h"
#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

// Calls that do not fit wait in the order in which they came, and are served as soon as a window has room.
class Queue {
 public:
  Queue(const Stream& stream, const Waiting& waiting)
      : calls_(stream.calls), room_(stream.room), waiting_(waiting) {}

  QueueRun run(const std::vector<WindowSpan>& windows) {
    for (const WindowSpan& window : windows) {
      const Int room = room_ - serve(window.begin.seconds);
      take(window, room);
    }
    const std::int64_t end = windows.back().end.seconds;
    const std::int64_t length = end - windows.back().begin.seconds;
    serve(end);
    drain(end + length, length);
    QueueRun out;
    out.refused = whole(refused_);
    out.delayed = whole(delayed_);
    out.longest_wait = longest_wait_;
    return out;
  }

 private:
  // Those that waited, at the begin of a window; returns how many.
  Int serve(std::int64_t at) {
    Int served = 0;
    while (!queue_.empty() && served < room_) {
      CallRange& range = queue_.front();
      note_wait(range.first, at);
      const Int count = std::min(range.last - range.first + 1, room_ - served);
      served += count;
      delayed_ += count;
      range.first += count;
      // One that comes as the window ends is served as the next begins.
      if (range.first - 1 >= calls_.first_from(at)) delayed_ -= 1;
      if (range.first > range.last) queue_.pop_front();
    }
    length_ -= served;
    return served;
  }

  // Waits are compared by whole seconds first: the exact instant of a call costs more.
  void note_wait(Int call, Int until) {
    if (until - calls_.second_after(call) < longest_seconds_) return;
    longest_wait_ = max(longest_wait_, whole(until) - calls_.instant(call));
    longest_seconds_ = longest_wait_.floor().num();
  }

  // Calls that come in the window: the first `room` are served at once.
  void take(const WindowSpan& window, Int room) {
    const Int last = calls_.until(window.end.seconds);
    Int n = std::min(last + 1, come_ + room + 1);
    const std::int64_t length = window.end.seconds - window.begin.seconds;
    while (n <= last) {
      // The next free place is in the window that begins then.
      const Int full = length_ / room_;
      Int from = n;
      if (waiting_.most > 0) {
        const Rational soonest = whole(full) * length + window.end.seconds - waiting_.most;
        const bool never = soonest > calls_.traffic().end().seconds;
        from = std::max(n, std::min(last + 1, never ? last + 1 : calls_.first_from(soonest.to_int64())));
      }
      refused_ += from - n;
      const Int until = waiting_.most > 0 ? std::min(last, from + (full + 1) * room_ - length_ - 1) : last;
      if (until >= from) {
        queue_.push_back({from, until});
        length_ += until - from + 1;
      }
      n = std::max(from, until + 1);
    }
    come_ = last;
  }

  // What still waits when the month is over is served in the windows that follow. The wait of the first of a window
  // rises or falls evenly while those calls came at one rate: its most stands where a rate changes.
  void drain(std::int64_t begin, std::int64_t length) {
    std::vector<Int> ends;  // the last calls of pieces of traffic
    for (const Traffic::Piece& piece : calls_.traffic().pieces()) ends.push_back(calls_.until(piece.end.seconds));
    Int served = 0;
    for (const CallRange& range : queue_) {
      const auto note = [&](Int call) {
        if (call < range.first || call > range.last) return;
        const Int group = (served + call - range.first) / room_;
        // The first of its window, and of the next.
        for (const Int g : {group, group + 1}) {
          const Int first = std::max(range.first, range.first + g * room_ - served);
          if (first <= range.last) note_wait(first, begin + g * length);
        }
      };
      note(range.first);
      note(range.last);
      auto end = std::lower_bound(ends.begin(), ends.end(), range.first);
      for (; end != ends.end() && *end <= range.last; ++end) {
        note(*end);
        note(*end + 1);
      }
      served += range.last - range.first + 1;
    }
    delayed_ += served;
  }

  const CallClock& calls_;
  Int room_;
  const Waiting& waiting_;
  Fifo<CallRange> queue_;
  Int length_ = 0;  // of the queue, in calls
  Int come_ = 0;    // calls before the window at hand
  Int refused_ = 0, delayed_ = 0;
  Rational longest_wait_;
  Int longest_seconds_ = 0;  // of it, whole ones
};

}  // namespace

QueueRun run_queue(const Stream& stream, const std::vector<WindowSpan>& windows, const Waiting& waiting) {
  return Queue(stream, waiting).run(windows);
}

}  // namespace tollmeter
