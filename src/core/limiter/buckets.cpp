#include "core/limiter/buckets.h"

#include <limits>

namespace tollmeter {
namespace {

/// Nothing where no instant is so late, or the numbers are too fine to compute with.
std::optional<Nanoseconds> later(Nanoseconds from, const Rational& by) {
  const Rational at = Rational(from) + by;
  if (!(at < std::numeric_limits<Nanoseconds>::max())) return std::nullopt;
  return at.to_int64();
}

}  // namespace

BucketLimiter::BucketLimiter(const Window& window, const Rational& amount)
    : length_(window.seconds * kSecond),
      stepped_(window.stepped),
      amount_(amount),
      size_(window.size.is_zero() ? amount : window.size),
      overdraft_(window.overdraft),
      level_(size_ * window.start) {}

void BucketLimiter::fill(Nanoseconds now) {
  if (!filled_) filled_ = now;
  const Nanoseconds passed = now - *filled_;
  if (stepped_) {
    const Nanoseconds steps = passed / length_;
    level_ = min(size_, level_ + amount_ * steps);
    *filled_ += steps * length_;
    return;
  }
  level_ = min(size_, level_ + amount_ * passed / length_);
  filled_ = now;
}

std::optional<Nanoseconds> BucketLimiter::fits_at(Nanoseconds now, const Rational& units) {
  fill(now);
  const Rational lacking = units - level_ - overdraft_;
  if (lacking <= 0) return now;
  if (units > size_ + overdraft_ || amount_.is_zero()) return std::nullopt;
  if (stepped_) return later(*filled_, (lacking / amount_).ceil() * length_);
  return later(now, (lacking * length_ / amount_).ceil());
}

void BucketLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds) {
  fill(at);
  level_ -= units;
}

Rational BucketLimiter::left(Nanoseconds now) {
  fill(now);
  return level_ + overdraft_;
}

}  // namespace tollmeter
