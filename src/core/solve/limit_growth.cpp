#include "core/solve/limit_growth.h"

#include <algorithm>

#include "core/plan_choice.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMonthsAStep = 7;

}  // namespace

LimitGrowthRun::LimitGrowthRun(const Scenario& scenario, const World& world)
    : scenario_(scenario), world_(world), month_(scenario_, world_, nullptr) {
  for (PlatformMonth& month : month_.platforms()) {
    Part part{&month, static_cast<std::size_t>(month.usage().use - scenario_.platforms.data()),
              as_chosen(month, scenario_.date, Detail::verdict), {}};
    if (!part.now.plan) continue;
    for (const LimitOutcome& outcome : part.now.limits) {
      if (outcome.state == LimitState::holds || outcome.state == LimitState::breached) part.limits.push_back(outcome.limit);
    }
    total_ += part.limits.size();
    parts_.push_back(std::move(part));
  }
}

bool LimitGrowthRun::found_breaks(const Part& part) {
  if (!growth_) {
    breaks_.clear();
    if (!scenario_.growth.grows()) return true;
    // The platform alone, which stays on its plan.
    Scenario alone = scenario_;
    alone.platforms = {scenario_.platforms[part.use]};
    alone.platforms.front().plan = part.now.plan->id;
    alone.platforms.front().already_on = true;
    growth_.emplace(alone, world_);
  }
  growth_->step(kMonthsAStep);
  if (!growth_->done()) return false;
  breaks_ = growth_->growth().breaks;
  growth_.reset();
  return true;
}

void LimitGrowthRun::step() {
  if (done()) return;
  while (place_ == parts_[part_].limits.size()) {
    ++part_;
    place_ = 0;
  }
  const Part& part = parts_[part_];
  if (place_ == 0 && !found_breaks(part)) return;
  LimitGrowth found{part.now.platform, part.now.plan, part.limits[place_++], {}, {}};
  found.held = growth_held(*part.month, *found.plan, scenario_.date, *found.limit);
  const auto broken = std::find_if(breaks_.begin(), breaks_.end(), [&](const GrowthBreak& each) {
    return each.limit && each.plan == found.plan && each.limit->id == found.limit->id;
  });
  if (broken != breaks_.end()) found.passed = *broken;
  limits_.push_back(found);
}

}  // namespace tollmeter
