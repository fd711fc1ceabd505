#include "ui/solve/budget_advice.h"

#include "core/format.h"
#include "core/language.h"
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
    growth_->step(frame_share(session, scenario_, 6, 2));
  }
  return !growth_->done();
}

std::string crossing_words(const BudgetAdvice& advice) {
  if (!advice.crossing()) return {};
  const BudgetCrossing& crossing = *advice.crossing();
  const std::string spent = money_text(crossing.spent);
  if (crossing.at_start) return tr("It is crossed from the first day on: {0} is due before any call.", {spent});
  const std::string day = date_text(crossing.day);
  return join({crossing.about ? tr("It is crossed about {0}: what is spent by the end of that day (UTC) comes to {1}.", {day, spent})
                              : tr("It is crossed on {0}: what is spent by the end of that day (UTC) comes to {1}.", {day, spent}),
               " ", tr("Fees and what stands all month count from the first day, everything else as it comes.")});
}

std::string growth_crossing_words(const BudgetAdvice& advice, const GrowthRate& rate) {
  const BudgetGrowth& growth = advice.growth();
  const std::string grown = growth_rate_words(rate);
  if (const auto& crossed = growth.crossed()) {
    if (crossed->month == 0) return {};
    const std::string start = date_text(crossed->cycle.start);
    const std::string ahead = counted(static_cast<int>(crossed->month), "month", "months");
    const std::string total = money_text(crossed->total);
    if (!rate.grows()) return tr("Without growth the budget is first crossed in the month from {0} ({1} ahead): {2}.", {start, ahead, total});
    return tr("With growth of {0} the budget is first crossed in the month from {1} ({2} ahead): {3}.", {grown, start, ahead, total});
  }
  if (!growth.done()) {
    return tr("Looking ahead: {0} of {1} months are computed.", {std::to_string(growth.months()), std::to_string(kGrowthMonths)});
  }
  const std::string months = std::to_string(kGrowthMonths - 1);
  if (rate.grows()) return tr("With growth of {0} it is crossed in none of the next {1} months.", {grown, months});
  return join({tr("Without growth it is crossed in none of the next {0} months, with the prices announced so far.", {months}), " ",
               tr("The chart \"Growth\" sets how fast you grow.")});
}

}  // namespace tollmeter::ui
