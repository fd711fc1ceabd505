#include "core/traffic.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr int kSaturday = 5;
constexpr std::int64_t kOpens = 9 * 3600;
constexpr std::int64_t kCloses = 17 * 3600;

std::vector<Traffic::Piece> working_pieces(const Cycle& cycle) {
  std::vector<Traffic::Piece> pieces;
  Instant idle_since = start_of(cycle.start);
  for (Date day = cycle.start; day < cycle.end; day = day + 1) {
    if (day.weekday() >= kSaturday) continue;
    const Instant opens{start_of(day).seconds + kOpens};
    const Instant closes{start_of(day).seconds + kCloses};
    pieces.push_back({idle_since, opens, 0});
    pieces.push_back({opens, closes, 1});
    idle_since = closes;
  }
  pieces.push_back({idle_since, start_of(cycle.end), 0});
  return pieces;
}

}  // namespace

Traffic::Traffic(const Cycle& cycle, Shape shape) {
  if (shape == Shape::working_hours) {
    pieces_ = working_pieces(cycle);
  } else {
    pieces_ = {{start_of(cycle.start), start_of(cycle.end), 1}};
  }
  for (const Piece& piece : pieces_) {
    before_.push_back(total_);
    total_ += piece.weight * (piece.end.seconds - piece.begin.seconds);
  }
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

Rational Traffic::instant_of(const Rational& total, const Rational& n) const {
  const Rational target = n * total_ / total;
  const auto after = std::lower_bound(before_.begin(), before_.end(), target,
                                      [](std::int64_t before, const Rational& at) { return before < at; });
  if (after == before_.begin()) return begin().seconds;
  const auto i = static_cast<std::size_t>(after - before_.begin()) - 1;
  return Rational(pieces_[i].begin.seconds) + (target - before_[i]) / pieces_[i].weight;
}

}  // namespace tollmeter
