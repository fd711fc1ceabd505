#include "core/link_fields.h"

#include <algorithm>

#include "core/format.h"
#include "core/link_text.h"
#include "core/own/own_import.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/title.h"
#include "core/traffic_text.h"
#include "core/utf8.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using namespace link_word;

/// A stranger's text inside a sentence: short, one line, valid UTF-8.
std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 32;
  std::string clean = clean_title(text.substr(0, kShown));
  return tr("'{0}'", {join({clean, text.size() > kShown ? "..." : ""})});
}

/// Links that were given out before such marks were left out of titles still open.
std::string without_direction_marks(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, std::max<std::size_t>(1, utf8_length(text)));
    if (!is_direction_mark(character)) plain += character;
    text.remove_prefix(character.size());
  }
  return plain;
}

std::optional<int> small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr const char* kAmountExpected = marked("an amount and a currency, such as 274.00USD");

std::optional<Budget> amount_of(std::string_view text) {
  constexpr std::size_t kCurrencyLength = 3;
  if (text.size() <= kCurrencyLength || text.size() > kMostAmountBytes) return std::nullopt;
  const std::string_view currency = text.substr(text.size() - kCurrencyLength);
  const Rational amount = Rational::parse(text.substr(0, text.size() - kCurrencyLength));
  if (!is_currency_code(currency) || !amount.ok() || amount < Rational(0)) return std::nullopt;
  if (amount.round_half_up(currency_exponent(currency)) != amount) return std::nullopt;
  return Budget{amount, std::string(currency)};
}

}  // namespace

std::optional<Per> per_named(std::string_view word) {
  for (Per per : {Per::second, Per::minute, Per::hour, Per::day, Per::month}) {
    if (per_word(per) == word) return per;
  }
  return std::nullopt;
}

void LinkFields::fail(std::string_view key, std::string_view what, std::string_view expected) {
  if (problem_) return;
  problem_ = Problem{tr("link, field {0}", {quoted(key)}), tr(what), tr(expected)};
}

void LinkFields::refuse(std::string_view key, std::string_view said, std::string_view what, std::string_view expected) {
  fail(key, join({quoted(said), " ", tr(what)}), expected);
}

std::optional<LinkFields::Parts> LinkFields::parts_of(std::string_view key, std::string_view value, std::size_t most) {
  Parts parts;
  while (true) {
    const std::size_t colon = value.find(':');
    std::optional<std::string> part = percent_decoded(value.substr(0, colon));
    if (!part) {
      refuse(key, value, "is not encoded well", "'%' with two hexadecimal digits after it");
      return std::nullopt;
    }
    parts.push_back(std::move(*part));
    if (colon == std::string_view::npos) return parts;
    if (parts.size() == most) {
      fail(key, "has too many parts", most == 1 ? tr("one value, without ':'") : tr("at most {0}, divided by ':'", {std::to_string(most)}));
      return std::nullopt;
    }
    value.remove_prefix(colon + 1);
  }
}

void LinkFields::read(std::string_view field) {
  const std::size_t equals = field.find('=');
  const std::optional<std::string> key = percent_decoded(field.substr(0, equals));
  if (equals == std::string_view::npos || !key || key->empty()) {
    fail(field, "is not a field", "a name, '=' and a value");
    return;
  }
  constexpr std::size_t kMostParts = 5;
  const std::string_view raw_value = field.substr(equals + 1);
  const bool opens_platform = *key == kPlatform;
  if (opens_platform) {
    in_platforms_ = true;
    platform_ = nullptr;
    seen_.clear();
  }
  const std::optional<Parts> value = parts_of(*key, raw_value, kMostParts);
  if (!value) return;
  if (opens_platform) {
    read_platform(*value);
    return;
  }
  if (std::find(seen_.begin(), seen_.end(), *key) != seen_.end()) {
    fail(*key, "stands twice", "each field once");
    return;
  }
  seen_.push_back(*key);
  if (!in_platforms_) {
    read_header(*key, *value);
  } else if (!platform_) {
    return;  // what belongs to a platform that could not be read goes with it
  } else if (key->starts_with(kUnitPrefix)) {
    read_unit_part(std::string_view(*key).substr(kUnitPrefix.size()), *value);
  } else if (key->starts_with(kRangePrefix)) {
    read_input_range(*key, *value);
  } else {
    read_metric(*key, *value);
  }
}

