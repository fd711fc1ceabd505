#include "core/reply/match.h"

#include <algorithm>

#include "core/advice.h"
#include "core/plan_choice.h"
#include "core/reply/holders.h"

namespace tollmeter {
namespace {

/// A limit of a plan, and how far it is what the reply speaks of.
struct Row {
  const Plan* plan = nullptr;
  LimitOutcome outcome;
  bool same_amount = false;
  int score = 0;
};

/// What the windows that tripped say: any of them may be the one.
struct Said {
  std::vector<Rational> limits, lengths;
};

bool has(const std::vector<Rational>& all, const Rational& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

Rational length_of(const Window& window) { return window.is_month() ? Rational(0) : Rational(window.seconds); }

bool has_cap(const LimitOutcome& outcome) { return outcome.state != LimitState::unpublished && outcome.state != LimitState::unlimited && outcome.cap.ok(); }

std::ptrdiff_t place_of(const std::vector<std::string>& ids, const Row& row) { return std::find(ids.begin(), ids.end(), row.outcome.limit->id) - ids.begin(); }

std::vector<Row> rows_of(const Platform& platform, const ReplyReading& reading, const Said& said, const Scenario& scenario, const World& world) {
  std::vector<Row> rows;
  const std::vector<std::string>* ids = reading.limit_case ? &reading.limit_case->limits : nullptr;
  for (const Plan& plan : platform.plans) {
    if (!plan.validity.holds(scenario.date)) continue;
    const PlatformUse use = use_of(platform, scenario);
    for (LimitOutcome& outcome : estimate_plan(platform, use, plan, scenario, world).limits) {
      const bool named = ids && std::find(ids->begin(), ids->end(), outcome.limit->id) != ids->end();
      const bool amount = has_cap(outcome) && has(said.limits, capacity_of(outcome));
      const bool length = has(said.lengths, length_of(outcome.limit->window));
      // Without a rule for it, a limit is known by its window, or by its amount where no window is stated.
      const bool known = ids ? named : said.lengths.empty() ? amount : length && (amount || said.limits.empty());
      if (known) rows.push_back({&plan, outcome, amount, (amount ? 2 : 0) + (length ? 1 : 0)});
    }
  }
  int best = 0;
  for (const Row& row : rows) best = std::max(best, row.score);
  std::erase_if(rows, [&](const Row& row) { return row.score < best; });
  // A rule names first what is likeliest.
  if (ids) std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return place_of(*ids, a) < place_of(*ids, b); });
  return rows;
}

/// Of several products of a platform the reply may name one: a model.
const Plan* named_product(const std::vector<Row>& rows, const PastedReply& reply) {
  const Plan* found = nullptr;
  std::size_t longest = 0;
  for (const Row& row : rows) {
    for (const std::string* name : {&row.plan->id, &row.plan->name.english()}) {
      const bool longer = row.plan->apart && name->size() > std::max<std::size_t>(longest, 3);
      if (!longer || !holds_words(reply.text, small_letters(*name))) continue;
      found = row.plan;
      longest = name->size();
    }
  }
  return found;
}

void choose_plan(ReplyMatch& match, const std::vector<Row>& rows, const ReplyReading& reading, const Scenario& scenario) {
  for (const Row& row : rows) {
    if (std::find(match.plans.begin(), match.plans.end(), row.plan) == match.plans.end()) match.plans.push_back(row.plan);
    match.plan_by_amount = match.plan_by_amount || row.same_amount;
  }
  if (const Plan* product = named_product(rows, reading.pasted)) {
    match.plans = {product};
    match.product_named = true;
  }
  const auto fits = [&](std::string_view id) {
    const auto found = std::find_if(match.plans.begin(), match.plans.end(), [&](const Plan* plan) { return plan->id == id; });
    return found == match.plans.end() ? nullptr : *found;
  };
  for (const PlatformUse& use : scenario.platforms) {
    if (use.platform == match.platform->id && !use.plan.empty()) match.plan = fits(use.plan);
  }
  if (!match.plan && match.plans.size() == 1) match.plan = match.plans.front();
}

/// The row that is shown: of the plan where that is told, else the first, best of a plan that is sold.
const Row* shown_row(const std::vector<Row>& rows, const ReplyMatch& match, Date day) {
  const Row* shown = nullptr;
  for (const Row& row : rows) {
    const bool mine = match.plan ? row.plan == match.plan : offer_on(*row.plan, day) == Offer::sold;
    if (!shown || (mine && shown->plan != row.plan && !(match.plan ? shown->plan == match.plan : offer_on(*shown->plan, day) == Offer::sold))) shown = &row;
  }
  return shown;
}

/// At the pace at which the window was used up until the refusal, what it would have got to its end.
std::optional<Rational> at_pace(const ReplyReading& reading, const Limit& limit, const Rational& cap) {
  if (limit.window.kind != Window::Kind::fixed || limit.window.seconds <= 0 || !reading.stated.made || !reading.frees || !reading.frees->is_instant) return std::nullopt;
  const Rational gone = Rational(limit.window.seconds) - (reading.frees->seconds - *reading.stated.made);
  if (!(gone > 0) || !(gone < limit.window.seconds)) return std::nullopt;
  return (cap * limit.window.seconds / gone).ceil();
}

/// When the window ends by its own rule.
std::optional<Rational> end_of(const Window& window, std::int64_t at, Zones zones) {
  if (window.kind != Window::Kind::fixed || window.is_month() || window.seconds <= 0) return std::nullopt;
  if (window.seconds == 86400) return Rational(next_clock_time(Instant{at}, window.time, find_zone(zones, window.zone)).seconds);
  if (window.seconds > 86400) return std::nullopt;
  return Rational((at / window.seconds + 1) * window.seconds);
}

const Metric* metric_of(const Platform& platform, const ReplyReading& reading, const Limit* limit) {
  if (reading.operation_case) return platform.metric(reading.operation_case->metric);
  return limit && limit->weights.size() == 1 ? platform.metric(limit->weights.front().metric) : nullptr;
}

}  // namespace

