#pragma once

#include <optional>

#include "core/limiter/limiter.h"

namespace tollmeter {

/// Holds `size` units; `amount` of them flow in every `length`, evenly or all at once at its end. It may be overdrawn by
/// `overdraft`. More than it ever holds never fits. A leaky bucket that refuses what it cannot hold is the same seen
/// from the other side, and so is GCRA with a size of its burst and one.
class BucketLimiter : public Limiter {
 public:
  BucketLimiter(const Window& window, const Rational& amount);
  std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) override;
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
  Rational left(Nanoseconds now) override;

 private:
  void fill(Nanoseconds now);

  Nanoseconds length_;
  bool stepped_;
  Rational amount_, size_, overdraft_;
  Rational level_;                     ///< below zero while overdrawn
  std::optional<Nanoseconds> filled_;  ///< until when it is filled; stepped: the last step; none before the first call
};

}  // namespace tollmeter
