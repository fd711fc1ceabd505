#include "core/link_ranges.h"

#include "core/format.h"
#include "core/link_fields.h"
#include "core/link_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using namespace link_word;

constexpr const char* kRangeExpected = marked("low, ':' and high, such as 20000:90000");

/// Of the text of an end: the unit of time that it names, else a month.
Per per_in(std::string_view text) {
  const Result<Quantity> read = parse_quantity(text, Per::month);
  return read ? read.value().per : Per::month;
}

/// Both as they are typed, or as numbers where that would not read back.
std::string ends(const Range& range, bool typed) {
  // What has no end as a decimal (a third) is rounded far below what any limit notices.
  const auto decimal = [](const Rational& number) {
    const std::string text = number.text();
    return text.find('/') == std::string::npos ? text : number.round_half_up(9).text();
  };
  const auto text = [&](const TypedNumber& end) { return percent_encoded(typed ? end.typed : decimal(end.value)); };
  return join({text(range.low), ":", text(range.high)});
}

}  // namespace

std::string range_value(RangeOf kind, const Range& range) {
  const auto reads_back = [&](Per per) {
    const Result<Range> read = parse_range(kind, range.low.typed, range.high.typed, per);
    return read.ok() && read.value() == range;
  };
  if (reads_back(kind == RangeOf::quantity ? per_in(range.low.typed) : range.per)) return ends(range, true);
  const std::string per = range.per == Per::month ? "" : join({":", per_word(range.per)});
  return ends(range, reads_back(range.per)) + per;
}

std::optional<Range> LinkFields::range_in(std::string_view key, RangeOf kind, const Parts& value) {
  if (count_ranges(document_.scenario) == kMostRanges) {
    fail(key, "is one range too many", tr("at most {0}", {std::to_string(kMostRanges)}));
    return std::nullopt;
  }
  const bool has_per = kind == RangeOf::quantity && value.size() == 3;
  if (value.size() != 2 && !has_per) {
    fail(key, "is not a low and a high end", kRangeExpected);
    return std::nullopt;
  }
  Per per = kind == RangeOf::quantity ? per_in(value[0]) : Per::month;
  if (has_per) {
    const std::optional<Per> named = per_named(value[2]);
    if (!named) {
      refuse(key, value[2], "is not the unit of time of both ends", "low, ':' and high, and behind them at most second, minute, hour, day or month, such as 100:300:day");
      return std::nullopt;
    }
    per = *named;
  }
  const Result<Range> range = parse_range(kind, value[0], value[1], per);
  if (range) return range.value();
  fail(key, range.problem().what, range.problem().expected);
  return std::nullopt;
}

void LinkFields::read_header_range(std::string_view key, const Parts& value) {
  const std::string_view name = key.substr(kRangePrefix.size());
  Scenario& scenario = document_.scenario;
  if (name == kUnit) {
    if (!scenario.unit) return fail(key, "is a range of a unit that is not there", "a field such as unit=one%20customer:600 before it");
    OwnUnit unit = *scenario.unit;
    unit.range = range_in(key, RangeOf::unit_count, value);
    if (!unit.range) return;
    if (const std::optional<Problem> problem = beyond_bounds(unit)) return fail(key, problem->what, problem->expected);
    scenario.unit = std::move(unit);
    return;
  }
  const bool of_driver = name.starts_with(kDriverPrefix);
  const Driver* driver = of_driver ? catalog_->driver(name.substr(kDriverPrefix.size())) : nullptr;
  if (!driver) return fail(key, "is not known", "range.unit, range.you.<driver>, or range.<input> after a platform");
  const std::optional<Range> range = range_in(key, RangeOf::driver, value);
  if (!range) return;
  if (const std::optional<Problem> problem = out_of_range(*range, *driver)) return fail(key, problem->what, problem->expected);
  scenario.driver_ranges.emplace(driver->id, *range);
}

void LinkFields::read_input_range(std::string_view field, const Parts& value) {
  PlatformUse& use = document_.scenario.platforms.back();
  const std::string key = join({use.platform, " ", field});
  const std::string_view id = field.substr(kRangePrefix.size());
  const Metric* metric = platform_->metric(id);
  if (!metric || metric->kind == Metric::Kind::derived) {
    return fail(key, "is not known", tr("range. and an input of {0}", {platform_->name}));
  }
  const RangeOf kind = metric->kind == Metric::Kind::part ? RangeOf::share : RangeOf::quantity;
  if (const std::optional<Range> range = range_in(key, kind, value)) {
    (kind == RangeOf::share ? use.share_ranges : use.ranges).emplace(id, *range);
  }
}

}  // namespace tollmeter
