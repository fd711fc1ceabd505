#include "ui/solve/curve_picture.h"

#include <algorithm>
#include <set>

#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr std::int64_t kTop = 1'000'000'000;  // beyond what anybody draws; more only where more is asked

Scenario without(const Dial& dial, Scenario scenario) {
  for (PlatformUse& use : scenario.platforms) {
    if (use.platform == dial.platform) use.quantities.erase(dial.metric);
  }
  return scenario;
}

/// What all lines cost that follow from an entered metric.
Rational cost_of(const PlatformEstimate& platform, const Metric& entered) {
  Rational sum;
  for (const BillLine& line : platform.bill) {
    const Metric* metric = line.metric;
    for (int step = 0; metric && metric->kind != Metric::Kind::entered && step < 8; ++step) {
      metric = platform.platform->metric(metric->of);
    }
    if (metric && line.in_sum && metric->id == entered.id) sum += line.exact;
  }
  return sum;
}

/// `known` where it still holds, else computed into it.
const CurvePicture& picture_of(const Session& session, std::shared_ptr<const CurvePicture>& known, const Dial& dial,
                               std::optional<Date> date) {
  const Catalog& catalog = session.catalog();
  Scenario rest = without(dial, session.scenario());
  const Rational now = units_on(dial, session.scenario(), session.shown().chosen.cycle);
  const std::int64_t top = now > Rational(kTop) ? kMostUnits : kTop;
  if (known && known->catalog == catalog.platforms.data() && known->platforms == catalog.platforms.size() &&
      known->dial == dial && known->date == date && known->curve.top == top && known->rest == rest) {
    return *known;
  }
  auto fresh = std::make_shared<CurvePicture>();
  fresh->catalog = catalog.platforms.data();
  fresh->platforms = catalog.platforms.size();
  fresh->dial = dial;
  fresh->date = date;
  fresh->curve = cost_curve(rest, session.world(), {dial, top, date});
  fresh->rest = std::move(rest);
  known = std::move(fresh);
  return *known;
}

}  // namespace

const CurvePicture& curve_picture(View& view, const Dial& dial) {
  return picture_of(view.session, view.state.curve.picture, dial, {});
}

const CurvePicture& curve_picture_on(View& view, const Dial& dial, Date date) {
  return picture_of(view.session, view.state.curve.other_picture, dial, date);
}

std::vector<DialChoice> dial_choices(const Session& session) {
  std::vector<DialChoice> choices;
  for (const PlatformEstimate& platform : session.shown().chosen.platforms) {
    if (!platform.platform) continue;
    const std::vector<const Metric*> relevant = relevant_inputs(*platform.platform, platform.plan, session.scenario().date);
    for (const Metric& metric : platform.platform->metrics) {
      if (metric.kind != Metric::Kind::entered) continue;
      const auto asked = platform.use->quantities.find(metric.id);
      const bool in_use = asked != platform.use->quantities.end() && !asked->second.value.is_zero();
      if (!in_use && std::find(relevant.begin(), relevant.end(), &metric) == relevant.end()) continue;
      choices.push_back({{platform.platform->id, metric.id}, platform.platform, &metric});
    }
  }
  return choices;
}

int chosen_dial(const Session& session, const std::vector<DialChoice>& choices, const Dial& picked) {
  int best = -1;
  int best_rank = -1;
  Rational most;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const DialChoice& choice = choices[i];
    if (choice.dial == picked) return static_cast<int>(i);
    const PlatformEstimate* platform = find_estimate(session, choice.dial.platform);
    const Rational cost = cost_of(*platform, *choice.metric);
    const auto asked = platform->use->quantities.find(choice.metric->id);
    const bool in_use = asked != platform->use->quantities.end() && !asked->second.value.is_zero();
    const bool breaks = std::any_of(platform->limits.begin(), platform->limits.end(), [&](const LimitOutcome& limit) {
      return limit.state == LimitState::breached && limit.input == choice.metric;
    });
    const int rank = cost > 0 ? 3 : breaks ? 2 : in_use ? 1 : 0;
    if (rank < best_rank || (rank == best_rank && !(most < cost))) continue;
    best = static_cast<int>(i);
    best_rank = rank;
    most = cost;
  }
  return best;
}

std::vector<CurveLine> curve_lines(const CostCurve& curve, const PlatformEstimate& platform) {
  std::vector<CurveLine> lines;
  const auto add = [&](bool first) {
    for (const PlanCurve& plan : curve.plans) {
      const bool leads = plan.may_be_chosen || plan.plan == platform.plan;
      const bool serves = !plan.end || plan.end->most >= 0;
      if (leads != first || !serves || plan.segments.front().at_from.at_least || lines.size() == kMostLines) continue;
      lines.push_back({&plan, lines.size()});
    }
  };
  add(true);
  add(false);
  return lines;
}

}  // namespace tollmeter::ui
