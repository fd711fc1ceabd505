#include "ui/solve/ranges_words.h"

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

std::string breaking_words(const Ranges& ranges) {
  if (ranges.breaking == 0) return tr("No limit breaks in any case");
  if (ranges.breaking == ranges.cases) return tr("A limit breaks in every case");
  return tr("A limit breaks in {0} of the cases", {percent_text(Rational::fraction(ranges.breaking, ranges.cases))});
}

std::string with_budget(const std::string& said, const Ranges& ranges, const Budget& budget) {
  Money money;
  money.amount = budget.amount;
  money.currency = budget.currency;
  const std::string amount = brief_money(money);
  if (ranges.over_budget == 0) return tr("{0}; the budget of {1} is kept in every case", {said, amount});
  if (ranges.over_budget == ranges.cases) return tr("{0}; the budget of {1} is crossed in every case", {said, amount});
  return tr("{0}; the budget of {1} is crossed in {2} of the cases",
            {said, amount, percent_text(Rational::fraction(ranges.over_budget, ranges.cases))});
}

}  // namespace

std::string ranged_name(const RangedInput& input, const Session& session) {
  if (input.kind == RangeOf::unit_count) {
    const std::optional<OwnUnit>& unit = session.scenario().unit;
    return unit && !unit->name.empty() ? tr("count of {0}", {unit->name}) : tr("count of your own unit");
  }
  if (input.kind == RangeOf::driver) {
    const Driver* driver = session.catalog().driver(input.id);
    return driver ? driver->name.shown() : input.id;
  }
  const Platform* platform = session.catalog().platform(input.platform);
  const Metric* metric = platform ? platform->metric(input.id) : nullptr;
  return metric ? tr("{0} {1}@@platform, operation", {platform->short_name, lower_first(metric->name)}) : input.id;
}

std::string ranged_value(const RangedInput& input, const Session& session, const Rational& value) {
  if (input.kind == RangeOf::share) return tr("{0} %", {number_text(value * 100)});
  if (input.kind != RangeOf::quantity) return number_text(value);
  const Range* range = range_of(input, session.scenario());
  const Per per = range ? range->per : Per::month;
  const std::string number = number_text(value / Quantity{1, per, {}}.in(session.shown().chosen.cycle));
  return per == Per::month ? number : tr("{0} a {1}@@number, span of time", {number, tr(per_word(per))});
}

std::string between_words(const TotalRange& total) {
  if (total.tenth.amount == total.ninetieth.amount) return money_text(total.tenth);
  return tr("between {0} and {1}", {money_text(total.tenth), money_text(total.ninetieth)});
}

std::string total_sentence(const TotalRange& total) {
  if (total.least.amount == total.most.amount) {
    return tr("The total is {0} in every case: none of these ranges moves it.", {money_text(total.least)});
  }
  return tr("In 8 of 10 cases the total is {0}; in half of them at most {1}.", {between_words(total), money_text(total.median)});
}

std::string swing_words(const Ranges& ranges, const Swing& swing, const Session& session) {
  const RangedInput& input = ranges.inputs[swing.input];
  const Spread& spread = ranges.spreads[swing.input];
  return tr("from {0} at {1} to {2} at {3}", {money_text(swing.at_low), ranged_value(input, session, spread.low),
                                              money_text(swing.at_high), ranged_value(input, session, spread.high)});
}

std::string mover_sentence(const Ranges& ranges, const TotalRange& total, const Session& session) {
  if (total.swings.empty()) return "";
  const Swing& first = total.swings.front();
  if (!(first.by > Rational(0))) return tr("None of these inputs moves the total alone.");
  const RangedInput& input = ranges.inputs[first.input];
  const std::string name = sentence_case(ranged_name(input, session));
  const std::string ends = swing_words(ranges, first, session);
  // A cliff between the ends: they alone would not show it.
  if (first.by > max(first.at_low.amount, first.at_high.amount) - min(first.at_low.amount, first.at_high.amount)) {
    return tr("{0} moves it most: {1}, by way of {2} at {3}.",
              {name, ends, money_text(total.likely), ranged_value(input, session, ranges.spreads[first.input].likely)});
  }
  return tr("{0} moves it most: {1}.", {name, ends});
}

std::string limits_sentence(const Ranges& ranges, const Session& session) {
  if (ranges.cases == 0) return tr("The numbers are too large to compute exactly; a smaller use is needed.");
  std::string said = breaking_words(ranges);
  if (const std::optional<Budget>& budget = session.scenario().budget) said = with_budget(said, ranges, *budget);
  said += ".";
  if (ranges.too_large == 0) return said;
  return said + " " + tr_count(ranges.too_large, "{0} case is left out, too large to compute exactly.",
                               "{0} cases are left out, too large to compute exactly.", {std::to_string(ranges.too_large)});
}

std::string model_sentence() {
  return tr("1,000 cases, the same for everyone with this link. In each, every input takes a value between its low and high, the more "
            "often the nearer to the likely one (a triangular distribution), whatever the others take: that they move "
            "independently is an assumption.");
}

std::vector<RangeFigure> range_figures(const TotalRange& total) {
  return {{tr("As set, the likely values"), money_text(total.likely)},
          {tr("Every input at its low end"), money_text(total.all_low)},
          {tr("Every input at its high end"), money_text(total.all_high)},
          {tr("Least of all cases"), money_text(total.least)},
          {tr("1 of 10 cases is at most"), money_text(total.tenth)},
          {tr("Half of the cases are at most"), money_text(total.median)},
          {tr("9 of 10 cases are at most"), money_text(total.ninetieth)},
          {tr("Most of all cases"), money_text(total.most)}};
}

}  // namespace tollmeter::ui
