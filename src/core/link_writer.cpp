#include "core/checksum.h"
#include "core/estimate.h"
#include "core/format.h"
#include "core/link.h"
#include "core/link_comparison.h"
#include "core/link_ranges.h"
#include "core/link_text.h"
#include "core/own/own_json.h"
#include "core/title.h"
#include "core/traffic_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

class Writer {
 public:
  Writer() : text_(link_word::kVersion) {}

  void field(std::string_view key, std::string_view written_value) { append(text_, {";", key, "=", written_value}); }

  std::string finish() const { return seal_link(text_); }

 private:
  std::string text_;
};

/// A decimal that reads back; what has none (a third) is rounded far below what any limit notices.
std::string decimal(const Rational& number) {
  const std::string text = number.text();
  return text.find('/') == std::string::npos ? text : number.round_half_up(9).text();
}

std::string quantity_value(const Quantity& quantity) {
  auto reads_back = [&](Per unless_said) {
    const Result<Quantity> read = parse_quantity(quantity.typed, unless_said);
    return read.ok() && read.value() == quantity;
  };
  if (reads_back(Per::month)) return percent_encoded(quantity.typed);
  if (reads_back(quantity.per)) {
    return join({percent_encoded(quantity.typed), ":", per_word(quantity.per)});
  }
  return percent_encoded(quantity_text(quantity.value, quantity.per));
}

std::string share_value(const Share& share) {
  const Result<Rational> read = parse_share(share.typed);
  const bool reads_back = read.ok() && read.value() == share.value;
  return percent_encoded(reads_back ? share.typed : decimal(share.value));
}

std::string rate_value(const ExchangeRate& rate) {
  const Result<Rational> read = parse_rate(rate.typed);
  const bool reads_back = read.ok() && read.value() == rate.value;
  return join({percent_encoded(reads_back ? rate.typed : rate.value.text()), ":", rate.as_of.iso()});
}

std::string number_value(const TypedNumber& number) {
  const Result<Rational> read = parse_number(number.typed);
  const bool reads_back = read.ok() && read.value() == number.value;
  return percent_encoded(reads_back ? number.typed : decimal(number.value));
}

/// "210.00USD"
std::string amount_value(const Rational& amount, const std::string& currency) {
  const int places = currency_exponent(currency);
  std::string text = amount.round_half_up(places).text();
  if (places > 0) {
    std::size_t point = text.find('.');
    if (point == std::string::npos) {
      point = text.size();
      text += '.';
    }
    text.resize(point + 1 + static_cast<std::size_t>(places), '0');
  }
  return text + percent_encoded(currency);
}

/// Empty where a link has no room for so many digits.
std::string total_value(const SharedTotal& total) {
  std::string text = amount_value(total.amount, total.currency);
  if (text.size() > kMostAmountBytes) return {};
  if (total.approximate) append(text, {":", link_word::kAbout});
  if (total.at_least) append(text, {":", link_word::kAtLeast});
  return text;
}

std::string growth_value(const GrowthRate& growth) {
  if (growth.is_target()) return join({growth.times.text(), ":", std::to_string(growth.months)});
  return growth_percent(growth).text();
}

std::string platform_value(const PlatformUse& use) {
  std::string text = percent_encoded(use.platform);
  if (!use.plan.empty() || use.already_on) append(text, {":", percent_encoded(use.plan)});
  if (use.already_on) append(text, {":", link_word::kAlreadyOn});
  return text;
}

}  // namespace

std::string seal_link(std::string_view body) { return join({body, "~", checksum(body)}); }

std::optional<SharedTotal> total_to_share(const Estimate& estimate) {
  if (estimate.totals.empty()) return std::nullopt;
  const Money& total = estimate.totals.front();
  return SharedTotal{total.amount, total.currency, total.approximate, total.at_least};
}

std::string write_link(const Document& document) {
  if (!document.others.empty()) return write_comparison(document);
  const Scenario& s = document.scenario;
  Writer out;
  const std::string title = clean_title(s.title);
  if (!title.empty()) out.field(link_word::kTitle, percent_encoded(title));
  out.field(link_word::kDate, s.date.iso());
  if (s.cycle_day != 0) out.field(link_word::kCycleDay, std::to_string(s.cycle_day));
  if (s.traffic != TrafficPattern()) out.field(link_word::kShape, write_traffic(s.traffic));
  if (s.retries) out.field(link_word::kRetries, link_word::kAgain);
  if (s.budget) out.field(link_word::kBudget, amount_value(s.budget->amount, s.budget->currency));
  if (s.growth != GrowthRate()) out.field(link_word::kGrowth, growth_value(s.growth));
  if (!s.conversion.into.empty()) out.field(link_word::kInto, percent_encoded(s.conversion.into));
  for (const ExchangeRate& rate : s.conversion.rates) {
    out.field(join({link_word::kRatePrefix, percent_encoded(rate.currency)}), rate_value(rate));
  }
  const std::string total = document.total && document.total->amount.ok() ? total_value(*document.total) : std::string();
  if (!total.empty()) out.field(link_word::kTotal, total);
  if (!s.own.empty()) out.field(link_word::kOwn, link_text_of_own(s.own));
  for (const auto& [id, value] : s.drivers) {
    out.field(join({link_word::kDriverPrefix, percent_encoded(id)}), decimal(value));
  }
  for (const auto& [id, option] : s.choices) {
    out.field(join({link_word::kDriverPrefix, percent_encoded(id)}), percent_encoded(option));
  }
  for (const auto& [id, range] : s.driver_ranges) {
    const std::string key = join({link_word::kRangePrefix, link_word::kDriverPrefix, percent_encoded(id)});
    out.field(key, range_value(RangeOf::driver, range));
  }
  if (s.unit) {
    out.field(link_word::kUnit, join({percent_encoded(clean_unit_name(s.unit->name)), ":", number_value(s.unit->count)}));
    if (s.unit->range) {
      out.field(join({link_word::kRangePrefix, link_word::kUnit}), range_value(RangeOf::unit_count, *s.unit->range));
    }
  }
  for (const PlatformUse& use : s.platforms) {
    out.field(link_word::kPlatform, platform_value(use));
    for (const auto& [id, quantity] : use.quantities) {
      out.field(percent_encoded(id), quantity_value(quantity));
    }
    for (const auto& [id, share] : use.shares) out.field(percent_encoded(id), share_value(share));
    for (const auto& [id, range] : use.ranges) {
      out.field(join({link_word::kRangePrefix, percent_encoded(id)}), range_value(RangeOf::quantity, range));
    }
    for (const auto& [id, range] : use.share_ranges) {
      out.field(join({link_word::kRangePrefix, percent_encoded(id)}), range_value(RangeOf::share, range));
    }
    if (!s.unit) continue;
    const auto amounts = s.unit->parts.find(use.platform);
    if (amounts == s.unit->parts.end()) continue;
    for (const auto& [id, amount] : amounts->second) {
      out.field(join({link_word::kUnitPrefix, percent_encoded(id)}), number_value(amount));
    }
  }
  return out.finish();
}

}  // namespace tollmeter
