#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/estimate.h"
#include "core/solve/ranged_input.h"
#include "core/traffic.h"

namespace tollmeter {

/// What a month comes to with each input at a value of its own.
struct RangeOutcome {
  std::vector<Money> totals;  ///< as chosen, per currency in the order of first appearance
  std::optional<Money> converted;  ///< where the person set the rates
  int breaches = 0;          ///< limits breached and operations not offered
  bool over_budget = false;  ///< false without a budget
};

/// The month of a scenario at any values of some of its inputs. Platforms that none of them moves are rated once.
class RangeMonth {
 public:
  RangeMonth(const Scenario& scenario, const World& world, std::vector<RangedInput> inputs);
  RangeMonth(const RangeMonth&) = delete;  // months point into the scenario
  RangeMonth& operator=(const RangeMonth&) = delete;

  const std::vector<RangedInput>& inputs() const { return inputs_; }
  /// `values` by input, in the measure of likely_value; `set` says which are set, the others keep what the person set.
  RangeOutcome at(const std::vector<Rational>& values, const std::vector<bool>& set) const;
  /// How many platforms a case rates.
  std::size_t moved() const { return moved_; }

 private:
  struct Part {
    const Platform* platform = nullptr;  ///< null: not in the catalogue
    bool moves = false;
    Money subtotal;    ///< where it does not move
    int breaches = 0;  ///< the same
  };
  void rate(const Scenario& scenario, std::size_t place, Money& subtotal, int& breaches) const;

  Scenario scenario_;
  World world_;
  Cycle cycle_;
  Traffic traffic_;
  std::vector<RangedInput> inputs_;
  std::vector<Part> parts_;
  std::size_t moved_ = 0;
};

}  // namespace tollmeter
