#include "ui/solve/own_unit_findings.h"

#include "core/format.h"

namespace tollmeter::ui {

const UnitFindings& unit_findings(View& view) {
  const Session& session = view.session;
  const Scenario& scenario = session.scenario();
  const std::vector<Platform>& platforms = session.catalog().platforms;
  std::shared_ptr<UnitFindings>& known = view.state.unit_findings;
  const bool fresh = !known || known->platforms != platforms.data() || known->platform_count != platforms.size();
  if (!fresh && known->scenario == scenario) return *known;
  Scenario any_count = scenario;
  any_count.unit->count = {};
  // What does not hang on the count, nor on the title, stays while the count is dragged.
  any_count.title.clear();
  any_count.unit->name.clear();
  if (fresh) known = std::make_shared<UnitFindings>();
  if (fresh || !(known->any_count == any_count)) {
    known->chosen = most_units(scenario, session.world(), ScenarioMonth::Plans::as_chosen);
    known->cheapest = most_units(scenario, session.world(), ScenarioMonth::Plans::cheapest);
    known->curves.reset();
    known->any_count = std::move(any_count);
  }
  known->shares = unit_shares(scenario, session.world(), ScenarioMonth::Plans::as_chosen);
  known->scenario = scenario;
  known->platforms = platforms.data();
  known->platform_count = platforms.size();
  return *known;
}

const UnitCurves& unit_curves(View& view) {
  unit_findings(view);
  UnitFindings& known = *view.state.unit_findings;
  if (known.curves) return *known.curves;
  const Session& session = view.session;
  const auto steps = [&](const MostUnits& most, ScenarioMonth::Plans plans) -> std::vector<UnitStep> {
    const Rational end = min(session.scenario().unit->most_countable(), kUnitsWithoutLimit);
    const Rational top = most.first ? most.first->most : end;
    if (top < Rational(1)) return {};
    return unit_steps(session.scenario(), session.world(), plans, top);
  };
  known.curves.emplace();
  known.curves->chosen = steps(known.chosen, ScenarioMonth::Plans::as_chosen);
  known.curves->cheapest = steps(known.cheapest, ScenarioMonth::Plans::cheapest);
  return *known.curves;
}

std::string each_text(const Rational& each, const Money& all) {
  const Rational size = each < Rational(0) ? -each : each;
  // Fractions of a cent count where there are few cents.
  const int exponent = currency_exponent(all.currency);
  const int places = size >= Rational(1) ? exponent : size * Rational(100) >= Rational(1) ? exponent + 2 : exponent + 5;
  const Rational shown = each.round_half_up(places);
  if (shown.is_zero() && !each.is_zero() && each.ok()) {
    Rational least = 1;
    for (int i = 0; i < places; ++i) least = least / 10;
    return (each < Rational(0) ? "more than minus " : all.at_least ? "more than 0, known is under " : "under ") +
           price_text(least, all.currency);
  }
  const bool rounded = !(shown == each) && size < Rational(1);
  return std::string(all.at_least ? "at least " : "") + (all.approximate || rounded ? "about " : "") +
         price_text(shown, all.currency);
}

std::string each_text(const std::vector<UnitShare>& shares) {
  std::string text;
  for (const UnitShare& share : shares) {
    // A currency in which the units cost nothing is not worth a word beside another.
    if (share.all.amount.is_zero() && !share.all.at_least && shares.size() > 1 && &share != &shares.front()) continue;
    if (!text.empty()) text += " + ";
    text += each_text(share.each, share.all);
  }
  return text;
}

}  // namespace tollmeter::ui
