#pragma once

#include <cstdint>
#include <optional>

#include "core/function_ref.h"
#include "core/rational.h"

namespace tollmeter {

/// How a count fares: whether it is too many, and how full the fullest limit is (overflow: not known).
struct Trial {
  bool too_many = false;
  Rational full;
};

/// Looks for the largest count from zero to `bound` that is not too many, where all above one that is too many are too, by trying
/// one count after another. The fullness only says where to look first: a limit fills nearly evenly.
class EdgeSearch {
 public:
  explicit EdgeSearch(std::int64_t bound) : bound_(bound) {}
  bool done() const { return done_; }
  std::int64_t count() const { return count_; }  ///< to be tried next, while it is not done
  void tell(const Trial& trial);                 ///< of count()
  /// Once it is done; nothing where zero is too many already.
  std::optional<std::int64_t> edge() const { return edge_; }

 private:
  struct Place {
    std::int64_t count = 0;
    Rational full;
  };
  static Rational full_between(const Place& a, const Place& b);
  void rise(const Trial& trial);
  void halve();
  void finish(std::optional<std::int64_t> edge);

  std::int64_t bound_, count_ = 0;
  std::optional<Place> fits_, over_;
  int turn_ = 0;  ///< of the halving
  bool done_ = false;
  std::optional<std::int64_t> edge_;
};

/// The same at one go.
std::optional<std::int64_t> last_that_fits(std::int64_t bound, FunctionRef<Trial(std::int64_t)> tried);

}  // namespace tollmeter
