#include "ui/solve/own_unit_sentence.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

struct Operation {
  const Platform* platform;
  const Metric* metric;
  const TypedNumber* amount;
};

std::vector<Operation> operations(const Session& session) {
  std::vector<Operation> all;
  for (const PlatformUse& use : session.scenario().platforms) {
    const Platform* platform = session.catalog().platform(use.platform);
    if (platform == nullptr) continue;
    for (const Metric& metric : platform->metrics) {
      if (const TypedNumber* amount = session.scenario().unit->part(platform->id, metric.id)) {
        all.push_back({platform, &metric, amount});
      }
    }
  }
  return all;
}

// The cheapest plans are worth a word where they reach elsewhere than those that are chosen.
bool reaches_elsewhere(const MostUnits& chosen, const MostUnits& cheapest) {
  if (chosen.first.has_value() != cheapest.first.has_value()) return true;
  return chosen.first && (chosen.first->most != cheapest.first->most || chosen.first->at_once != cheapest.first->at_once);
}

constexpr const char* kFigure = "\x01";

/// A sentence that has the figure, in bold, where kFigure stands.
void say_figure(std::vector<Said>& said, const std::string& sentence, const std::string& figure, Ink ink, Ink figure_ink) {
  const std::size_t at = sentence.find(kFigure);
  if (at > 0) said.push_back({sentence.substr(0, at), Face::regular, ink});
  if (at == std::string::npos) return;
  said.push_back({figure, Face::semibold, figure_ink});
  if (at + 1 < sentence.size()) said.push_back({sentence.substr(at + 1), Face::regular, ink});
}

}  // namespace

std::string unit_takes(const Session& session) {
  const std::vector<Operation> all = operations(session);
  std::string words;
  for (const Operation& one : all) {
    const std::string noun = operation_noun(*one.platform, *one.metric);
    const bool shared = std::any_of(all.begin(), all.end(), [&](const Operation& other) {
      return other.metric != one.metric && operation_noun(*other.platform, *other.metric) == noun;
    });
    const bool single = one.amount->value == Rational(1) && !one.metric->unit.empty();
    if (!words.empty()) words += ", ";
    words += number_text(one.amount->value) + " " + (shared ? one.platform->short_name + " " : "") +
             (single ? one.metric->unit.shown() : noun);
  }
  return words;
}

std::string bottleneck_words(const Bottleneck& bottleneck) {
  const std::string& seller = bottleneck.platform->short_name;
  if (bottleneck.plan == nullptr) return tr("{0} has no plan", {seller});
  if (bottleneck.limit == nullptr) {
    if (!bottleneck.metric) return tr("{0} does not offer them", {seller});
    return tr("{0} does not offer {1}", {seller, lower_first(bottleneck.metric->name)});
  }
  return tr("{0} refuses ({1})", {seller, bottleneck.limit->name});
}

std::vector<Said> unit_sentence(const Session& session, const UnitFindings& findings) {
  const OwnUnit& unit = *session.scenario().unit;
  const std::string takes = unit_takes(session);
  if (takes.empty()) return {{tr("Nothing yet: add the operations that one of it takes."), Face::regular, Ink::dim}};
  std::vector<Said> said = {{takes + ". ", Face::regular, Ink::dim}};
  std::vector<UnitShare> next = findings.shares;
  for (UnitShare& share : next) {
    share.all = share.next;
    share.each = share.next.amount;
  }
  const std::string each = each_text(findings.shares), one_more = each_text(next);
  if (unit.count.value.is_zero()) {
    say_figure(said, tr("The first costs {0}", {kFigure}), one_more, Ink::dim, Ink::text);
  } else {
    said.push_back({tr("{0} each", {each}), Face::semibold, Ink::text});
    if (one_more != each) said.push_back({tr(", one more {0}", {one_more}), Face::regular, Ink::dim});
  }
  const std::optional<Bottleneck>& first = findings.chosen.first;
  if (!first) {
    said.push_back({tr("; no limit with a published number stands in the way."), Face::regular, Ink::dim});
  } else if (first->at_once) {
    said.push_back({tr("; {0} without any of them already.", {bottleneck_words(*first)}), Face::regular, Ink::bad});
  } else if (unit.count.value > first->most) {
    say_figure(said, tr("; more than {0}, where {1}.", {kFigure, bottleneck_words(*first)}), group_digits(first->most), Ink::bad, Ink::bad);
  } else {
    say_figure(said, tr("; at most {0} before {1}.", {kFigure, bottleneck_words(*first)}), group_digits(first->most), Ink::dim, Ink::text);
  }
  return said;
}

std::string unit_budget_words(const Session& session, const UnitFindings& findings) {
  if (!findings.for_budget || !session.scenario().budget) return "";
  const UnitsForBudget& found = *findings.for_budget;
  Money budget;
  budget.amount = session.scenario().budget->amount;
  budget.currency = session.scenario().budget->currency;
  const std::string amount = brief_money(budget);
  using Stop = UnitsForBudget::Stop;
  switch (found.stop) {
    case Stop::budget:
      return tr("The budget of {0} is enough for {1}: one more makes it {2}.", {amount, group_digits(found.most), money_text(found.next)});
    case Stop::limit:
      return tr("The budget of {0} is enough for all that the limits allow: {1} make it {2}.",
                {amount, group_digits(found.most), money_text(found.cost)});
    case Stop::not_afforded:
      return tr("The budget of {0} is crossed without any of them: {1}.", {amount, money_text(found.cost)});
    case Stop::nothing:
      return tr("The budget of {0} is enough for any number of them.", {amount});
  }
  return "";
}

std::string unit_outlook(const Session& session, const UnitFindings& findings) {
  if (session.scenario().unit->operations() == 0) return "";
  std::string words = unit_budget_words(session, findings);
  const std::optional<Bottleneck>& next = findings.chosen.next;
  if (findings.chosen.first && next && !next->at_once) {
    words += (words.empty() ? "" : " ") + tr("Without that limit {0}, then {1}.", {group_digits(next->most), bottleneck_words(*next)});
  }
  if (!findings.cheapest || !reaches_elsewhere(findings.chosen, *findings.cheapest)) return words;
  if (!words.empty()) words += " ";
  const std::optional<Bottleneck>& cheapest = findings.cheapest->first;
  if (!cheapest) return words + tr("On the cheapest plans that fit no published limit stands in the way.");
  if (cheapest->at_once) return words;
  return words + tr("On the cheapest plans that fit at most {0}, then {1}.", {group_digits(cheapest->most), bottleneck_words(*cheapest)});
}

}  // namespace tollmeter::ui
