#include <array>

#include "core/format.h"
#include "core/language.h"
#include "ui/solve/curve_scene.h"
#include "ui/solve/curve_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kOneLineFrom = 560;

using Cells = std::array<std::string, 4>;

Cells headings() { return {tr("Plan"), tr("Ends at"), tr("Cost now"), tr("Cheapest")}; }

std::string name_of(const CurveScene& scene) { return tr("Cost curve: plans by {0}", {scene.noun}); }

std::vector<CurveRow> rows_of(const CurveScene& scene) {
  std::vector<CurveRow> rows = curve_rows(scene.curve, scene.now);
  if (!scene.other) return rows;
  for (CurveRow& row : curve_rows(*scene.other, scene.now)) {
    row.plan = tr("{0}: {1}", {date_text(scene.other_day), row.plan});
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void curve_table_nodes(const CurveScene& scene, const Box& box) {
  Kit& kit = scene.view.kit;
  Semantics& semantics = kit.semantics();
  semantics.begin(Role::table, kit.id("table"), name_of(scene), box);
  const auto row = [&](Role role, std::string_view key, const Cells& cells) {
    semantics.begin(Role::row, kit.id(key), "", box);
    for (const std::string& text : cells) semantics.add(role, semantics.read_id(), text, box);
    semantics.end();
  };
  row(Role::columnheader, "heading", headings());
  for (const CurveRow& line : rows_of(scene)) row(Role::cell, line.plan, {line.plan, line.ends, line.now, line.cheapest});
  semantics.end();
}

void draw_curve_table(const CurveScene& scene, const Box& box) {
  Kit& kit = scene.view.kit;
  const std::vector<CurveRow> rows = rows_of(scene);
  // Where there is little room the plan stands on a line of its own, above the rest.
  const bool narrow = box.w < kOneLineFrom;
  const float line = kit.line_height(kText);
  const float height = (narrow ? 2 * line : line) + 10;
  float y = kit.begin_scroll("scroll", box);
  const float w = box.w - 12;  // beside the scroll thumb
  const std::array<float, 4> share = narrow ? std::array<float, 4>{0, 0, 0.33F, 0.6F} : std::array<float, 4>{0, 0.29F, 0.6F, 0.78F};
  const auto each_cell = [&](const auto& draw) {
    for (std::size_t i = 0; i < std::tuple_size_v<Cells>; ++i) {
      const bool alone = narrow && i == 0;
      const float left = box.x + w * share[i];
      const float right = alone || i + 1 == share.size() ? box.x + w : box.x + w * share[i + 1] - 8;
      draw(i, left, y + 5 + (narrow && i > 0 ? line : 0), right - left);
    }
  };
  kit.begin_table("table", name_of(scene), {box.x, y, w, height * static_cast<float>(rows.size() + 1)});
  kit.begin_row("heading", {box.x, y, w, height});
  each_cell([&](std::size_t i, float left, float top, float room) { kit.header_cell(left, top, headings()[i], Align::left, room); });
  kit.end_row();
  y += height;
  for (const CurveRow& row : rows) {
    kit.rule(box.x, y, w);
    kit.begin_row(row.plan, {box.x, y, w, height});
    const std::array<const std::string*, 4> cells = {&row.plan, narrow ? &row.ends_brief : &row.ends, &row.now, &row.cheapest};
    each_cell([&](std::size_t i, float left, float top, float room) {
      kit.cell(left, top, *cells[i], {kText, narrow && i == 0 ? Face::semibold : Face::regular}, Align::left, room);
    });
    kit.end_row();
    y += height;
  }
  kit.end_table();
  kit.end_scroll(y);
}

}  // namespace tollmeter::ui