Date day_of(const ReplyReading& reading, std::int64_t now) {
  return date_of(Instant{reading.stated.made ? reading.stated.made->to_int64() : now});
}

ReplyMatch match_reply(const ReplyReading& reading, const Scenario& scenario, const World& world, std::int64_t now) {
  ReplyMatch match;
  match.day = day_of(reading, now);
  match.platform = reading.platform ? world.catalog->platform(reading.platform->id) : nullptr;
  if (!match.platform) return match;
  Scenario then = scenario;
  then.date = match.day;
  Said said;
  for (const StatedWindow& window : reading.tripped) {
    if (window.limit) said.limits.push_back(*window.limit);
    if (window.seconds > 0) said.lengths.push_back(window.seconds);
  }
  const std::vector<Row> rows = rows_of(*match.platform, reading, said, then, world);
  choose_plan(match, rows, reading, then);
  match.other_amount = !said.limits.empty() && !match.plan_by_amount;
  const Row* row = shown_row(rows, match, match.day);
  match.limit = row ? row->outcome.limit : nullptr;
  match.metric = metric_of(*match.platform, reading, match.limit);
  if (!said.limits.empty() && (said.limits.size() == 1 || !row)) match.cap = said.limits.front();
  else if (row && has_cap(row->outcome) && (match.plan || row->same_amount)) match.cap = capacity_of(row->outcome);
  if (!match.limit) return match;
  if (!reading.frees) match.frees = end_of(match.limit->window, reading.stated.made ? reading.stated.made->to_int64() : now, world.zones);
  if (!match.cap) return match;
  match.needed = match.cap->floor() + 1;
  if (const std::optional<Rational> pace = at_pace(reading, *match.limit, *match.cap); pace && *pace > *match.needed) {
    match.needed = pace;
    match.by_pace = true;
  }
  find_holders(match, then, world);
  return match;
}

}  // namespace tollmeter
