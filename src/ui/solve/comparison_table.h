#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/solve/comparison_words.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// Where the columns of a comparison stand: beside the labels, or, where it is narrow, below them.
struct ComparisonColumns {
  ComparisonColumns(float left, float width, std::size_t columns);
  float x, w;
  std::size_t count;
  bool narrow;
  float label_w;   ///< of the labels, when not narrow
  float column_w;
  float right(std::size_t i) const { return x + (narrow ? 0 : label_w) + column_w * static_cast<float>(i + 1); }
  float inner_w() const { return column_w - 14; }  ///< what a cell may fill
};
/// How many columns fit at all: four beside the labels, or two on a phone.
std::size_t column_room(float w);

/// How high the columns' names are, each on as many lines as it needs.
float names_height(const Kit& kit, const ComparisonColumns& at, std::span<const std::string> names);

/// The table below its header row, whose names are given, `gap` below it kept free for controls. `edited` is tinted: its place among
/// `names`, or none. Returns the y below.
float comparison_table(View& view, const ComparisonColumns& at, float y, std::span<const std::string> names, std::size_t edited,
                       float gap, std::span<const ComparisonRow> rows);

}  // namespace tollmeter::ui
