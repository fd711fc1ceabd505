#include "core/solve/triangular.h"

namespace tollmeter {

std::uint64_t square_root(std::uint64_t n) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31U; bit != 0; bit >>= 1U) {
    const std::uint64_t next = root | bit;
    if (next <= n / next) root = next;
  }
  return root;
}

// Both products stay below 2^64, since a probability is neither 0 nor 1.
std::uint64_t triangular_quantile(std::uint64_t top, std::uint64_t probability) {
  if (probability <= top) return square_root(probability * top);
  return kOne - square_root((kOne - probability) * (kOne - top));
}

Rational spread_quantile(const Spread& spread, std::uint64_t probability) {
  const Rational width = spread.high - spread.low;
  if (width.is_zero()) return spread.low;
  const Rational one = whole(static_cast<Int128>(kOne));
  const Rational top = ((spread.likely - spread.low) / width * one).floor();
  const std::uint64_t at = triangular_quantile(static_cast<std::uint64_t>(top.to_int64()), probability);
  return spread.low + width * (whole(static_cast<Int128>(at)) / one);
}

}  // namespace tollmeter
