#include "core/traffic.h"

#include <algorithm>
#include <numeric>

namespace tollmeter {
namespace {

using Piece = Traffic::Piece;

constexpr int kHour = 3600;

void append(std::vector<Piece>& pieces, const Piece& piece) {
  if (!pieces.empty() && pieces.back().weight == piece.weight) {
    pieces.back().end = piece.end;
  } else {
    pieces.push_back(piece);
  }
}

// Hour by hour of the zone's clock: an hour that a change of the clock skips has no calls, one that it repeats has
// them twice.
std::vector<Piece> weekly_pieces(const Cycle& cycle, const std::string& week, const ZoneEntry* zone) {
  std::vector<Piece> pieces;
  const Instant end = start_of(cycle.end);
  std::optional<Instant> change = zone ? next_change(*zone, start_of(cycle.start)) : std::nullopt;
  for (Instant at = start_of(cycle.start); at < end;) {
    if (change && *change <= at) change = next_change(*zone, at);
    const Instant local{at.seconds + (zone ? offset_at(*zone, at) : 0)};
    const std::int64_t into_day = local.seconds - start_of(date_of(local)).seconds;
    Instant next{at.seconds + kHour - into_day % kHour};
    if (change) next = std::min(next, *change);
    const std::int64_t hour = date_of(local).weekday() * 24 + into_day / kHour;
    append(pieces, {at, std::min(next, end), week[static_cast<std::size_t>(hour)] - '0'});
    at = next;
  }
  return pieces;
}

// With b seconds of the month's T in bursts, T - b a second in a burst and what is left of the average outside make a
// burst `times` the average; where bursts take all there is, nothing comes outside.
std::vector<Piece> burst_pieces(const Cycle& cycle, const Bursts& bursts, const ZoneEntry* zone) {
  const Instant end = start_of(cycle.end);
  std::vector<Piece> pieces;
  std::int64_t in_bursts = 0;
  Instant quiet = start_of(cycle.start);
  for (int i = 0; i < bursts.count; ++i) {
    const Date day = cycle.start + (2 * i + 1) * cycle.days() / (2 * bursts.count);
    const Instant noon = clock_time(day, 12 * kHour, zone);
    const Instant begin = std::clamp(noon, quiet, end);
    const Instant over = std::clamp(Instant{noon.seconds + bursts.minutes * 60}, begin, end);
    if (quiet < begin) pieces.push_back({quiet, begin, 0});
    if (begin < over) pieces.push_back({begin, over, 1});
    in_bursts += over.seconds - begin.seconds;
    quiet = over;
  }
  if (quiet < end) pieces.push_back({quiet, end, 0});
  const std::int64_t month = end.seconds - start_of(cycle.start).seconds;
  const std::int64_t burst = bursts.times * (month - in_bursts);
  const std::int64_t rest = std::max<std::int64_t>(0, month - bursts.times * in_bursts);
  for (Piece& piece : pieces) piece.weight = piece.weight == 1 ? burst : rest;
  return pieces;
}

std::vector<Piece> pieces_of(const Cycle& cycle, const TrafficPattern& pattern, Zones zones) {
  if (pattern.shape == Shape::even) return {{start_of(cycle.start), start_of(cycle.end), 1}};
  const ZoneEntry* zone = find_zone(zones, pattern.zone);
  return pattern.shape == Shape::bursts ? burst_pieces(cycle, pattern.bursts, zone)
                                        : weekly_pieces(cycle, week_of(pattern), zone);
}

}  // namespace

Traffic::Traffic(const Cycle& cycle, const TrafficPattern& pattern, Zones zones)
    : pieces_(pieces_of(cycle, pattern, zones)) {
  measure();
}

Traffic::Traffic(const Traffic& month, Instant from, Instant to) {
  for (const Piece& piece : month.pieces_) {
    const Piece clipped{std::max(piece.begin, from), std::min(piece.end, to), piece.weight};
    if (clipped.begin < clipped.end) pieces_.push_back(clipped);
  }
  measure();
}

void Traffic::measure() {
  // The smallest whole weights: products with them stay small, and one rate is one.
  std::int64_t common = 0;
  for (const Piece& piece : pieces_) common = std::gcd(common, piece.weight);
  common = std::max<std::int64_t>(1, common);
  for (Piece& piece : pieces_) {
    piece.weight /= common;
    one_rate_ = one_rate_ && piece.weight <= 1;
    before_.push_back(total_);
    total_ += piece.weight * (piece.end.seconds - piece.begin.seconds);
  }
  total_ = std::max<std::int64_t>(1, total_);
}

Instant Traffic::begin() const { return pieces_.front().begin; }
Instant Traffic::end() const { return pieces_.back().end; }

std::int64_t Traffic::weight_until(Instant t) const {
  if (t <= begin()) return 0;
  if (t >= end()) return total_;
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), t, [](Instant at, const Piece& p) { return at < p.begin; });
  const auto i = static_cast<std::size_t>(after - pieces_.begin()) - 1;
  return before_[i] + pieces_[i].weight * (t.seconds - pieces_[i].begin.seconds);
}

Rational Traffic::weight_until(const Rational& t) const {
  if (t <= begin().seconds) return 0;
  if (t >= end().seconds) return total_;
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), t,
                                      [](const Rational& at, const Piece& p) { return at < p.begin.seconds; });
  const auto i = static_cast<std::size_t>(after - pieces_.begin()) - 1;
  return Rational(before_[i]) + Rational(pieces_[i].weight) * (t - pieces_[i].begin.seconds);
}

Rational Traffic::calls_until(const Rational& total, Instant t) const {
  return (total * weight_until(t) / total_).floor();
}

Rational Traffic::calls_until(const Rational& total, const Rational& t) const {
  return (total * weight_until(t) / total_).floor();
}

Rational Traffic::instant_of(const Rational& total, const Rational& n) const {
  const Rational target = n * total_ / total;
  const auto after = std::lower_bound(before_.begin(), before_.end(), target,
                                      [](std::int64_t before, const Rational& at) { return before < at; });
  if (after == before_.begin()) return begin().seconds;
  const auto i = static_cast<std::size_t>(after - before_.begin()) - 1;
  return Rational(pieces_[i].begin.seconds) + (target - before_[i]) / pieces_[i].weight;
}

}  // namespace tollmeter
