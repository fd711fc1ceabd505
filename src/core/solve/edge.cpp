#include "core/solve/edge.h"

#include <algorithm>

namespace tollmeter {
namespace {

struct Place {
  std::int64_t count = 0;
  Rational full;
};

/// Where the line through both meets a full limit; overflow where they do not say.
Rational full_between(const Place& a, const Place& b) {
  const Rational rise = b.full - a.full;
  if (!(rise > Rational(0))) return Rational::overflow();
  return (Rational(a.count) + Rational(b.count - a.count) * (Rational(1) - a.full) / rise).floor();
}

}  // namespace

std::optional<std::int64_t> last_that_fits(std::int64_t bound, FunctionRef<Trial(std::int64_t)> tried) {
  const Trial none = tried(0);
  if (none.too_many) return std::nullopt;
  Place fits{0, none.full}, before = fits;
  Place over;
  for (std::int64_t next = 1;;) {
    if (fits.count >= bound) return bound;
    next = std::min(next, bound);
    const Trial trial = tried(next);
    if (trial.too_many) {
      over = {next, trial.full};
      break;
    }
    before = fits;
    fits = {next, trial.full};
    // A little beyond where it should be full, so that the next trial is likely to close the gap.
    const Rational full = full_between(before, fits);
    const Rational beyond = full + full / Rational(16) + Rational(1);
    const bool near = beyond.ok() && beyond > Rational(next) && beyond < Rational(next) * Rational(1000);
    next = near ? beyond.floor().to_int64() : next > bound / 10 ? bound : next * 10;
  }
  for (int turn = 0; over.count - fits.count > 1; ++turn) {
    std::int64_t middle = fits.count + (over.count - fits.count) / 2;
    // Two looks at where the line says, one in the middle: a limit that does not fill evenly cannot hold it up.
    if (turn % 3 < 2) {
      const Rational full = full_between(fits, over);
      if (full.ok()) middle = full.to_int64() + turn % 3;
    }
    middle = std::clamp(middle, fits.count + 1, over.count - 1);
    const Trial trial = tried(middle);
    (trial.too_many ? over : fits) = {middle, trial.full};
  }
  return fits.count;
}

}  // namespace tollmeter
