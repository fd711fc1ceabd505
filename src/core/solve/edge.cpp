#include "core/solve/edge.h"

#include <algorithm>

namespace tollmeter {

/// Where the line through both meets a full limit; overflow where they do not say.
Rational EdgeSearch::full_between(const Place& a, const Place& b) {
  const Rational rise = b.full - a.full;
  if (!(rise > Rational(0))) return Rational::overflow();
  return (Rational(a.count) + Rational(b.count - a.count) * (Rational(1) - a.full) / rise).floor();
}

void EdgeSearch::tell(const Trial& trial) {
  if (over_) {
    (trial.too_many ? over_ : fits_) = Place{count_, trial.full};
    halve();
  } else if (!trial.too_many) {
    rise(trial);
  } else if (fits_) {
    over_ = Place{count_, trial.full};
    halve();
  } else {
    finish(std::nullopt);
  }
}

void EdgeSearch::rise(const Trial& trial) {
  const Place before = fits_.value_or(Place{0, trial.full});
  fits_ = Place{count_, trial.full};
  if (count_ >= bound_) return finish(bound_);
  // A little beyond where it should be full, so that the next trial is likely to close the gap.
  const Rational full = full_between(before, *fits_);
  const Rational beyond = full + full / Rational(16) + Rational(1);
  const bool near = beyond.ok() && beyond > Rational(count_) && beyond < Rational(count_) * Rational(1000);
  if (count_ == 0) count_ = 1;
  else if (near) count_ = beyond.floor().to_int64();
  else count_ = count_ > bound_ / 10 ? bound_ : count_ * 10;
  count_ = std::min(count_, bound_);
}

void EdgeSearch::halve() {
  if (over_->count - fits_->count <= 1) return finish(fits_->count);
  count_ = fits_->count + (over_->count - fits_->count) / 2;
  // Two looks at where the line says, one in the middle: a limit that does not fill evenly cannot hold it up.
  if (turn_ % 3 < 2) {
    const Rational full = full_between(*fits_, *over_);
    if (full.ok()) count_ = full.to_int64() + turn_ % 3;
  }
  count_ = std::clamp(count_, fits_->count + 1, over_->count - 1);
  ++turn_;
}

void EdgeSearch::finish(std::optional<std::int64_t> edge) {
  edge_ = edge;
  done_ = true;
}

std::optional<std::int64_t> last_that_fits(std::int64_t bound, FunctionRef<Trial(std::int64_t)> tried) {
  EdgeSearch search(bound);
  while (!search.done()) search.tell(tried(search.count()));
  return search.edge();
}

}  // namespace tollmeter
