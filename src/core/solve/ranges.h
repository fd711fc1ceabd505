#pragma once

#include <cstddef>
#include <vector>

#include "core/solve/latin_cases.h"
#include "core/solve/range_month.h"

namespace tollmeter {

/// One input from its low to its high end, all others at their likely values.
struct Swing {
  std::size_t input = 0;  ///< its place in Ranges::inputs
  Money at_low, at_high;
  bool breaks_low = false, breaks_high = false;  ///< a limit breaks, or an operation is not offered, there
  Rational by;  ///< between the least and the most of the totals at low, likely and high; never below zero
};

/// An equal part of the way from the least to the most total of all cases; the first holds its begin, each its end.
struct RangeBar {
  Rational from, to;
  int cases = 0;
};
inline constexpr int kRangeBars = 20;

/// The total in one currency.
struct TotalRange {
  bool converted = false;  ///< all currencies at the person's rates
  Money likely;
  Money all_low, all_high;  ///< every input at its low end, at its high end
  std::vector<Swing> swings;  ///< one for each input, the widest first; equal ones in the inputs' order
  // Of the cases, once they are run: the least, the 100th, 500th and 900th of 1,000 in order, and the most.
  Money least, tenth, median, ninetieth, most;
  std::vector<RangeBar> bars;  ///< one, of no width, where all are equal
};

struct Ranges {
  std::vector<RangedInput> inputs;
  std::vector<Spread> spreads;  ///< by input, in the measure of likely_value
  std::vector<TotalRange> totals;  ///< by currency, in the order of the estimate's; the converted one last
  int cases = 0;      ///< that are counted below: kRangeCases, less those too large to compute
  int too_large = 0;  ///< cases whose numbers do not fit; they are in no figure
  int breaking = 0;   ///< cases in which a limit breaks or an operation is not offered
  int over_budget = 0;
};

/// The total of a scenario as a range: each input triangular between its ends, the inputs independent of each other, run in kRangeCases
/// cases that are the same for every link and build (docs/rules.md). In slices; the result is the same however they are cut.
class RangesRun {
 public:
  RangesRun(const Scenario& scenario, const World& world);

  /// At most so many months more: the likely one, all low, all high, two for each input; from the next step on the cases, so that what
  /// follows a hand does not wait for them.
  void step(std::size_t months);
  bool swings_done() const { return done_ >= before_cases(); }
  bool done() const { return done_ == before_cases() + kRangeCases; }
  std::size_t cases_done() const { return swings_done() ? done_ - before_cases() : 0; }
  std::size_t platforms_moved() const { return month_.moved(); }
  /// With swings once swings_done(), with all once done().
  const Ranges& ranges() const { return ranges_; }

 private:
  std::size_t before_cases() const { return 3 + 2 * ranges_.inputs.size(); }
  void next_month();
  void sum_swings();
  void sum_cases();

  RangeMonth month_;
  Ranges ranges_;
  std::vector<std::vector<std::uint16_t>> orders_;  ///< by input
  std::vector<RangeOutcome> ends_;                  ///< what stands before the cases
  std::vector<RangeOutcome> cases_;
  std::size_t done_ = 0;
};

Ranges ranges_of(const Scenario& scenario, const World& world);

}  // namespace tollmeter
