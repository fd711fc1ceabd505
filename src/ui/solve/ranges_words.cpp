#include "ui/solve/ranges_words.h"

#include "core/format.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

std::string share_of_cases(int some, const Ranges& ranges) {
  if (some == ranges.cases) return "in every case";
  return "in " + percent_text(Rational::fraction(some, ranges.cases)) + " of the cases";
}

}  // namespace

std::string ranged_name(const RangedInput& input, const Session& session) {
  if (input.kind == RangeOf::unit_count) {
    const std::optional<OwnUnit>& unit = session.scenario().unit;
    return "count of " + (unit && !unit->name.empty() ? unit->name : std::string("your own unit"));
  }
  if (input.kind == RangeOf::driver) {
    const Driver* driver = session.catalog().driver(input.id);
    return driver ? driver->name.shown() : input.id;
  }
  const Platform* platform = session.catalog().platform(input.platform);
  const Metric* metric = platform ? platform->metric(input.id) : nullptr;
  return metric ? platform->short_name + " " + lower_first(metric->name) : input.id;
}

std::string ranged_value(const RangedInput& input, const Session& session, const Rational& value) {
  if (input.kind == RangeOf::share) return number_text(value * 100) + " %";
  if (input.kind != RangeOf::quantity) return number_text(value);
  const Range* range = range_of(input, session.scenario());
  const Per per = range ? range->per : Per::month;
  const std::string number = number_text(value / Quantity{1, per, {}}.in(session.shown().chosen.cycle));
  return per == Per::month ? number : join({number, " a ", per_word(per)});
}

std::string between_words(const TotalRange& total) {
  if (total.tenth.amount == total.ninetieth.amount) return money_text(total.tenth);
  return "between " + money_text(total.tenth) + " and " + money_text(total.ninetieth);
}

std::string total_sentence(const TotalRange& total) {
  if (total.least.amount == total.most.amount) {
    return "The total is " + money_text(total.least) + " in every case: none of these ranges moves it.";
  }
  return "In 8 of 10 cases the total is " + between_words(total) + "; in half of them at most " + money_text(total.median) + ".";
}

std::string swing_words(const Ranges& ranges, const Swing& swing, const Session& session) {
  const RangedInput& input = ranges.inputs[swing.input];
  const Spread& spread = ranges.spreads[swing.input];
  return "from " + money_text(swing.at_low) + " at " + ranged_value(input, session, spread.low) + " to " +
         money_text(swing.at_high) + " at " + ranged_value(input, session, spread.high);
}

std::string mover_sentence(const Ranges& ranges, const TotalRange& total, const Session& session) {
  if (total.swings.empty()) return "";
  const Swing& first = total.swings.front();
  if (!(first.by > Rational(0))) return "None of these inputs moves the total alone.";
  const RangedInput& input = ranges.inputs[first.input];
  const std::string name = sentence_case(ranged_name(input, session));
  std::string said = name + " moves it most: " + swing_words(ranges, first, session);
  // A cliff between the ends: they alone would not show it.
  if (first.by > max(first.at_low.amount, first.at_high.amount) - min(first.at_low.amount, first.at_high.amount)) {
    said += ", by way of " + money_text(total.likely) + " at " + ranged_value(input, session, ranges.spreads[first.input].likely);
  }
  return said + ".";
}

std::string limits_sentence(const Ranges& ranges, const Session& session) {
  if (ranges.cases == 0) return "The numbers are too large to compute exactly; a smaller use is needed.";
  std::string said = ranges.breaking == 0 ? "No limit breaks in any case" : "A limit breaks " + share_of_cases(ranges.breaking, ranges);
  if (const std::optional<Budget>& budget = session.scenario().budget) {
    Money amount;
    amount.amount = budget->amount;
    amount.currency = budget->currency;
    const std::string name = "; the budget of " + brief_money(amount) + " is ";
    said += name + (ranges.over_budget == 0 ? "kept in every case" : "crossed " + share_of_cases(ranges.over_budget, ranges));
  }
  said += ".";
  if (ranges.too_large > 0) said += " " + counted(ranges.too_large, "case is", "cases are") + " left out, too large to compute exactly.";
  return said;
}

std::string model_sentence() {
  return "1,000 cases, the same for everyone with this link. In each, every input takes a value between its low and high, the more "
         "often the nearer to the likely one (a triangular distribution), whatever the others take: that they move "
         "independently is an assumption.";
}

std::vector<RangeFigure> range_figures(const TotalRange& total) {
  return {{"As set, the likely values", money_text(total.likely)},
          {"Every input at its low end", money_text(total.all_low)},
          {"Every input at its high end", money_text(total.all_high)},
          {"Least of all cases", money_text(total.least)},
          {"1 of 10 cases is at most", money_text(total.tenth)},
          {"Half of the cases are at most", money_text(total.median)},
          {"9 of 10 cases are at most", money_text(total.ninetieth)},
          {"Most of all cases", money_text(total.most)}};
}

}  // namespace tollmeter::ui
