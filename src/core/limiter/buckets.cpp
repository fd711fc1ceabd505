#include "core/limiter/buckets.h"

namespace tollmeter {

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
  if (stepped_) return *filled_ + (lacking / amount_).ceil().to_int64() * length_;
  return now + (lacking * length_ / amount_).ceil().to_int64();
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