void LinkFields::finish() {
  check_rates();
  if (has_date_) return;
  fail(kDate, "is missing", "the date of the prices, such as d=2023-04-25");
  document_.scenario.date = catalog_->as_of;
}

void LinkFields::read_header(std::string_view key, const Parts& value) {
  if (key == kTotal) return read_total(value);
  if (key == kShape) return read_shape(value);
  if (key.starts_with(kRatePrefix)) return read_rate(key.substr(kRatePrefix.size()), value);
  if (key == kUnit) return read_unit(value);
  if (key.starts_with(kRangePrefix)) return read_header_range(key, value);
  if (key == kGrowth) return read_growth(value);
  if (value.size() > 1) return fail(key, "has too many parts", "one value without ':'");
  if (key == kTitle) return read_title(value[0]);
  if (key == kDate) return read_date(value[0]);
  if (key == kCycleDay) return read_cycle_day(value[0]);
  if (key == kBudget) return read_budget(value[0]);
  if (key == kRetries) return read_retries(value[0]);
  if (key == kInto) return read_into(value[0]);
  if (key == kOwn) return read_own(value[0]);
  if (key.starts_with(kDriverPrefix)) return read_answer(key.substr(kDriverPrefix.size()), value[0]);
  fail(key, "is not known", "t, d, c, s, r, b, g, in, rate.<currency>, sum, own, you.<driver>, unit, range.<input> or p");
}

void LinkFields::read_title(const std::string& value) {
  document_.scenario.title = clean_title(value);
  if (document_.scenario.title != without_direction_marks(value)) {
    fail(kTitle, "is too long or holds characters that a title cannot have",
         tr("at most {0} bytes of plain text", {std::to_string(kMostTitleBytes)}));
  }
}

void LinkFields::read_date(const std::string& value) {
  const std::optional<Date> date = Date::parse(value);
  if (!date) return refuse(kDate, value, "is not a date", "a day such as 2023-04-25");
  document_.scenario.date = *date;
  has_date_ = true;
}

void LinkFields::read_cycle_day(const std::string& value) {
  const std::optional<int> day = small_number(value);
  if (!day || *day < 1 || *day > 31) {
    return refuse(kCycleDay, value, "is not a day of the month", "1 to 31");
  }
  document_.scenario.cycle_day = *day;
}

void LinkFields::read_retries(const std::string& value) {
  if (value != kAgain) return refuse(kRetries, value, "is not known", "'again', or no such field");
  document_.scenario.retries = true;
}

void LinkFields::read_growth(const Parts& value) {
  if (value.size() > 2) return fail(kGrowth, "has too many parts", "percent a month, or a multiple, ':' and months");
  std::optional<int> months;
  if (value.size() == 2) {
    months = small_number(value[1]);
    if (!months) return refuse(kGrowth, value[1], "is not a number of months", "1 to 36");
  }
  const Result<GrowthRate> growth = months ? growth_to_target(value[0], *months) : growth_by_percent(value[0]);
  if (!growth) return fail(kGrowth, growth.problem().what, growth.problem().expected);
  document_.scenario.growth = growth.value();
}

void LinkFields::read_shape(const Parts& value) {
  const Result<TrafficPattern> traffic = read_traffic(value);
  if (!traffic.ok()) {
    const Problem& problem = traffic.problem();
    return refuse(kShape, problem.where, problem.what, problem.expected);
  }
  document_.scenario.traffic = traffic.value();
}

void LinkFields::read_into(const std::string& value) {
  if (!is_currency_code(value)) return refuse(kInto, value, "is not a currency", "three capitals, such as USD");
  document_.scenario.conversion.into = value;
}

void LinkFields::read_rate(std::string_view currency, const Parts& value) {
  const std::string key = join({kRatePrefix, currency});
  if (!is_currency_code(currency)) return refuse(key, currency, "is not a currency", "three capitals, as in rate.EUR");
  const std::optional<Date> as_of = value.size() == 2 ? Date::parse(value[1]) : std::nullopt;
  if (!as_of) return fail(key, "has no day of its own", "a rate, ':' and its day, such as 1.0845:2026-11-20");
  const Result<Rational> rate = parse_rate(value[0]);
  if (!rate) return fail(key, rate.problem().what, rate.problem().expected);
  Conversion& conversion = document_.scenario.conversion;
  if (conversion.rates.size() == kMostRates) {
    return fail(key, "is one rate too many", tr("at most {0} rates", {std::to_string(kMostRates)}));
  }
  conversion.set({std::string(currency), rate.value(), value[0], *as_of});
}

