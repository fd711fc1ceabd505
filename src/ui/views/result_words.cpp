#include "ui/views/result_words.h"

#include <algorithm>
#include <cmath>

#include "core/format.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

bool unit_is_unique(const Platform& platform, const Metric& metric) {
  return !metric.units.empty() && std::none_of(platform.metrics.begin(), platform.metrics.end(), [&](const Metric& other) {
    return other.id != metric.id && other.units == metric.units;
  });
}

std::string without_year(const std::string& date) { return date.substr(0, date.rfind(' ')); }

}  // namespace

std::string operation_noun(const Platform& platform, const Metric& metric) {
  return unit_is_unique(platform, metric) ? metric.units.shown() : lower_first(metric.name);
}

std::string every_one(const Platform& platform, const Metric* metric) {
  return metric && !metric->unit.empty() && unit_is_unique(platform, *metric) ? "every " + metric->unit
                                                                              : "every further call";
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
  if (text.ends_with(".00")) text.resize(text.size() - 3);
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
  const std::string start = date_text(cycle.start);
  return (cycle.start.year() == cycle.end.year() ? without_year(start) : start) + " to " + date_text(cycle.end);
}

std::string day_and_month(Rational seconds) {
  return without_year(date_text(date_of(Instant{seconds.to_int64()})));
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string counted(int n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

}  // namespace tollmeter::ui
