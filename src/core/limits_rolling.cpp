#include "core/limits_windows.h"

namespace tollmeter {
namespace {

// Consecutive admitted calls, first and last included.
struct Run {
  Rational first, last;
};

// Relies on Traffic's one rate: pieces are idle or busy.
class RollingLog {
 public:
  RollingLog(const Stream& stream, std::int64_t seconds, const Traffic& traffic)
      : stream_(stream), length_(seconds), traffic_(traffic), last_(stream.calls.floor()) {
    run_.asked = last_;
  }

  WindowRun run() {
    run_.busiest = busiest();
    if (run_.busiest > stream_.room) admit();
    return run_;
  }

 private:
  Rational instant(Rational call) const { return traffic_.instant_of(stream_.calls, call); }

  Rational come_by(Rational t) const {
    return (stream_.calls * traffic_.weight_until(t) / traffic_.total_weight()).floor();
  }

  // The first call at or after t.
  Rational first_from(Rational t) const {
    const Rational by = come_by(t);
    return by > 0 && instant(by) == t ? by : by + 1;
  }

  // The end of the piece in which a call at t happens.
  Rational piece_end(Rational t) const {
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      if (piece.end.seconds >= t) return piece.end.seconds;
    }
    return traffic_.end().seconds;
  }

  // While calls come, they come at least as fast as calls leave the window, so its count never falls before
  // the last call of a piece.
  Rational busiest() const {
    Rational fullest;
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      if (piece.weight == 0) continue;
      const Rational call = come_by(piece.end.seconds);
      if (call >= 1) fullest = max(fullest, call - come_by(instant(call) - length_));
    }
    return fullest;
  }

  // Call k of those admitted comes as soon as call k - room has left the window, and after call k - 1. The
  // admitted calls are kept as runs; a run is carried over the window's length as a whole.
  void admit() {
    runs_ = {{1, stream_.room}};
    admitted_ = stream_.room;
    leaves_ = 1;
    while (step()) {
    }
    run_.refused = last_ - admitted_;
  }

  bool step() {
    const Rational previous = runs_.back().last;
    if (!(previous < last_)) return false;
    while (leaves_ > runs_[source_].last) leaves_ = runs_[++source_].first;
    const Rational left = instant(leaves_) + length_;
    const Rational free = first_from(left);
    const Rational start = max(previous + 1, free);
    if (start > previous + 1) note_first_refusal(previous, left);
    if (!(start <= last_)) return false;

    const Rational piece_last = come_by(piece_end(instant(leaves_)));
    if (run_.first_refused && start == free) {
      repeat(free - leaves_, ((piece_last - previous) / (free - leaves_)).floor());
      if (runs_.back().last != previous) return true;
    }

    // Within a piece the calls that leave follow each other as fast as any can come: from the first successor
    // on, theirs are consecutive too.
    const Rational last = min(runs_[source_].last, piece_last);
    if (!(last >= leaves_)) return false;
    const Rational end = min(start + (last - leaves_), last_);
    if (start == previous + 1) {
      runs_.back().last = end;
    } else {
      runs_.push_back({start, end});
    }
    admitted_ += end - start + 1;
    leaves_ = last + 1;
    return true;
  }

  // Within one rate the admitted calls of a full window come again `period` calls later, over and over.
  void repeat(Rational period, Rational times) {
    if (!(times >= 1)) return;
    const Rational shift = period * times;
    runs_[source_].first = leaves_;
    for (std::size_t i = source_; i < runs_.size(); ++i) {
      runs_[i].first += shift;
      runs_[i].last += shift;
    }
    leaves_ += shift;
    admitted_ += stream_.room * times;
  }

  void note_first_refusal(Rational last_admitted, Rational left) {
    if (run_.first_refused) return;
    run_.used_up = instant(last_admitted);
    run_.first_refused = instant(last_admitted + 1);
    run_.frees = Instant{left.ceil().to_int64()};
  }

  const Stream& stream_;
  std::int64_t length_;
  const Traffic& traffic_;
  Rational last_;  // the number of the last call
  std::vector<Run> runs_;
  std::size_t source_ = 0;  // the run that holds `leaves_`
  Rational leaves_;         // the admitted call whose leaving admits the next
  Rational admitted_;
  WindowRun run_;
};

}  // namespace

WindowRun run_rolling(const Stream& stream, std::int64_t seconds, const Traffic& traffic) {
  return RollingLog(stream, seconds, traffic).run();
}

}  // namespace tollmeter