// What a rate leads to may stand behind it, so it is looked at when all is read.
void LinkFields::check_rates() {
  Conversion& conversion = document_.scenario.conversion;
  if (conversion.into.empty() && !conversion.rates.empty()) {
    fail(kInto, "is missing", "the currency that the rates lead to, such as in=USD");
    conversion.rates.clear();
  }
  if (conversion.rate_of(conversion.into) != nullptr) {
    refuse(kInto, conversion.into, "has a rate into itself", "rates of other currencies");
    conversion.remove(conversion.into);
  }
}

void LinkFields::read_budget(const std::string& value) {
  const std::optional<Budget> amount = amount_of(value);
  if (!amount) return refuse(kBudget, value, "is not an amount", kAmountExpected);
  document_.scenario.budget = *amount;
}

void LinkFields::read_total(const Parts& value) {
  const std::optional<Budget> amount = amount_of(value[0]);
  if (!amount) return refuse(kTotal, value[0], "is not an amount", kAmountExpected);
  SharedTotal total{amount->amount, amount->currency};
  for (std::size_t i = 1; i < value.size(); ++i) {
    bool& mark = value[i] == kAbout ? total.approximate : total.at_least;
    if (mark || (value[i] != kAbout && value[i] != kAtLeast)) {
      return refuse(kTotal, value[i], "is not a mark", "'about' or 'atleast', each once");
    }
    mark = true;
  }
  document_.total = total;
}

void LinkFields::read_own(const std::string& value) {
  if (!document_.scenario.drivers.empty() || !document_.scenario.choices.empty()) {
    return fail(kOwn, "stands behind what may depend on it", "own prices before 'you.' fields");
  }
  std::optional<std::string> own = own_of_link_text(value);
  if (!own) return fail(kOwn, "is not encoded well", "own prices in base64url");
  OwnReading reading = read_own_prices(*catalog_, *own);
  if (!reading.problems.empty()) {
    const Problem& problem = reading.problems.front();
    const std::string why = problem.where.empty() ? problem.what : tr("{0}: {1}", {problem.where, problem.what});
    fail(kOwn, tr("cannot be read: {0}", {why}), problem.expected);
    // What is offered has to open again from its own link.
    const Result<OwnImport> readable = import_own(*catalog_, "", *own, document_.scenario.date);
    *own = readable ? readable.value().own : std::string();
    reading = read_own_prices(*catalog_, *own);
  }
  with_own_ = std::make_unique<const Catalog>(std::move(reading.catalog));
  catalog_ = with_own_.get();
  document_.scenario.own = std::move(*own);
}

void LinkFields::read_answer(std::string_view id, const std::string& value) {
  const Driver* driver = catalog_->driver(id);
  const std::string key = join({kDriverPrefix, id});
  if (const Choice* choice = catalog_->choice(id)) {
    if (!choice->option(value)) return refuse(key, value, "is not an option", tr("one of the {0} options", {choice->name}));
    document_.scenario.choices.emplace(id, value);
    return;
  }
  if (!driver) return fail(key, "is not known", "a quantity that the catalogue asks for");
  const Result<Rational> number = parse_number(value);
  if (!number) return fail(key, number.problem().what, number.problem().expected);
  if (number.value() < driver->least || driver->most < number.value()) {
    return refuse(key, value, "is out of range", tr("{0} to {1}@@numbers", {group_digits(driver->least), group_digits(driver->most)}));
  }
  document_.scenario.drivers.emplace(id, number.value());
}

