#include <limits>

#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

constexpr std::string_view kAbout = "about ";
constexpr std::string_view kNumberShape = "digits with at most one point, such as \"0.005\"";

Formula parse_formula(const JsonCursor& place, std::string_view text, const Catalog& common) {
  const Result<Formula> formula = Formula::parse(text);
  if (!formula) {
    place.fail(formula.problem().what, formula.problem().expected);
    return {};
  }
  for (const std::string& driver : formula.value().drivers()) {
    if (common.driver(driver) == nullptr) {
      place.fail("'" + driver + "' is not a driver", "a driver of the common file");
      return {};
    }
  }
  return formula.value();
}

void check_source(const JsonCursor& place, const Platform& platform, const std::string& id) {
  if (!place.failed() && platform.source(id) == nullptr) {
    place.fail("'" + id + "' is not a source", "the id of one of the platform's sources");
  }
}

}  // namespace

DaySpan span_of(const Validity& v) {
  return {v.from.value_or(Date{std::numeric_limits<std::int32_t>::min()}),
          v.to.value_or(Date{std::numeric_limits<std::int32_t>::max()})};
}

DaySpan common_span(DaySpan a, DaySpan b) { return {a.from < b.from ? b.from : a.from, a.to < b.to ? a.to : b.to}; }

std::optional<Date> read_date(const JsonCursor& at, std::string_view key) {
  if (!at.has(key)) return std::nullopt;
  const JsonCursor place = at.member(key);
  const std::string text = place.text();
  const std::optional<Date> date = Date::parse(text);
  if (!date) place.fail("'" + text + "' is not a day", "a date such as \"2023-04-25\"");
  return date;
}

Validity read_validity(const JsonCursor& at) {
  Validity v{read_date(at, "from"), read_date(at, "to"), at.text_if_any("from_about"), at.text_if_any("to_about")};
  if (v.from && v.to && *v.to <= *v.from) {
    at.member("to").fail("it does not lie after 'from'", "a later day (the first on which the row no longer holds)");
  }
  return v;
}

Rational read_number(const JsonCursor& at, std::string_view key) {
  const JsonCursor place = at.member(key);
  const std::string text = place.text();
  const Rational number = Rational::parse(text);
  if (!number.ok()) {
    place.fail("'" + text + "' is not a decimal number", std::string(kNumberShape));
    return {};
  }
  if (number < Rational(0)) place.fail("'" + text + "' is below zero", "zero or more");
  return number;
}

Rational read_number_or(const JsonCursor& at, std::string_view key, Rational absent) {
  return at.has(key) ? read_number(at, key) : absent;
}

Formula read_formula(const JsonCursor& at, std::string_view key, const Catalog& common) {
  const JsonCursor place = at.member(key);
  return parse_formula(place, place.text(), common);
}

Amount read_amount(const JsonCursor& at, std::string_view key, const Catalog& common) {
  const JsonCursor place = at.member(key);
  const std::string text = place.text();
  Amount amount;
  if (place.failed() || text == "unknown") return amount;
  if (text == "unlimited") {
    amount.kind = Amount::Kind::unlimited;
    return amount;
  }
  std::string_view rest = text;
  amount.approximate = rest.starts_with(kAbout);
  if (amount.approximate) rest.remove_prefix(kAbout.size());
  amount.kind = Amount::Kind::known;
  amount.value = parse_formula(place, rest, common);
  return amount;
}

void read_figure(const JsonCursor& at, const Platform& platform, Figure& figure) {
  figure.validity = read_validity(at);
  figure.source = at.text("source");
  check_source(at.member("source"), platform, figure.source);
  at.each("alternatives", [&](const JsonCursor& place) {
    place.allow({"value", "source"});
    figure.alternatives.push_back({place.text("value"), place.text("source")});
    check_source(place.member("source"), platform, figure.alternatives.back().source);
  });
  figure.choice = at.text_if_any("choice");
  figure.note = at.text_if_any("note");
  if (!figure.alternatives.empty() && figure.choice.empty()) {
    at.fail("sources disagree and it is not said why this value was taken", "'choice', one sentence");
  }
}

const Metric* read_metric_name(const JsonCursor& at, const Platform& platform) {
  const std::string id = at.text();
  const Metric* metric = platform.metric(id);
  if (metric == nullptr) {
    at.fail("'" + id + "' is not a metric", "the id of one of the platform's metrics");
  }
  return metric;
}

}  // namespace tollmeter
