#include <limits>
#include <utility>

#include "core/catalog_rows.h"

namespace tollmeter {

DaySpan span_of(const Validity& v) {
  return {v.from.value_or(Date{std::numeric_limits<std::int32_t>::min()}),
          v.to.value_or(Date{std::numeric_limits<std::int32_t>::max()})};
}

DaySpan common_span(DaySpan a, DaySpan b) { return {a.from < b.from ? b.from : a.from, a.to < b.to ? a.to : b.to}; }

bool overlap(const Validity& a, const Validity& b) { return !common_span(span_of(a), span_of(b)).empty(); }

Validity read_validity(const JsonCursor& at) {
  Validity v;
  if (at.has("from")) v.from = at.member("from").day();
  if (at.has("to")) v.to = at.member("to").day();
  if (at.has("from_about")) v.from_about = at.text("from_about");
  if (at.has("to_about")) v.to_about = at.text("to_about");
  if (v.from && v.to && *v.to <= *v.from) {
    at.member("to").fail("it does not lie after 'from'", "a later day (the first on which the row no longer holds)");
  }
  return v;
}

Formula read_formula(const JsonCursor& at, std::string_view text, const Catalog& common) {
  Result<Formula> formula = Formula::parse(text);
  if (!formula) {
    at.fail(formula.problem().what, formula.problem().expected);
    return {};
  }
  for (const std::string& driver : formula.value().drivers()) {
    if (!common.may_name(driver) && !is_calendar_name(driver)) at.refuse(driver, "is not a driver", "a driver of the common file");
  }
  return std::move(formula.value());
}

int read_clock(const JsonCursor& at) {
  const std::string text = at.text();
  const auto digit = [&](std::size_t i) { return text[i] - '0'; };
  const bool shaped = text.size() == 5 && text[2] == ':' && text.find_first_not_of("0123456789:") == std::string::npos;
  const int minutes = shaped && text.rfind(':') == 2 ? (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4) : -1;
  if (minutes < 0 || minutes > 24 * 60 || digit(3) > 5) {
    at.refuse(text, "is not a time of day", "hours and minutes such as \"09:30\", at most \"24:00\"");
    return 0;
  }
  return minutes * 60;
}

Amount read_amount(const JsonCursor& at, const Catalog& common) {
  constexpr std::string_view kAbout = "about ";
  const std::string text = at.text();
  Amount amount;
  if (at.failed() || text == "unknown") return amount;
  if (text == "unlimited") {
    amount.kind = Amount::Kind::unlimited;
    return amount;
  }
  amount.kind = Amount::Kind::known;
  amount.approximate = text.starts_with(kAbout);
  amount.value = read_formula(at, std::string_view(text).substr(amount.approximate ? kAbout.size() : 0), common);
  return amount;
}

void read_figure(const JsonCursor& at, const Platform& platform, Figure& figure) {
  figure.validity = read_validity(at);
  if (!platform.own || at.has("source")) {
    figure.source = at.text("source");
    check_source(at, platform, figure.source);
  }
  at.each("alternatives", [&](const JsonCursor& place) {
    Alternative other;
    place.read({{"value", other.value}, {"source", other.source}});
    check_source(place, platform, other.source);
    figure.alternatives.push_back(std::move(other));
  });
  if (at.has("choice")) figure.choice = at.text("choice");
  if (at.has("note")) figure.note = at.text("note");
  if (!figure.alternatives.empty() && figure.choice.empty()) {
    at.fail("sources disagree and it is not said why this value was taken", "'choice', one sentence");
  }
}

void check_source(const JsonCursor& at, const Platform& platform, std::string_view id) {
  if (platform.source(id) != nullptr) return;
  at.member("source").refuse(id, "is not a source", "the id of one of the platform's sources");
}

void check_once(const JsonCursor& at, std::string_view id, bool taken, std::string_view expected) {
  if (taken) at.member("id").refuse(id, "is there twice", expected);
}

const Metric* read_metric_name(const JsonCursor& at, const Platform& platform) {
  const std::string id = at.text();
  const Metric* metric = platform.metric(id);
  if (metric == nullptr) at.refuse(id, "is not a metric", "the id of one of the platform's metrics");
  return metric;
}

}  // namespace tollmeter
