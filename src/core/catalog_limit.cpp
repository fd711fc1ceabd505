#include <algorithm>
#include <array>

#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kDay = 86400;

struct LengthUnit {
  std::string_view word;
  std::int64_t seconds;
};
constexpr std::array kUnits = {LengthUnit{"s", 1}, LengthUnit{"min", 60}, LengthUnit{"h", 3600},
                               LengthUnit{"day", kDay}, LengthUnit{"days", kDay}};

/// "15 min", "24 h", "1 day".
std::int64_t read_length(const JsonCursor& at, std::string_view key) {
  const JsonCursor place = at.member(key);
  const std::string text = place.text();
  const std::size_t space = text.find(' ');
  if (space != std::string::npos && space > 0 && space <= 6 && text.find_first_not_of("0123456789") == space) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < space; ++i) count = count * 10 + (text[i] - '0');
    for (const LengthUnit& unit : kUnits) {
      if (unit.word == std::string_view(text).substr(space + 1) && count > 0) {
        return count * unit.seconds;
      }
    }
  }
  place.fail("'" + text + "' is not a length of time", "such as \"1 s\", \"15 min\", \"24 h\", \"1 day\"");
  return kDay;
}

Window read_window(const JsonCursor& at) {
  at.allow({"kind", "length", "zone"});
  Window window;
  window.kind = at.word<Window::Kind>(
      "kind", {{"fixed", Window::Kind::fixed}, {"rolling", Window::Kind::rolling}, {"cycle", Window::Kind::cycle}});
  if (window.kind == Window::Kind::cycle) {
    if (at.has("length")) at.member("length").fail("the billing cycle has its own length", "no length");
    return window;
  }
  window.seconds = read_length(at, "length");
  const bool whole_days = window.kind == Window::Kind::fixed && window.seconds % kDay == 0;
  if (whole_days && window.seconds != kDay) {
    at.member("length").fail("a fixed window of several days has no agreed start", "\"1 day\"");
  }
  if (whole_days) {
    window.zone = at.text("zone");
  } else if (at.has("zone")) {
    at.member("zone").fail("only fixed days begin at a zone's midnight", "no zone");
  }
  return window;
}

Scope read_scope(const JsonCursor& at, const Catalog& common) {
  at.allow({"name", "per"});
  Scope scope{at.text("name"), at.text_if_any("per")};
  if (!scope.per.empty() && common.driver(scope.per) == nullptr) {
    at.member("per").fail("'" + scope.per + "' is not a driver", "a driver of the common file");
  }
  return scope;
}

Breach read_breach(const JsonCursor& at) {
  at.allow({"is", "error", "until"});
  return {at.word<Behaviour>("is", {{"refuse", Behaviour::refuse},
                                    {"delay", Behaviour::delay},
                                    {"bill", Behaviour::bill},
                                    {"nothing", Behaviour::nothing}}),
          at.text_if_any("error"), at.text_if_any("until")};
}

}  // namespace

Limit read_limit(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  at.allow({"id", "name", "counts", "spend", "amount", "window", "scope", "at_breach", "from", "to", "from_about",
            "to_about", "source", "alternatives", "choice", "note"});
  Limit limit;
  limit.id = at.id("id");
  limit.name = at.text("name");
  limit.spend = at.flag("spend");
  at.each_member("counts", [&](const std::string& id, const JsonCursor& place) {
    if (platform.metric(id) == nullptr) {
      place.fail("'" + id + "' is not a metric", "the id of one of the platform's metrics");
    }
    const std::string text = place.text();
    const Rational units = Rational::parse(text);
    if (!units.ok() || units <= Rational(0)) {
      place.fail("'" + text + "' is not a weight", "a decimal number above zero, such as \"1\"");
    }
    limit.weights.push_back({id, units});
  });
  if (limit.spend != limit.weights.empty()) {
    at.fail("a limit counts metrics or money", "either 'counts' or 'spend'");
  }
  // JSON objects have no order: pools are served in the order of the platform's metrics.
  std::sort(limit.weights.begin(), limit.weights.end(),
            [&](const Weight& a, const Weight& b) { return platform.metric(a.metric) < platform.metric(b.metric); });
  limit.amount = read_amount(at, "amount", common);
  limit.window = read_window(at.member("window"));
  limit.scope = read_scope(at.member("scope"), common);
  limit.breach = read_breach(at.member("at_breach"));
  read_figure(at, platform, limit);
  return limit;
}

}  // namespace tollmeter
