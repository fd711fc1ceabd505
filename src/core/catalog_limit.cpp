#include <array>

#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kYear = 366 * kDay;

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
  if (at.has("size")) {
    window.size = at.member("size").number();
    if (window.size.is_zero()) at.member("size").fail("it is zero", "a number above zero, or no size");
  }
  if (at.has("refill")) window.stepped = at.word("refill", "even, stepped") == 1;
  if (at.has("overdraft")) window.overdraft = at.member("overdraft").number();
  if (!at.has("start")) return;
  window.start = at.member("start").number();
  if (Rational(1) < window.start) at.member("start").fail("it is more than the whole", "a share from \"0\" to \"1\"");
}

/// "09:30" as seconds of the day.
int read_time(const JsonCursor& at) { return read_clock(at) % static_cast<int>(kDay); }

/// What only fixed windows have: where they begin.
void read_anchor(const JsonCursor& at, Window& window) {
  const bool fixed = window.kind == Window::Kind::fixed;
  const auto only = [&](std::string_view key, bool fits, std::string_view what) {
    if (at.has(key) && !fits) at.member(key).fail(what, "no such key");
    return at.has(key) && fits;
  };
  if (only("zone", window.is_calendar(), marked("only fixed days and months begin by a zone's clock"))) {
    window.zone = at.text("zone");
  } else if (window.is_calendar()) {
    at.member("zone");
  }
  const bool several = fixed && !window.is_month() && window.is_calendar() && window.seconds > kDay;
  if (only("from", several, marked("only fixed windows of several days are counted from a day"))) {
    window.from = at.member("from").day();
  }
  if (only("time", fixed, marked("only fixed windows begin at a time of day"))) window.time = read_time(at.member("time"));
}

