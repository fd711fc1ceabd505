#include <algorithm>
#include <deque>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

// Calls that do not fit wait in the order in which they came, and are served as soon as a window has room.
class Queue {
 public:
  Queue(const Stream& stream, const Waiting& waiting, const Traffic& traffic)
      : stream_(stream), waiting_(waiting), traffic_(traffic) {}

  QueueRun run(const std::vector<WindowSpan>& windows) {
    for (const WindowSpan& window : windows) {
      const Rational room = stream_.room - serve(window.begin);
      take(window, room);
    }
    const Instant end = windows.back().end;
    const std::int64_t length = end.seconds - windows.back().begin.seconds;
    serve(end);
    drain(Instant{end.seconds + length}, length);
    return run_;
  }

 private:
  struct Range {
    Rational first, last;
  };

  // Those that waited, at the begin of a window; returns how many.
  Rational serve(Instant at) {
    Rational served = 0;
    while (!queue_.empty() && served < stream_.room) {
      Range& range = queue_.front();
      note_wait(range.first, at.seconds);
      const Rational count = min(range.last - range.first + 1, stream_.room - served);
      served += count;
      run_.delayed += count;
      range.first += count;
      // One that comes as the window ends is served as the next begins.
      if (traffic_.instant_of(stream_.calls, range.first - 1) == at.seconds) run_.delayed -= 1;
      if (range.first > range.last) queue_.pop_front();
    }
    length_ -= served;
    return served;
  }

  void note_wait(const Rational& call, const Rational& until) {
    run_.longest_wait = max(run_.longest_wait, until - traffic_.instant_of(stream_.calls, call));
  }

  // Calls that come in the window: the first `room` are served at once.
  void take(const WindowSpan& window, const Rational& room) {
    const Rational last = traffic_.calls_until(stream_.calls, window.end);
    Rational n = min(last + 1, come_ + room + 1);
    const std::int64_t length = window.end.seconds - window.begin.seconds;
    while (n <= last) {
      // The next free place is in the window that begins then.
      const Rational full = (length_ / stream_.room).floor();
      const Rational begins = Rational(window.end.seconds) + full * length;
      Rational from = n;
      if (waiting_.most > 0) from = max(n, min(last + 1, first_from(begins - waiting_.most)));
      run_.refused += from - n;
      const Rational until =
          waiting_.most > 0 ? min(last, from + (full + 1) * stream_.room - length_ - 1) : last;
      if (until >= from) {
        queue_.push_back({from, until});
        length_ += until - from + 1;
      }
      n = max(from, until + 1);
    }
    come_ = last;
  }

  // What still waits when the month is over is served in the windows that follow. The wait of the first of a window
  // rises or falls evenly while those calls came at one rate: its most stands where a rate changes.
  void drain(Instant begin, std::int64_t length) {
    Rational served = 0;
    for (const Range& range : queue_) {
      std::vector<Rational> calls = {range.first, range.last};
      for (const Traffic::Piece& piece : traffic_.pieces()) {
        const Rational last = traffic_.calls_until(stream_.calls, piece.end);
        calls.push_back(last);
        calls.push_back(last + 1);
      }
      for (const Rational& call : calls) {
        if (call < range.first || call > range.last) continue;
        const Rational place = served + call - range.first;
        const Rational group = (place / stream_.room).floor();
        // The first of its window, and of the next.
        for (const Rational& g : {group, group + 1}) {
          const Rational first = max(range.first, range.first + g * stream_.room - served);
          if (first <= range.last) note_wait(first, Rational(begin.seconds) + g * length);
        }
      }
      served += range.last - range.first + 1;
    }
    run_.delayed += served;
  }

  // The first call at or after t.
  Rational first_from(const Rational& t) const {
    const Rational last = traffic_.calls_until(stream_.calls, t);
    return last >= 1 && traffic_.instant_of(stream_.calls, last) == t ? last : last + 1;
  }

  const Stream& stream_;
  const Waiting& waiting_;
  const Traffic& traffic_;
  std::deque<Range> queue_;
  Rational length_;  // of the queue, in calls
  Rational come_;    // calls before the window at hand
  QueueRun run_;
};

}  // namespace

QueueRun run_queue(const Stream& stream, const std::vector<WindowSpan>& windows, const Waiting& waiting,
                   const Traffic& traffic) {
  return Queue(stream, waiting, traffic).run(windows);
}

}  // namespace tollmeter
