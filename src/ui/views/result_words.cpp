#include "ui/views/result_words.h"

#include <algorithm>
#include <cmath>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

bool unit_is_unique(const Platform& platform, const Metric& metric) {
  return !metric.units.empty() && std::none_of(platform.metrics.begin(), platform.metrics.end(), [&](const Metric& other) {
    return other.id != metric.id && other.units == metric.units;
  });
}

}  // namespace

std::string operation_noun(const Platform& platform, const Metric& metric) {
  return unit_is_unique(platform, metric) ? metric.units.shown() : lower_first(metric.name);
}

std::string every_one(const Platform& platform, const Metric* metric) {
  return metric && !metric->unit.empty() && unit_is_unique(platform, *metric) ? tr("every {0}", {metric->unit})
                                                                              : tr("every further call");
}

std::string totals_text(const Estimate& estimate) {
  std::string text;
  for (const Money& total : estimate.totals) {
    if (!text.empty()) text += " + ";
    text += money_text(total);
  }
  return text;
}

std::string brief_money(const Money& money) {
  std::string text = money_text(money);
  const std::string decimals = join({spoken() ? spoken()->decimal : ".", "00"});
  // In some languages the sign of the currency stands behind them; "KWD 1.000" has three.
  const std::size_t at = text.rfind(decimals);
  if (at == std::string::npos) return text;
  const std::size_t end = at + decimals.size();
  if (end == text.size() || text[end] < '0' || text[end] > '9') text.erase(at, decimals.size());
  return text;
}

std::string dollar_label(double value) {
  Money money;
  money.amount = Rational(std::llround(value));
  money.currency = "USD";
  return brief_money(money);
}

std::string whole_label(double value) { return group_digits(Rational(std::llround(value))); }

std::string platform_and_plan(const Platform& platform, const Plan* plan) {
  if (!plan) return platform.short_name;
  const bool said = plan->name.english().find(platform.short_name) != std::string::npos;
  return said ? plan->name.shown() : platform.short_name + " " + plan->name;
}

std::string plan_title(const PlatformEstimate& platform) {
  return platform.platform ? platform_and_plan(*platform.platform, platform.plan) : platform.use->platform;
}

std::string cycle_text(const Cycle& cycle) {
  const bool same_year = cycle.start.year() == cycle.end.year();
  return tr("{0} to {1}@@days", {same_year ? day_and_month_text(cycle.start) : date_text(cycle.start), date_text(cycle.end)});
}

std::string day_and_month(Rational seconds) {
  return day_and_month_text(date_of(Instant{seconds.to_int64()}));
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  // "é" and the other small letters of Latin-1, but "÷"; their capitals stand 32 before them.
  const bool latin = text.size() > 1 && text[0] == '\xC3' && text[1] >= '\xA0' && text[1] <= '\xBE' && text[1] != '\xB7';
  if (latin) text[1] = static_cast<char>(text[1] - 0x20);
  return text;
}

std::string counted(int n, std::string_view one, std::string_view many) {
  return tr_count(n, join({"{0} ", one}), join({"{0} ", many}), {std::to_string(n)});
}

}  // namespace tollmeter::ui