Window read_window(const JsonCursor& at, const Catalog& common) {
  Window window;
  at.read({"kind", "length", "zone", "from", "day", "time", "size", "refill", "start", "overdraft", "lasts"});
  window.kind =
      static_cast<Window::Kind>(at.word("kind", "fixed, rolling, cycle, first_use, sliding, bucket, concurrent"));
  read_bucket(at, window);
  if (at.has("lasts")) {
    const JsonCursor lasts = at.member("lasts");
    window.lasts = read_formula(lasts, lasts.text(), common);
    if (window.kind != Window::Kind::concurrent) lasts.fail("only calls in flight have it", "no such key");
  }
  if (window.kind == Window::Kind::cycle || window.kind == Window::Kind::concurrent) {
    if (at.has("length")) {
      at.member("length").fail(window.kind == Window::Kind::cycle ? "the billing cycle has its own length"
                                                                   : "calls in flight have no window",
                               "no length");
    }
  } else if (window.kind == Window::Kind::fixed && at.text("length") == "1 month") {
    const JsonCursor day = at.member("day");
    const Rational number = day.number();
    if (!number.is_whole() || number < 1 || number > 31) day.fail("it is no day of the month", "\"1\" to \"31\"");
    window.month_day = static_cast<int>(max(Rational(1), min(Rational(31), number.ok() ? number : 1)).to_int64());
  } else {
    const JsonCursor length = at.member("length");
    window.seconds = read_length(length);
    constexpr std::int64_t kMostDays = 31;
    if (window.seconds > kMostDays * kDay) length.fail("it is longer than a billing month", "at most \"31 days\"");
  }
  if (at.has("day") && !window.is_month()) at.member("day").fail("only fixed months begin on a day", "no such key");
  read_anchor(at, window);
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
  at.read({"is", JsonField("error", breach.error).if_any(), JsonField("until", breach.until).if_any(), "penalty",
           "shut_until", "wait"});
  breach.behaviour = static_cast<Behaviour>(at.word("is", "refuse, delay, bill, nothing, degrade, suspend, top_up"));
  const auto only = [&](std::string_view key, Behaviour behaviour, std::int64_t& seconds) {
    if (!at.has(key)) return;
    seconds = read_length(at.member(key));
    if (seconds > kYear) at.member(key).fail("it is too long", "at most a year");
    if (breach.behaviour != behaviour) at.member(key).fail("this behaviour has none", "no such key");
  };
  only("penalty", Behaviour::refuse, breach.penalty);
  if (at.has("shut_until")) {
    const JsonCursor until = at.member("shut_until");
    until.read({"time", {"zone", breach.shut_zone}});
    breach.shut_until = read_time(until.member("time"));
    if (breach.behaviour != Behaviour::refuse) until.fail("this behaviour has none", "no such key");
    if (breach.penalty > 0) until.fail("it stands beside 'penalty'", "one of the two");
  }
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

/// "climbs": {"paid": <driver>, "rungs": [{"from": "50", "amount": "500"}]}
void read_climbs(const JsonCursor& at, const Catalog& common, Limit& limit) {
  if (!at.has("climbs")) return;
  const JsonCursor climbs = at.member("climbs");
  climbs.read({{"paid", limit.paid_before, JsonField::Kind::id}, "rungs"});
  if (!common.may_name(limit.paid_before)) {
    climbs.member("paid").refuse(limit.paid_before, "is not a driver", "a driver: what was paid before the month");
  }
  climbs.member("rungs");
  climbs.each("rungs", [&](const JsonCursor& place) {
    Limit::Rung rung;
    place.read({{"from", rung.paid}, "amount"});
    rung.amount = read_amount(place.member("amount"), common);
    if (rung.amount.kind == Amount::Kind::unknown) place.member("amount").fail("a rung without a number says nothing", "a number or \"unlimited\"");
    if (!limit.rungs.empty() && rung.paid <= limit.rungs.back().paid) {
      place.member("from").fail("it does not lie above the rung before", "amounts of money that rise");
    }
    limit.rungs.push_back(std::move(rung));
  });
  if (limit.rungs.empty()) climbs.member("rungs").fail("it is empty", "one rung or more");
  if (limit.amount.kind != Amount::Kind::known) at.member("amount").fail("what climbs begins with a number", "a number or a formula");
}

void read_distinct(const JsonCursor& at, const Catalog& common, Limit& limit) {
  if (!at.has("distinct")) return;
  const JsonCursor distinct = at.member("distinct");
  limit.distinct = read_formula(distinct, distinct.text(), common);
  const Window::Kind kind = limit.window.kind;
  const bool fits = kind == Window::Kind::fixed || kind == Window::Kind::rolling || kind == Window::Kind::cycle;
  if (!fits) distinct.fail("this window counts no different things", "kind \"fixed\", \"rolling\" or \"cycle\"");
  if (limit.weights.size() != 1 || limit.weights.front().units != 1) {
    distinct.fail("different things are counted of one metric, one by one", "'counts' of one metric with weight \"1\"");
  }
  if (limit.breach.penalty > 0 || limit.breach.shut_until >= 0 || limit.breach.behaviour == Behaviour::delay) {
    distinct.fail("it goes with no penalty and no waiting", "none of both at the breach");
  }
}

}  // namespace

Limit read_limit(const JsonCursor& at, const Platform& platform, const Catalog& common) {
  Limit limit;
  at.read({{"id", limit.id, JsonField::Kind::id},
           {"name", limit.name},
           "counts",
           {"spend", limit.spend},
           "amount",
           "distinct",
           "climbs",
           "window",
           "scope",
           "at_breach"},
          kFigureFields);
  limit.weights = read_weights(at, platform);
  if (limit.spend != limit.weights.empty()) {
    at.fail("a limit counts metrics or money", "either 'counts' or 'spend'");
  }
  limit.amount = read_amount(at.member("amount"), common);
  const bool is_number = limit.amount.kind == Amount::Kind::known && limit.amount.value.is_number();
  if (is_number && limit.amount.value.evaluate([](std::string_view) { return Rational(0); }) < 0) {
    at.member("amount").fail("it is below zero", "a number from zero on, or a formula of drivers");
  }
  limit.breach = read_breach(at.member("at_breach"));
  limit.window = read_window(at.member("window"), common);
  read_distinct(at, common, limit);
  read_climbs(at, common, limit);
  limit.scope = read_scope(at.member("scope"), common);
  read_figure(at, platform, limit);
  return limit;
}

}  // namespace tollmeter
