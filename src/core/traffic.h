#pragma once

#include <vector>

#include "core/calendar.h"
#include "core/rational.h"
#include "core/traffic_pattern.h"

namespace tollmeter {

/// The month's calls as a piecewise-constant rate. `weight` is how much a second of the piece counts against a
/// second of another; the total is spread in that proportion. Call n happens when the cumulative count reaches
/// n; a call at the very instant of a reset belongs to the window that ends there.
class Traffic {
 public:
  struct Piece {
    Instant begin, end;
    std::int64_t weight;  ///< zero or more; where all that are not zero are alike, they are one
  };

  /// A zone that is not among `zones` is taken for UTC.
  explicit Traffic(const Cycle& cycle, const TrafficPattern& pattern = {}, Zones zones = {});

  /// Of the same month only what comes from `from` to `to`, which lie in it, `from` first.
  Traffic(const Traffic& month, Instant from, Instant to);

  Instant begin() const;
  Instant end() const;
  const std::vector<Piece>& pieces() const { return pieces_; }
  /// Whether calls come at one rate whenever any come.
  bool has_one_rate() const { return one_rate_; }
  std::int64_t total_weight() const { return total_; }  ///< sum of weight x seconds, never zero

  /// The weighted seconds from the cycle's begin to t, 0..total_weight().
  std::int64_t weight_until(Instant t) const;
  Rational weight_until(const Rational& t) const;  ///< the same for an exact instant
  /// How many of `total` calls have happened by t: floor(total x weight_until(t) / total_weight()).
  Rational calls_until(const Rational& total, Instant t) const;
  Rational calls_until(const Rational& total, const Rational& t) const;
  /// The instant at which call n of `total` happens (1 <= n <= total), as exact seconds since 1970.
  Rational instant_of(const Rational& total, const Rational& n) const;

 private:
  void measure();

  std::vector<Piece> pieces_;
  std::vector<std::int64_t> before_;  ///< weighted seconds before each piece
  std::int64_t total_ = 0;
  bool one_rate_ = true;
};

}  // namespace tollmeter
