#include "core/export/writers.h"
#include "core/format.h"
#include "core/language.h"
#include "core/title.h"
#include "ui/app.h"
#include "ui/export/exports.h"
#include "ui/imgui_frame.h"
#include "ui/solve/growth_state.h"
#include "ui/solve/month_state.h"
#include "ui/solve/ranges_state.h"

namespace tollmeter::ui {

namespace {

constexpr float kMargin = 24;
constexpr float kTitle = 18;
constexpr float kText = 13;
constexpr float kFoot = 12;
constexpr int kLeastFrames = 3;   ///< until heights that hang on each other are known
constexpr int kMostFrames = 600;  ///< of what is computed in slices

bool has_platforms(const Session& session) { return !session.scenario().platforms.empty(); }

constexpr ChartPicture kPictures[kChartPictures] = {
    {marked("Price history"), "price-history", price_history_chart,
     [](const Session& session) { return has_platforms(session) && !session.shown().history.steps.empty(); }},
    {marked("Cost curve"), "cost-curve", cost_curve_chart, has_platforms},
    {marked("Cost per unit"), "per-unit", per_unit_chart, [](const Session& session) { return session.scenario().unit.has_value(); }},
    {marked("Growth"), "growth", growth_chart, [](const Session& session) { return has_platforms(session) && session.scenario().growth.grows(); }},
    {marked("Month"), "month", month_view, has_platforms},
    {marked("Ranges"), "ranges", ranges_view, [](const Session& session) { return count_ranges(session.scenario()) > 0; }}};

Calculation calculation_of(const Session& session, std::string_view page_address) {
  const Shown& shown = session.shown();
  return exported_calculation(session.scenario(), shown.chosen, shown.serve_all, session.world(), std::string(page_address) + session.share_link());
}

/// "tollmeter.example/": where a link leads, without how and what.
std::string place_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  return std::string(address.substr(0, address.find_first_of("#?")));
}

/// Charts can be shown as tables; a picture is of the chart.
class AsCharts {
 public:
  explicit AsCharts(ViewState& state) {
    for (bool* table : {&state.history_table, &state.news_open, &state.curve.table, &state.unit_table}) lower(table);
    if (state.growth) lower(&state.growth->as_table);
    if (state.month) lower(&state.month->as_table);
    if (state.ranges) lower(&state.ranges->as_table);
  }
  AsCharts(const AsCharts&) = delete;
  AsCharts& operator=(const AsCharts&) = delete;
  ~AsCharts() {
    for (bool* table : lowered_) *table = true;
  }

 private:
  void lower(bool* table) {
    if (*table) lowered_.push_back(table);
    *table = false;
  }
  std::vector<bool*> lowered_;
};

void draw_picture(View& view, const ChartPicture& chart, const Box& box) {
  Kit& kit = view.kit;
  const Scenario& scenario = view.session.scenario();
  kit.fill(box, kit.theme().card);
  const Box inside{box.x + kMargin, box.y + kMargin, box.w - 2 * kMargin, box.h - 2 * kMargin};
  const float name_w = kit.text(inside.x, inside.y, tr(chart.name), {kTitle, Face::semibold, Ink::text});
  const std::string said = scenario.title.empty() ? tr("prices of {0}", {long_date_text(scenario.date)})
                                                  : tr("{0}, prices of {1}", {title_words(scenario.title), long_date_text(scenario.date)});
  const float below = (kit.line_height(kTitle) - kit.line_height(kText)) / 2 + 1;
  kit.text(inside.right(), inside.y + below, said, {kText, Face::regular, Ink::dim}, Align::right, inside.w - name_w - 16);
  const float foot_y = inside.bottom() - kit.line_height(kFoot);
  const std::string place = "Tollmeter, " + place_of(view.page_address);
  const std::string read = tr("before tax, figures read to {0}", {date_text(view.session.catalog().as_of)});
  const Style foot{kFoot, Face::regular, Ink::dim};
  const float read_w = kit.width(read, foot);
  kit.text(inside.x, foot_y, place, foot, Align::left, inside.w - read_w - 16);
  kit.text(inside.right(), foot_y, read, foot, Align::right);
  const float top = inside.y + kit.line_height(kTitle) + 12;
  kit.push("picture");
  chart.draw(view, {inside.x, top, inside.w, foot_y - 12 - top});
  kit.pop();
}

/// What the chart says in words.
std::string words_of(const Semantics& semantics, const ChartPicture& chart) {
  for (const Node& node : semantics.nodes()) {
    if (node.role == Role::image || node.zooms) return node.name + (node.value.empty() ? "" : ", " + node.value);
  }
  return tr(chart.name);
}

}  // namespace

const ChartPicture& chart_picture(int chart) { return kPictures[chart]; }

std::string exported_text(const Session& session, std::string_view page_address, int what) {
  const Calculation calculation = calculation_of(session, page_address);
  switch (what) {
    case kExportCsv: return export_csv(calculation);
    case kExportJson: return export_json(calculation);
    default: return export_markdown(calculation);
  }
}

std::string App::exported(int what, std::string_view page_address, float width, float height, float density) {
  const std::string name = export_file_name(calculation_of(session_, page_address));
  if (what == kExportCsv) return name + ".csv\n" + exported_text(session_, page_address, what);
  if (what == kExportJson) return name + ".json\n" + exported_text(session_, page_address, what);
  if (what == kExportMarkdown) return name + ".md\n" + exported_text(session_, page_address, what);
  if (what < kExportPicture || what >= kExportPicture + kChartPictures) return "";
  const ChartPicture& chart = chart_picture(what - kExportPicture);
  if (!chart.shows(session_)) return "";

  // It has widgets' states and nodes of its own, so that the page goes on as it was.
  Semantics semantics;
  KitState kit_state;
  FrameOutput output;
  const AsCharts as_charts(state_);
  for (int i = 0; i < kMostFrames; ++i) {
    KitFrame frame;
    frame.density = density;
    frame.seconds = seconds_;
    frame.still = true;
    begin_imgui(width, height, density, 0);
    semantics.begin_frame({});
    Kit kit(light_theme(), fonts_, semantics, kit_state, frame);
    View view{kit, session_, state_, false, output, std::string(page_address)};
    draw_picture(view, chart, {0, 0, width, height});
    semantics.end_frame();
    end_imgui();
    if (i + 1 >= kLeastFrames && kit.next_frame_in() != 0) break;
  }
  settle();
  return name + "-" + chart.key + ".png\n" + words_of(semantics, chart);
}

}  // namespace tollmeter::ui
