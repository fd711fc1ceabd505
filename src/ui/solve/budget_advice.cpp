#include "ui/solve/budget_advice.h"

#include "core/format.h"
#include "core/solve/growth.h"
#include "ui/solve/frame_share.h"
#include "ui/solve/growth_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

bool BudgetAdvice::advance(const Session& session) {
  const std::size_t platforms = session.catalog().platforms.size();
  if (!growth_ || platforms != platforms_ || !(scenario_ == session.scenario())) {
    scenario_ = session.scenario();
    platforms_ = platforms;
    answer_ = hold_budget(scenario_, session.world());
    crossing_ = budget_crossing(scenario_, session.world());
    growth_.emplace(scenario_, session.world());
  } else {
    growth_->step(frame_share(scenario_, 6, 2));
  }
  return !growth_->done();
}

std::string crossing_words(const BudgetAdvice& advice) {
  if (!advice.crossing()) return {};
  const BudgetCrossing& crossing = *advice.crossing();
  const std::string spent = money_text(crossing.spent);
  if (crossing.at_start) return "It is crossed from the first day on: " + spent + " is due before any call.";
  return std::string("It is crossed ") + (crossing.about ? "about " : "on ") + date_text(crossing.day) +
         ": what is spent by the end of that day (UTC) comes to " + spent +
         ". Fees and what stands all month count from the first day, everything else as it comes.";
}

std::string growth_crossing_words(const BudgetAdvice& advice, const GrowthRate& rate) {
  const BudgetGrowth& growth = advice.growth();
  const std::string with = rate.grows() ? "With growth of " + growth_rate_words(rate) : std::string("Without growth");
  if (const auto& crossed = growth.crossed()) {
    if (crossed->month == 0) return {};
    return with + " the budget is first crossed in the month from " + date_text(crossed->cycle.start) + " (" +
           counted(static_cast<int>(crossed->month), "month", "months") + " ahead): " + money_text(crossed->total) + ".";
  }
  if (!growth.done()) {
    return "Looking ahead: " + std::to_string(growth.months()) + " of " + std::to_string(kGrowthMonths) + " months are computed.";
  }
  return with + " it is crossed in none of the next " + std::to_string(kGrowthMonths - 1) + " months" +
         (rate.grows() ? "." : ", with the prices announced so far. The chart \"Growth\" sets how fast you grow.");
}

}  // namespace tollmeter::ui
