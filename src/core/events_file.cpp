#include "core/events_file.h"

#include <limits>
#include <optional>
#include <utility>

#include "core/file_fields.h"
#include "core/json_document.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{16u << 20, 16, 100'000};

TimedCall read_call(const JsonCursor& at, const Platform& platform, Nanoseconds before) {
  TimedCall call;
  at.read({"at", "metric", "calls", "seconds", JsonField("thing", call.thing).if_any(), "whose"});
  const JsonCursor instant = at.member("at");
  call.at = read_instant(instant);
  if (call.at < before) instant.fail("it lies before the event above it", "events in the order of time");
  const std::vector<Metric>& metrics = platform.metrics;
  if (at.has("metric")) {
    call.metric = at.text("metric");
    if (platform.metric(call.metric) == nullptr) {
      at.member("metric").refuse(call.metric, "is not a metric", "the id of one of the plan's metrics");
    }
  } else if (metrics.size() == 1) {
    call.metric = metrics.front().id;
  } else {
    at.member("metric");
  }
  if (at.has("calls")) call.calls = at.member("calls").number_of_any_kind();
  if (at.has("seconds")) {
    const JsonCursor place = at.member("seconds");
    const Rational lasts = (place.number_of_any_kind() * kSecond).round_half_up(0);
    if (!lasts.ok() || lasts > Rational(std::int64_t{366} * 86'400) * kSecond) place.fail("it is too long", "at most a year");
    call.lasts = lasts.to_int64();
  }
  at.each_member("whose", [&](const std::string& scope, const JsonCursor& place) { call.whose[scope] = place.text(); });
  return call;
}

}  // namespace

Result<EventsFile> read_events_file(std::string_view json, const Catalog& plan_file) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  const Platform& platform = plan_file.platforms.front();
  EventsFile file;
  at.read({{"date", file.date}, "cycle_day", "drivers", "events"});
  file.cycle_day = read_cycle_day(at, 1);
  file.drivers = read_numbers(at, "drivers");
  at.member("events");
  Nanoseconds before = std::numeric_limits<Nanoseconds>::min();
  at.each("events", [&](const JsonCursor& place) {
    file.calls.push_back(read_call(place, platform, before));
    before = file.calls.back().at;
  });
  if (!problem) {
    for (const Limit& limit : platform.plans.front().limits) {
      const auto need = [&](const std::string& name) {
        if (name.empty() || file.drivers.contains(name)) return;
        at.fail(tr("the plan names '{0}', which is not given", {name}), tr("'drivers' with '{0}' and its number", {name}));
      };
      need(limit.paid_before);
      if (limit.amount.kind == Amount::Kind::known) {
        for (const std::string& name : limit.amount.value.drivers()) need(name);
      }
      for (const Limit::Rung& rung : limit.rungs) {
        for (const std::string& name : rung.amount.value.drivers()) need(name);
      }
    }
  }
  if (problem) return *std::move(problem);
  return file;
}

std::vector<Decision> decide_events(const Catalog& plan_file, const EventsFile& file, Zones zones) {
  const auto driver = [&](std::string_view name) {
    const auto found = file.drivers.find(name);
    return found == file.drivers.end() ? Rational::overflow() : found->second;
  };
  // Calls at instants have no bill: a limit that climbs stands where what was paid before has it.
  const auto cap_of = [&](const Limit& limit) -> std::optional<Rational> {
    const Amount* amount = &limit.amount;
    for (const Limit::Rung& rung : limit.rungs) {
      if (rung.paid <= driver(limit.paid_before)) amount = &rung.amount;
    }
    if (amount->kind != Amount::Kind::known) return std::nullopt;
    return amount->value.evaluate(driver);
  };
  Decider decider(plan_file.platforms.front().plans.front(), file.date, {zones, file.cycle_day}, cap_of);
  std::vector<Decision> decisions;
  decisions.reserve(file.calls.size());
  for (const TimedCall& call : file.calls) decisions.push_back(decider.decide(call));
  return decisions;
}

}  // namespace tollmeter
