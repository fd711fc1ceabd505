#include "ui/solve/comparison_words.h"

#include <algorithm>

#include "core/conversion.h"
#include "core/format.h"
#include "core/language.h"
#include "core/solve/side_by_side.h"
#include "ui/solve/comparison_columns.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views/limit_words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

using Columns = std::span<const ComparedColumn>;

SideColumn side(const ComparedColumn& column) { return {column.scenario, column.chosen}; }

template <class Cell>
ComparisonRow row(std::string label, Columns columns, Cell cell, bool strong = false) {
  ComparisonRow out;
  out.label = std::move(label);
  out.strong = strong;
  for (const ComparedColumn& column : columns) out.cells.push_back(cell(column));
  return out;
}

std::string money_list(const std::vector<Money>& amounts) {
  std::string text;
  for (const Money& amount : amounts) text += (text.empty() ? "" : " + ") + money_text(amount);
  return text;
}

ComparisonCell converted_cell(const ComparedColumn& column) {
  if (column.scenario->conversion.into.empty()) return {"—", tr("no rates set in this one")};
  const ConvertedTotal converted = converted_total(*column.chosen, *column.scenario);
  if (!converted.total) return {tr("a rate is missing"), {}, Ink::dim};
  return {money_text(*converted.total)};
}

ComparisonCell difference_cell(const ComparedColumn& base, const ComparedColumn& column) {
  if (base.index == column.index) return {"—", tr("what the others are compared with")};
  if (nothing_known(*base.chosen) || nothing_known(*column.chosen)) return {"—", tr("not known")};
  const std::optional<Money> more = difference(side(base), side(column));
  if (!more) return {tr("other currency"), {}, Ink::dim};
  if (more->amount.is_zero()) return {tr("the same"), {}, Ink::dim};
  const bool dearer = more->amount > Rational(0);
  return {(dearer ? "+" : "") + money_text(*more), {}, dearer ? Ink::bad : Ink::good, true};
}

ComparisonCell breaches_cell(const ComparedColumn& column) {
  const int breaches = column.chosen->breaches;
  if (nothing_known(*column.chosen)) return {"—", tr("not known")};
  if (breaches == 0) return {tr("none@@breaches"), {}, Ink::good};
  return {counted(breaches, "breach", "breaches"), {}, Ink::bad};
}

// "X: posts read, 5 May 00:00 UTC"
ComparisonCell first_breach_cell(const ComparedColumn& column, Zones zones) {
  const LimitGroups groups = group_limits(*column.chosen);
  if (groups.broken.empty()) return {"—", tr("nothing breaks")};
  const LimitRef& first = groups.broken.front();
  if (!first.limit) {
    const Plan* plan = first.platform->plan;
    return {plan ? tr("{0}, not served by {1}", {limit_title(first), plan->name}) : tr("{0}, not served by any plan", {limit_title(first)})};
  }
  return {limit_title(first) + ", " + breach_instant(first, zones)};
}

ComparisonCell serves_all_cell(const ComparedColumn& column) {
  if (nothing_known(*column.chosen)) return {"—", tr("not known")};
  if (column.chosen->breaches == 0) return {totals_text(*column.chosen)};
  const std::vector<PlatformEstimate>& platforms = column.serve_all->platforms;
  const bool all = std::all_of(platforms.begin(), platforms.end(),
                               [](const PlatformEstimate& platform) { return !platform.platform || platform.fits; });
  return all ? ComparisonCell{totals_text(*column.serve_all)} : ComparisonCell{tr("no plan fits"), {}, Ink::bad};
}

void add_results(std::vector<ComparisonRow>& rows, Columns columns, const World& world) {
  rows.push_back(row(tr("Prices of"), columns, [](const ComparedColumn& column) { return ComparisonCell{date_text(column.scenario->date)}; }));
  rows.push_back(row(tr("Total a month, before tax"), columns, [](const ComparedColumn& column) {
    if (nothing_known(*column.chosen)) return ComparisonCell{tr("no prices known"), {}, Ink::warn};
    return ComparisonCell{totals_text(*column.chosen), {}, Ink::text, true};
  }, true));
  const auto any = [&](auto is) { return std::any_of(columns.begin(), columns.end(), is); };
  if (any([](const ComparedColumn& column) { return !column.scenario->conversion.into.empty(); })) {
    rows.push_back(row(tr("Together, at its own rates"), columns, converted_cell));
  }
  rows.push_back(row(tr("Difference to {0}", {column_letter(columns.front().index)}), columns,
                     [&](const ComparedColumn& column) { return difference_cell(columns.front(), column); }));
  rows.push_back(row(tr("Breaches"), columns, breaches_cell));
  if (any([](const ComparedColumn& column) { return column.chosen->breaches > 0; })) {
    rows.push_back(row(tr("Breaks first"), columns, [&](const ComparedColumn& column) { return first_breach_cell(column, world.zones); }));
  }
  rows.push_back(row(tr("Serves everything for"), columns, serves_all_cell));
}

bool rounds(const SideBySide& sides) {
  return std::any_of(sides.rounding.begin(), sides.rounding.end(), [](const auto& one) { return !one.empty(); });
}

void add_lines(std::vector<ComparisonRow>& rows, Columns columns) {
  std::vector<SideColumn> side_columns;
  for (const ComparedColumn& column : columns) side_columns.push_back(side(column));
  const SideBySide sides = side_by_side(side_columns);
  if (!sides.differing.empty()) rows.push_back({tr("Lines of the bill that differ"), {}});
  for (const SideLine& line : sides.differing) {
    ComparisonRow out;
    out.label = tr("{0}: {1}", {line.platform->short_name, line.line});
    for (const std::optional<Money>& amount : line.amounts) {
      out.cells.push_back(amount ? ComparisonCell{money_text(*amount)} : missing_cell());
    }
    rows.push_back(std::move(out));
  }
  if (rounds(sides)) {
    ComparisonRow out;
    out.label = tr("Rounding, as each platform’s total is rounded once");
    for (const std::vector<Money>& amounts : sides.rounding) {
      out.cells.push_back(amounts.empty() ? ComparisonCell{"—", tr("none@@rounding")} : ComparisonCell{money_list(amounts)});
    }
    rows.push_back(std::move(out));
  }
  if (sides.same_lines > 0) {
    ComparisonRow out;
    out.label = sides.differing.empty() ? counted(sides.same_lines, "line is the same", "lines are the same")
                                        : counted(sides.same_lines, "other line is the same", "other lines are the same");
    const std::string same = sides.same.empty() ? "—" : money_list(sides.same);
    out.cells.assign(columns.size(), ComparisonCell{same, {}, Ink::dim});
    rows.push_back(std::move(out));
  }
}

}  // namespace

ComparisonCell missing_cell() { return {"—", tr("not in this one"), Ink::dim}; }

std::vector<ComparisonRow> comparison_rows(Columns columns, const World& world) {
  std::vector<ComparisonRow> rows;
  add_results(rows, columns, world);
  std::vector<ComparisonRow> inputs = differing_inputs(columns, *world.catalog);
  if (!inputs.empty()) rows.push_back({tr("Set differently"), {}});
  std::move(inputs.begin(), inputs.end(), std::back_inserter(rows));
  add_lines(rows, columns);
  return rows;
}

}  // namespace tollmeter::ui
