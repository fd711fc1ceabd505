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
std::int64_t read_length(const JsonCursor& at) {
  const std::string text = at.text();
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
  at.refuse(text, "is not a length of time", "such as \"1 s\", \"15 min\", \"24 h\", \"1 day\"");
  return kDay;
}

void read_bucket(const JsonCursor& at, Window& window) {
  constexpr std::string_view kKeys[] = {"size", "refill", "start", "overdraft"};
  if (window.kind != Window::Kind::bucket) {
    for (const std::string_view key : kKeys) {
      if (at.has(key)) at.member(key).fail("only a bucket has it", "no such key");
    }
    return;
  }
  if (at.has("size")) window.size = at.member("size").number();
  if (at.has("refill")) window.stepped = at.word("refill", "even, stepped") == 1;
  if (at.has("overdraft")) window.overdraft = at.member("overdraft").number();
  if (!at.has("start")) return;
  window.start = at.member("start").number();
  if (Rational(1) < window.start) at.member("start").fail("it is more than the whole", "a share from \"0\" to \"1\"");
}

Window read_window(const JsonCursor& at, const Catalog& common) {
  Window window;
  at.read({"kind", "length", "zone", "size", "refill", "start", "overdraft", "lasts"});
  window.kind =
      static_cast<Window::Kind>(at.word("kind", "fixed, rolling, cycle, first_use, sliding, bucket, concurrent"));
  read_bucket(at, window);
  if (at.has("lasts")) {
    const JsonCursor lasts = at.member("lasts");
    window.lasts = read_formula(lasts, lasts.text(), common);
    if (window.kind != Window::Kind::concurrent) lasts.fail("only calls in flight have it", "no such key");
  }
  if (window.kind == Window::Kind::cycle || window.kind == Window::Kind::concurrent) {
    if (!at.has("length")) return window;
    at.member("length").fail(window.kind == Window::Kind::cycle ? "the billing cycle has its own length"
                                                                 : "calls in flight have no window",
                             "no length");
    return window;
  }
  const JsonCursor length = at.member("length");
  window.seconds = read_length(length);
  const bool whole_days = window.kind == Window::Kind::fixed && window.seconds % kDay == 0;
  if (whole_days && window.seconds != kDay) {
    length.fail("a fixed window of several days has no agreed start", "\"1 day\"");
  }
  if (whole_days) {
    window.zone = at.text("zone");
  } else if (at.has("zone")) {
    at.member("zone").fail("only fixed days begin at a zone's midnight", "no zone");
  }
  return window;
}

Scope read_scope(const JsonCursor& at, const Catalog& common) {
  Scope scope;
  at.read({{"name", scope.name}, JsonField("per", scope.per).if_any()});
  if (!scope.per.empty() && !common.may_name(scope.per)) {
    at.member("per").refuse(scope.per, "is not a driver", "a driver of the common file");
  }
  return scope;
}

Breach read_breach(const JsonCursor& at) {
  Breach breach;
  at.read({"is", JsonField("error", breach.error).if_any(), JsonField("until", breach.until).if_any(), "penalty", "wait"});
  breach.behaviour = static_cast<Behaviour>(at.word("is", "refuse, delay, bill, nothing, degrade, suspend, top_up"));
  const auto only = [&](std::string_view key, Behaviour behaviour, std::int64_t& seconds) {
    if (!at.has(key)) return;
    seconds = read_length(at.member(key));
    if (breach.behaviour != behaviour) at.member(key).fail("this behaviour has none", "no such key");
  };
  only("penalty", Behaviour::refuse, breach.penalty);
  only("wait", Behaviour::delay, breach.most_wait);
  return breach;
}

/// JSON objects have no order: pools are served in the order of the platform's metrics.
std::vector<Weight> read_weights(const JsonCursor& at, const Platform& platform) {
  std::vector<Rational> units(platform.metrics.size());
  at.each_member("counts", [&](const std::string& id, const JsonCursor& place) {
    const Metric* metric = platform.metric(id);
    if (metric == nullptr) return place.refuse(id, "is not a metric", "the id of one of the platform's metrics");
    const std::string text = place.text();
    const Rational weight = Rational::parse(text);
    if (!(Rational(0) < weight)) place.refuse(text, "is not a weight", "a decimal number above zero, such as \"1\"");
    units[static_cast<std::size_t>(metric - platform.metrics.data())] = weight;
  });
  std::vector<Weight> weights;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_zero()) weights.push_back({platform.metrics[i].id, units[i]});
  }
  return weights;
}

}  // namespace

Limit read_limit(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  Limit limit;
  at.read({{"id", limit.id, JsonField::Kind::id},
           {"name", limit.name},
           "counts",
           {"spend", limit.spend},
           "amount",
           "window",
           "scope",
           "at_breach"},
          kFigureFields);
  limit.weights = read_weights(at, platform);
  if (limit.spend != limit.weights.empty()) {
    at.fail("a limit counts metrics or money", "either 'counts' or 'spend'");
  }
  limit.amount = read_amount(at.member("amount"), common);
  limit.breach = read_breach(at.member("at_breach"));
  limit.window = read_window(at.member("window"), common);
  if (runs_on_timed_calls_only(limit) && !platform.own) {
    at.member("window").fail("a month of traffic cannot be run against it yet", "\"fixed\", \"rolling\" or \"cycle\"");
  }
  limit.scope = read_scope(at.member("scope"), common);
  read_figure(at, platform, limit);
  return limit;
}

}  // namespace tollmeter
