#pragma once

#include <string>
#include <vector>

#include "core/advice.h"
#include "ui/kit.h"

namespace tollmeter::ui {

/// What a platform's plan menu offers on the scenario's date, and what each row sets.
struct PlanMenu {
  struct Pick {
    std::string plan;  ///< id; empty: cheapest that fits
    bool already_on = false;
    bool write = false;  ///< none: one's own is to be written
  };
  SelectSpec spec;
  std::vector<Pick> picks;  ///< by the row of spec.options
  std::string cheapest_brief;  ///< of the first row, where there is little room: "Cheapest: Basic"
};
PlanMenu plan_menu(const Platform& platform, const PlatformUse& use, const PlanChoice& cheapest,
                   const Scenario& scenario, const World& world);

/// "$100.00 a month", "free", "per use", "about $42,000 a month, press report", "ask".
std::string plan_price_words(const Platform& platform, const Plan& plan, const Scenario& scenario, const World& world);

}  // namespace tollmeter::ui
