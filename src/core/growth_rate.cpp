#include "core/growth_rate.h"

#include <string>

#include "core/language.h"

namespace tollmeter {
namespace {

constexpr int kDecimals = 4;
constexpr std::size_t kMostCharacters = 20;

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

Problem refusal(std::string_view said, std::string_view what, std::string_view expected) {
  return {{}, join({tr("'{0}'", {one_line(said.substr(0, kMostCharacters))}), " ", what}), std::string(expected)};
}

bool is_number(const Rational& number, std::string_view text) {
  return text.size() <= kMostCharacters && number.ok() && number.round_half_up(kDecimals) == number;
}

}  // namespace

Result<GrowthRate> growth_by_percent(std::string_view text) {
  const std::string expected = tr("percent a month from -50 to 100, such as 5 or -2.5");
  std::string number = trimmed(text);
  if (number.ends_with('%')) number = trimmed(std::string_view(number).substr(0, number.size() - 1));
  constexpr std::string_view kMinus = "\xE2\x88\x92";
  if (number.starts_with(kMinus)) number = "-" + number.substr(kMinus.size());
  if (number.starts_with('+')) number.erase(0, 1);
  const Rational percent = Rational::parse(number);
  if (number.find(',') != std::string::npos) return refusal(text, tr("has a comma"), tr("a point before decimals, such as 2.5"));
  if (!is_number(percent, number)) return refusal(text, tr("is not a number of at most four decimals"), expected);
  if (percent < kLeastGrowthPercent || percent > kMostGrowthPercent) return refusal(text, tr("is out of range"), expected);
  return GrowthRate{Rational(1) + percent / 100, 1};
}

Result<GrowthRate> growth_to_target(std::string_view times, int months) {
  const std::string number = trimmed(times);
  const Rational multiple = Rational::parse(number);
  if (number.find(',') != std::string::npos) return refusal(times, tr("has a comma"), tr("a point before decimals, such as 1.5"));
  if (!is_number(multiple, number) || multiple <= 0) {
    return refusal(times, tr("is not a number above zero with at most four decimals"), tr("a multiple such as 3 or 0.5"));
  }
  if (months < 1 || months > kMostGrowthMonths) return refusal(std::to_string(months), tr("is out of range"), tr("1 to 36 months"));
  const Rational doubled = std::int64_t{1} << months;
  if (multiple > doubled || multiple * doubled < 1) {
    return refusal(times, tr_count(months, "in {0} month is too fast", "in {0} months is too fast", {std::to_string(months)}),
                   tr("no more than double and no less than half each month"));
  }
  return GrowthRate{multiple, months};
}

Rational growth_percent(const GrowthRate& rate) { return (rate.times - 1) * 100; }

}  // namespace tollmeter
