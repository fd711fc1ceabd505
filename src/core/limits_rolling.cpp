#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

// Consecutive admitted calls, first and last included.
struct Run {
  Rational first, last;
};

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

  const Traffic::Piece& piece_at(Rational t) const {
    const auto& pieces = traffic_.pieces();
    const auto at = std::lower_bound(pieces.begin(), pieces.end(), t,
                                     [](const Traffic::Piece& p, Rational x) { return p.end.seconds < x; });
    return at == pieces.end() ? pieces.back() : *at;
  }

  // The window's weight changes linearly between those of its positions at which one of its ends meets a
  // change of rate, so one of these is the fullest, and only the calls next to them can be the fullest count.
  Rational busiest() const {
    std::vector<std::int64_t> positions;
    std::int64_t heaviest = 0;
    for (const Traffic::Piece& piece : traffic_.pieces()) {
      if (piece.weight == 0) continue;
      for (const Instant edge : {piece.begin, piece.end}) {
        for (const std::int64_t at : {edge.seconds, edge.seconds + length_}) {
          positions.push_back(at);
          heaviest = std::max(heaviest, traffic_.weight_until(Instant{at}) -
                                            traffic_.weight_until(Instant{at - length_}));
        }
      }
    }
    const Rational most =
        min(last_, (stream_.calls * heaviest / traffic_.total_weight()).ceil());
    Rational fullest;
    for (const std::int64_t at : positions) {
      const Rational come = come_by(at);
      for (const Rational call : {come, come + 1}) {
        if (call < 1 || call > last_) continue;
        fullest = max(fullest, call - come_by(instant(call) - length_));
      }
      if (fullest >= most) break;
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
    if (run_.first_refused || runs_.back().last < last_) {
      run_.refused = last_ - admitted_;
    }
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

    const Traffic::Piece& piece = piece_at(instant(leaves_));
    const Rational piece_last = come_by(piece.end.seconds);
    if (run_.first_refused && start == free && previous <= piece_last && left <= piece.end.seconds) {
      repeat(free - leaves_, ((piece_last - previous) / (free - leaves_)).floor());
      if (runs_.back().last != previous) return true;
    }

    // As far as neither the leaving calls nor their successors meet a change of rate, the one are the others
    // carried on by a fixed number of calls.
    const Rational carried_last = come_by(Rational(piece_at(left).end.seconds) - length_);
    const Rational last = min(runs_[source_].last, min(piece_last, carried_last));
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
