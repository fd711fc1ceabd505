#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/estimate.h"
#include "ui/kit.h"

namespace tollmeter::ui {

/// A column of a comparison as it is shown.
struct ComparedColumn {
  std::size_t index = 0;  ///< among all columns: what its letter comes from
  const Scenario* scenario = nullptr;
  const Estimate* chosen = nullptr;
  const Estimate* serve_all = nullptr;
};

struct ComparisonCell {
  std::string text;
  std::string said = {};  ///< what is read out where it is not the text: of "—"
  Ink ink = Ink::text;
  bool strong = false;
};

struct ComparisonRow {
  std::string label;
  std::vector<ComparisonCell> cells;  ///< by column; none: a heading of what follows
  bool strong = false;
};

/// "—", said as "not in this one".
ComparisonCell missing_cell();

/// All rows of the table below its header, of two columns or more.
std::vector<ComparisonRow> comparison_rows(std::span<const ComparedColumn> columns, const World& world);
/// What is set differently: a row for each plan, quantity, share, driver and condition that is not the same in all columns.
std::vector<ComparisonRow> differing_inputs(std::span<const ComparedColumn> columns, const Catalog& catalog);

}  // namespace tollmeter::ui