void LinkFields::read_unit(const Parts& value) {
  OwnUnit unit;
  unit.name = clean_unit_name(value[0]);
  if (unit.name != without_direction_marks(value[0])) {
    fail(kUnit, "has a name that is too long or holds characters that it cannot have",
         tr("at most {0} bytes of plain text", {std::to_string(kMostUnitNameBytes)}));
  }
  if (value.size() != 2) return fail(kUnit, "is not a name and a number", "a name, ':' and how many, such as one%20customer:600");
  const Result<Rational> count = parse_unit_count(value[1]);
  if (!count) return fail(kUnit, count.problem().what, count.problem().expected);
  unit.count = {count.value(), value[1]};
  document_.scenario.unit = std::move(unit);
}

void LinkFields::read_unit_part(std::string_view id, const Parts& value) {
  const std::string& platform = document_.scenario.platforms.back().platform;
  const std::string key = join({platform, " ", kUnitPrefix, id});
  std::optional<OwnUnit>& unit = document_.scenario.unit;
  if (!unit) return fail(key, "is a part of a unit that is not there", "a field such as unit=one%20customer:600 before the platforms");
  const Metric* metric = platform_->metric(id);
  if (!metric || metric->kind != Metric::Kind::entered) {
    return fail(key, "is not known", tr("an operation of {0}", {platform_->name}));
  }
  if (value.size() > 1) return fail(key, "has too many parts", "one number without ':'");
  const Result<Rational> amount = parse_unit_amount(value[0]);
  if (!amount) return fail(key, amount.problem().what, amount.problem().expected);
  OwnUnit more = *unit;
  more.parts[platform].emplace(id, TypedNumber{amount.value(), value[0]});
  if (const std::optional<Problem> problem = beyond_bounds(more)) return fail(key, problem->what, problem->expected);
  unit = std::move(more);
}

void LinkFields::read_platform(const Parts& value) {
  const Platform* platform = catalog_->platform(value[0]);
  std::vector<PlatformUse>& all = document_.scenario.platforms;
  if (!platform && catalog_->listing(value[0])) {
    return fail(kPlatform, tr("the prices of {0} could not be loaded", {catalog_->listing(value[0])->name}), "a network, then open it again");
  }
  if (!platform) {
    return fail(kPlatform, tr("platform {0} is not known", {quoted(value[0])}), "a platform of the catalogue");
  }
  const bool twice = std::any_of(all.begin(), all.end(), [&](const PlatformUse& u) { return u.platform == value[0]; });
  if (twice) return refuse(kPlatform, value[0], "stands twice", "each platform once");
  if (all.size() == static_cast<std::size_t>(kMostPlatforms)) {
    return fail(kPlatform, "there are too many platforms", tr("at most {0} platforms", {std::to_string(kMostPlatforms)}));
  }
  platform_ = platform;
  PlatformUse use;
  use.platform = value[0];
  if (value.size() > 1 && !value[1].empty()) {
    if (platform->plan(value[1])) {
      use.plan = value[1];
    } else {
      fail(kPlatform, tr("{0} has no plan {1}", {platform->name, quoted(value[1])}), "a plan of the catalogue");
    }
  }
  if (value.size() > 2) {
    use.already_on = value[2] == kAlreadyOn;
    if (!use.already_on) refuse(kPlatform, value[2], "is not known", "'on'");
  }
  all.push_back(std::move(use));
}

void LinkFields::read_metric(std::string_view id, const Parts& value) {
  PlatformUse& use = document_.scenario.platforms.back();
  const std::string key = join({use.platform, " ", id});
  const Metric* metric = platform_->metric(id);
  if (!metric || metric->kind == Metric::Kind::derived) {
    return fail(key, "is not known", tr("an input of {0}", {platform_->name}));
  }
  if (metric->kind == Metric::Kind::part) {
    const Result<Rational> share = parse_share(value[0]);
    if (!share) return fail(key, share.problem().what, share.problem().expected);
    if (value.size() > 1) return fail(key, "has too many parts", "one share, such as 40%25");
    use.shares.emplace(id, Share{share.value(), value[0]});
    return;
  }
  std::optional<Per> per = Per::month;
  if (value.size() > 1) per = per_named(value[1]);
  if (!per || value.size() > 2) {
    return refuse(key, value.back(), "is not a unit of time", "second, minute, hour, day or month");
  }
  const Result<Quantity> quantity = parse_quantity(value[0], *per);
  if (!quantity) return fail(key, quantity.problem().what, quantity.problem().expected);
  use.quantities.emplace(id, quantity.value());
}

}  // namespace tollmeter
