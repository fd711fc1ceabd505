#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/bill_line.h"
#include "ui/views/result_words.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

// "included to 10,000, no overage": the cap of the cycle on this operation alone.
std::string included_words(const PlatformEstimate& platform, const BillLine& line) {
  if (!line.metric || !line.charge || line.charge->model != ChargeModel::included) return "";
  for (const LimitOutcome& limit : platform.limits) {
    const bool known = limit.state == LimitState::holds || limit.state == LimitState::breached;
    const Limit& row = *limit.limit;
    if (!known || row.window.kind != Window::Kind::cycle || !row.scope.per.empty()) continue;
    const bool counts = std::any_of(row.weights.begin(), row.weights.end(), [&](const Weight& weight) {
      return weight.metric == line.metric->id && weight.units == Rational(1);
    });
    if (!counts) continue;
    const bool stops = refuses(row.breach.behaviour) && limit.state == LimitState::breached;
    const std::string cap = group_digits(limit.cap);
    return stops ? tr("included to {0}, no overage", {cap}) : tr("included to {0}", {cap});
  }
  return tr("included");
}

// The rate that the choices of the scenario lead to; null where it is not one price.
const Rate* one_rate(const Charge& charge, const Session& session) {
  const Rate* rate = &charge;
  for (const Cell& cell : charge.cells) {
    const bool meant = std::all_of(cell.with.begin(), cell.with.end(), [&](const AttributeIs& is) {
      const Choice* choice = session.catalog().choice(is.attribute);
      return choice != nullptr && chosen_option(session.scenario(), *choice) == is.value;
    });
    if (!meant) continue;
    rate = &cell.rate;
    break;
  }
  return rate->tiers.empty() && charge.like.charge.empty() ? rate : nullptr;
}

std::string each_words(const PlatformEstimate& platform, const BillLine& line, const Session& session) {
  if (!line.metric || !line.charge) return "";
  const Charge& charge = *line.charge;
  if (charge.model == ChargeModel::included) return tr("incl.");
  const Rate* rate = one_rate(charge, session);
  if (rate == nullptr) return tr("by tier");
  if (rate->price.kind != Amount::Kind::known) return tr("unknown");
  const auto driver = [&](std::string_view id) { return driver_value(session.scenario(), session.catalog(), id); };
  if (charge.model == ChargeModel::percentage) return tr("{0} %", {number_text(rate->price.value.evaluate(driver) * 100)});
  std::string text = price_text(rate->price.value.evaluate(driver), platform.plan->currency);
  if (rate->price.approximate) text = tr("about {0}", {text});
  if (rate->per != Rational(1)) text += " / " + short_number(rate->per);
  return text;
}

std::string name_of(const BillLine& line) {
  if (line.charge && !line.charge->name.empty()) return lower_first(line.charge->name);
  return line.metric ? lower_first(line.metric->name) : tr("fee");
}

}  // namespace

std::string bill_key(const PlatformEstimate& platform, const BillLine& line) {
  return platform.platform->id + "/" + (line.charge ? line.charge->id : "fee");
}

BillRow bill_row(const PlatformEstimate& platform, const BillLine& line, const Session& session) {
  BillRow row;
  row.key = bill_key(platform, line);
  row.figure = {platform.platform, platform.plan, line.charge, nullptr};
  row.name = name_of(line);
  row.amount = line_amount_text(line);
  if (line.metric) {
    row.asked = group_digits(line.asked);
    row.served = group_digits(line.served);
    row.refused = line.served < line.asked;
  }
  row.each = each_words(platform, line, session);
  row.below = included_words(platform, line);
  row.details = line.steps;
  if (!line.charge) return row;
  const std::string source = source_words(*platform.platform, *line.charge);
  if (!source.empty()) row.below += (row.below.empty() ? "" : tr("; @@joint")) + source;
  if (line.charge->model == ChargeModel::per_unit && line.metric) {
    const bool single = line.charge->per == Rational(1);
    const std::string each = each_words(platform, line, session);
    row.details.push_back(single ? tr("Unit price: {0} per {1}", {each, line.metric->unit})
                                 : tr("Unit price: {0} {1}", {each, line.metric->units}));
  }
  for (std::string& fact : figure_facts(*platform.platform, *line.charge)) row.details.push_back(std::move(fact));
  return row;
}

}  // namespace tollmeter::ui
