#include "ui/solve/own_unit_findings.h"

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/frame_share.h"

namespace tollmeter::ui {

namespace {

using Next = UnitFindings::Next;
using Plans = ScenarioMonth::Plans;

/// What depends on neither the count nor the names.
Scenario without_count(Scenario scenario) {
  scenario.unit->count = {};
  scenario.title.clear();
  scenario.unit->name.clear();
  return scenario;
}

/// Makes `known` one of the session's scenario; true where it was not.
bool renew(std::shared_ptr<UnitFindings>& known, const Session& session) {
  const Scenario& scenario = session.scenario();
  const std::vector<Platform>& platforms = session.catalog().platforms;
  const bool fresh = !known || known->platforms != platforms.data() || known->platform_count != platforms.size();
  if (!fresh && known->scenario == scenario) return false;
  Scenario any_count = without_count(scenario);
  if (fresh) known = std::make_shared<UnitFindings>();
  if (fresh || !(known->any_count == any_count)) {
    if (!(known->any_count.budget == any_count.budget)) known->for_budget.reset();
    known->most_run.reset();
    known->curve_run.reset();
    known->next = Next::chosen;
    if (fresh) {
      known->chosen = most_units(scenario, session.world(), Plans::as_chosen);
      known->next = Next::cheapest;
    }
    known->curves_wanted = false;  // the chart asks for them again where it is still shown
    known->any_count = std::move(any_count);
  }
  known->shares = unit_shares(scenario, session.world(), Plans::as_chosen);
  known->scenario = scenario;
  known->platforms = platforms.data();
  known->platform_count = platforms.size();
  return true;
}

/// Of these plans; nothing while it goes on.
std::optional<MostUnits> go_on_with_most(UnitFindings& known, const Session& session, Plans plans) {
  if (!known.most_run) known.most_run = std::make_unique<MostUnitsRun>(session.scenario(), session.world(), plans);
  for (std::size_t i = 0; i < frame_share(session, session.scenario(), 8, 2); ++i) known.most_run->step();
  if (!known.most_run->done()) return std::nullopt;
  MostUnits most = known.most_run->most();
  known.most_run.reset();
  return most;
}

std::optional<std::vector<UnitStep>> go_on_with_curve(UnitFindings& known, const Session& session, const MostUnits& most, Plans plans) {
  if (!known.curve_run) {
    const Rational end = min(session.scenario().unit->most_countable(), kUnitsWithoutLimit);
    const Rational top = most.first ? most.first->most : end;
    if (top < Rational(1)) return std::vector<UnitStep>{};
    known.curve_run = std::make_unique<UnitStepsRun>(session.scenario(), session.world(), plans, top);
  }
  for (std::size_t i = 0; i < frame_share(session, session.scenario(), 4, 1); ++i) known.curve_run->step();
  if (!known.curve_run->done()) return std::nullopt;
  std::vector<UnitStep> steps = known.curve_run->steps();
  known.curve_run.reset();
  return steps;
}

void find_next(UnitFindings& known, const Session& session) {
  switch (known.next) {
    case Next::chosen:
      if (const auto most = go_on_with_most(known, session, Plans::as_chosen)) {
        known.chosen = *most;
        known.next = Next::cheapest;
      }
      break;
    case Next::cheapest:
      if (const auto most = go_on_with_most(known, session, Plans::cheapest)) {
        known.cheapest = *most;
        known.next = Next::budget;
      }
      break;
    case Next::budget:
      known.for_budget = units_for_budget(session.scenario(), session.world(), Plans::as_chosen, known.chosen);
      known.next = Next::chosen_curve;
      break;
    case Next::chosen_curve:
      if (auto steps = go_on_with_curve(known, session, known.chosen, Plans::as_chosen)) {
        known.chosen_curve = std::move(*steps);
        known.next = Next::cheapest_curve;
      }
      break;
    case Next::cheapest_curve:
      if (auto steps = go_on_with_curve(known, session, *known.cheapest, Plans::cheapest)) {
        known.curves = UnitCurves{std::move(known.chosen_curve), std::move(*steps)};
        known.next = Next::nothing;
      }
      break;
    case Next::nothing:
      break;
  }
}

}  // namespace

const UnitFindings& unit_findings(View& view) {
  renew(view.state.unit_findings, view.session);
  return *view.state.unit_findings;
}

void advance_unit_findings(View& view, bool curves) {
  const bool renewed = renew(view.state.unit_findings, view.session);
  UnitFindings& known = *view.state.unit_findings;
  known.curves_wanted = known.curves_wanted || curves;
  const auto pending = [&] { return known.next < Next::chosen_curve || (known.curves_wanted && known.next != Next::nothing); };
  // A frame in which the scenario moved has done its share.
  if (!renewed && pending()) find_next(known, view.session);
  if (pending()) view.kit.want_frame(0);
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
    const std::string price = price_text(least, all.currency);
    if (each < Rational(0)) return tr("more than minus {0}", {price});
    return all.at_least ? tr("more than 0, known is under {0}", {price}) : tr("under {0}", {price});
  }
  const bool rounded = !(shown == each) && size < Rational(1);
  std::string text = price_text(shown, all.currency);
  if (all.approximate || rounded) text = tr("about {0}", {text});
  return all.at_least ? tr("at least {0}", {text}) : text;
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
