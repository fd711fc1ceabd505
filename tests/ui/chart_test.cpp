#include "ui/chart/chart.h"

#include <gtest/gtest.h>

#include <cmath>

#include "harness.h"
#include "hooks.h"

namespace tollmeter::ui::test {
namespace {

std::string plain(double v) { return std::to_string(static_cast<long long>(std::llround(v))); }

Date day(int y, int m, int d) { return *Date::of(y, m, d); }

TEST(Axis, PlacesByHand) {
  const Axis linear = Axis::linear(0, 200, plain);
  const Axis log = Axis::logarithmic(100, 1e7, plain);
  const Axis broken = Axis::zero_and_log(100, 100000, plain, 0.25);
  const Axis time = Axis::time(day(2023, 1, 1), day(2024, 1, 1));
  const struct {
    const char* what;
    double got, wanted;
  } rows[] = {
      {"linear middle", linear.at(100), 0.5},     {"linear beyond its end", linear.at(900), 1},
      {"a decade of five", log.at(1000), 0.2},    {"half a decade", log.at(1000 * std::sqrt(10.0)), 0.3},
      {"below a log axis", log.at(0), 0},         {"zero apart", broken.at(0), 0},
      {"the lowest power", broken.at(100), 0.25}, {"two decades up of three", broken.at(10000), 0.75},
      {"within the break", broken.at(50), 0.125}, {"the year's 182nd day", time.at(day(2023, 7, 2).days), 182.0 / 365},
  };
  for (const auto& row : rows) EXPECT_NEAR(row.got, row.wanted, 1e-9) << row.what;
}

TEST(Axis, ValueUndoesAt) {
  const Axis axes[] = {Axis::linear(-5, 45, plain), Axis::logarithmic(1, 1e6, plain),
                       Axis::zero_and_log(100, 100000, plain), Axis::time(day(2020, 1, 1), day(2026, 11, 23))};
  for (const Axis& a : axes) {
    for (const double t : {0.0, 0.1, 0.37, 0.5, 0.99, 1.0}) EXPECT_NEAR(a.at(a.value(t)), t, 3e-4);
  }
}

TEST(Axis, TicksAreRoundAndNotTooMany) {
  struct Row {
    const char* what;
    Axis axis;
    float length;
    std::vector<std::string> labels;
  };
  const Row rows[] = {
      {"linear", Axis::linear(0, 100, plain), 400, {"0", "20", "40", "60", "80", "100"}},
      {"linear, narrow", Axis::linear(0, 100, plain), 160, {"0", "50", "100"}},
      {"powers", Axis::logarithmic(100, 100000, plain), 400, {"100", "1000", "10000", "100000"}},
      {"zero and powers", Axis::zero_and_log(100, 10000, plain), 400, {"0", "100", "1000", "10000"}},
      {"years", Axis::time(day(2022, 1, 1), day(2025, 2, 15)), 400, {"2022", "2023", "2024", "2025"}},
      {"years, narrow", Axis::time(day(2022, 1, 1), day(2027, 2, 15)), 265, {"2022", "2023", "2024", "2025", "2026", "2027"}},
      {"quarters", Axis::time(day(2023, 2, 10), day(2024, 2, 10)), 400, {"Apr", "Jul", "Oct", "2024"}},
      {"days",
       Axis::time(day(2023, 4, 25), day(2023, 5, 25)),
       400,
       {"25 Apr", "30 Apr", "5 May", "10 May", "15 May", "20 May", "25 May"}},
  };
  for (const Row& row : rows) {
    std::vector<std::string> labels;
    double last = -1;
    for (const Tick& t : row.axis.ticks(row.length, 64)) {
      EXPECT_GT(t.at, last) << row.what;
      last = t.at;
      if (!t.label.empty()) labels.push_back(t.label);
    }
    EXPECT_EQ(labels, row.labels) << row.what;
  }
}

TEST(Axis, ZoomedShowsAPart) {
  const Axis log = Axis::logarithmic(1, 1e6, plain).zoomed(0.5, 1);
  EXPECT_NEAR(log.at(1e3), 0, 1e-9);
  EXPECT_NEAR(log.at(1e6), 1, 1e-9);
  EXPECT_NEAR(log.value(1.0 / 3), 1e4, 1e-6);
  EXPECT_NEAR(log.at(10), 0, 1e-9) << "held at the end";
  EXPECT_NEAR(log.beyond(10), -2.0 / 3, 1e-9);
  const Axis twice = Axis::linear(0, 100, plain).zoomed(0.5, 1).zoomed(0, 0.5);
  EXPECT_NEAR(twice.value(0), 50, 1e-9);
  EXPECT_NEAR(twice.value(1), 75, 1e-9);
}

TEST(Axis, ZoomedTicksLieInSightAndCloser) {
  const Axis time = Axis::time(day(2022, 1, 1), day(2026, 1, 1)).zoomed(0.5, 0.53);
  std::vector<std::string> labels;
  for (const Tick& t : time.ticks(400, 64)) {
    EXPECT_GE(t.at, -1e-9);
    EXPECT_LE(t.at, 1 + 1e-9);
    if (!t.label.empty()) labels.push_back(t.label);
  }
  EXPECT_GE(labels.size(), 3U) << "days, where years were";
  labels.clear();
  for (const Tick& t : Axis::logarithmic(1, 1e6, plain).zoomed(0.5, 0.7).ticks(400, 30)) labels.push_back(t.label);
  EXPECT_EQ(labels, (std::vector<std::string>{"1000", "2000", "5000", "10000"}));
}

TEST(Labels, StayInsideAndApart) {
  // A crowd of points on one spot and of stretches on one line.
  std::vector<LabelRequest> crowd;
  for (int i = 0; i < 12; ++i) crowd.push_back({200, 200, 100, 80, 17, i});
  for (int i = 0; i < 12; ++i) crowd.push_back({100, 300, 150, 60, 17, -i});
  const Box bounds{0, 0, 400, 200};
  const Box taken[] = {{190, 90, 20, 20}};
  const auto placed = place_labels(crowd, {bounds, taken});
  int found = 0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (!placed[i]) continue;
    ++found;
    const Box& a = placed[i]->box;
    EXPECT_GE(a.x, bounds.x);
    EXPECT_GE(a.y, bounds.y);
    EXPECT_LE(a.right(), bounds.right());
    EXPECT_LE(a.bottom(), bounds.bottom());
    for (std::size_t k = i + 1; k < placed.size(); ++k) {
      if (!placed[k]) continue;
      const Box& b = placed[k]->box;
      EXPECT_FALSE(a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()) << i << " on " << k;
    }
  }
  EXPECT_GT(found, 4);
  EXPECT_LT(found, 24);
  EXPECT_TRUE(placed[11]) << "the most important one always finds room";
}

TEST(Labels, ChooseTheirPlace) {
  const Box bounds{0, 0, 400, 200};
  const Box line[] = {{0, 120, 400, 2}};
  const LabelRequest stretch[] = {{100, 300, 100, 60, 16, 0}};
  const auto above = place_labels(stretch, {bounds, {}, line});
  ASSERT_TRUE(above[0]);
  EXPECT_FLOAT_EQ(above[0]->box.x, 170) << "in the middle of its stretch";
  EXPECT_FLOAT_EQ(above[0]->box.bottom(), 95) << "above its line";
  const LabelRequest at_top[] = {{100, 300, 5, 60, 16, 0}};
  const auto below = place_labels(at_top, {bounds});
  ASSERT_TRUE(below[0]);
  EXPECT_GT(below[0]->box.y, 5) << "below it where there is no room above";
  const Box riser[] = {{210, 0, 2, 200}};
  const LabelRequest point[] = {{200, 200, 100, 60, 16, 0}};
  const auto beside = place_labels(point, {bounds, {}, riser});
  ASSERT_TRUE(beside[0]);
  EXPECT_TRUE(beside[0]->box.x >= 212 || beside[0]->box.right() <= 210) << "off the line beside its point";
}

TEST(Labels, KeepOffLinesOrStayAway) {
  const Box bounds{0, 0, 300, 60};
  const Box fence[] = {{100, 0, 2, 60}, {180, 0, 2, 60}, {260, 0, 2, 60}};
  LabelRequest label[] = {{100, 260, 30, 120, 16, 0}};
  EXPECT_FALSE(place_labels(label, {bounds, {}, fence})[0]) << "no place off the lines is wide enough";
  label[0].must = true;
  const auto over = place_labels(label, {bounds, {}, fence});
  ASSERT_TRUE(over[0]);
  EXPECT_TRUE(over[0]->crosses) << "what must be said stands on a line";
  label[0].brief_w = 50;
  const auto brief = place_labels(label, {bounds, {}, fence});
  ASSERT_TRUE(brief[0]);
  EXPECT_TRUE(brief[0]->brief && !brief[0]->crosses) << "the shorter text fits between them";
  label[0].brief_w = 0;
  label[0].must = false;
  const auto upright = place_labels(label, {bounds, {}, {}, fence});
  ASSERT_TRUE(upright[0]);
  EXPECT_TRUE(upright[0]->crosses) << "an upright may be crossed, with a plate behind the text";
}

TEST(Labels, TooWideForAllFindsNoPlace) {
  const LabelRequest wide[] = {{100, 300, 100, 500, 16, 0}};
  EXPECT_FALSE(place_labels(wide, {{0, 0, 400, 200}})[0]);
}

struct Picked {
  std::optional<double> x;
  bool released = false;
  Box plot;
};

TEST(Chart, ClickDragAndKeysChooseAnX) {
  Picked picked;
  const Axis x = Axis::linear(0, 1000, plain);
  Stage stage([&picked, &x](Kit& kit) {
    ChartSpec spec;
    spec.name = "Cost";
    spec.value_text = "500";
    spec.chosen = 500;
    Chart chart(kit, "chart", {100, 100, 800, 400}, x, Axis::linear(0, 10, plain), spec);
    const StepSpan spans[] = {{0, 400, 2}, {400, 1000, 7}};
    chart.step_line(spans, {kit.theme().chart_line});
    chart.annotate({400, 1000, 7, "seven"});
    chart.end();
    picked = {chart.chose(), chart.released(), chart.plot()};
  });
  const Node* node = stage.node(Role::slider, "Cost");
  ASSERT_NE(node, nullptr);
  EXPECT_NEAR(node->number, 0.5, 1e-9);
  EXPECT_EQ(unmirrored(stage.semantics()), std::vector<std::string>{});
  EXPECT_NE(stage.node(Role::text, "seven"), nullptr) << "annotations are read too";

  const Box plot = picked.plot;
  stage.move_to(plot.x + plot.w / 4, plot.y + 50);
  EXPECT_EQ(picked.x, std::nullopt);
  stage.down(plot.x + plot.w / 4, plot.y + 50);
  ASSERT_TRUE(picked.x);
  EXPECT_NEAR(*picked.x, 250, 2);
  EXPECT_FALSE(picked.released);
  stage.move_to(plot.x + plot.w * 0.75F, plot.y + 50);
  EXPECT_NEAR(picked.x.value_or(-1), 750, 2);
  stage.up(plot.x + plot.w * 0.75F, plot.y + 50);
  EXPECT_NEAR(picked.x.value_or(-1), 750, 2);
  EXPECT_TRUE(picked.released);
  stage.frames(2);
  EXPECT_EQ(picked.x, std::nullopt);

  stage.frame({}, {{Action::Kind::number, stage.node(Role::slider, "Cost")->id, "", 0.1}});
  EXPECT_NEAR(picked.x.value_or(-1), 100, 1e-6);
  EXPECT_TRUE(picked.released);
}

TEST(Chart, ZoomsByWheelFingersAndLinksAndShowsAllAgain) {
  Box plot;
  float x250 = 0, x750 = 0;
  Stage stage([&](Kit& kit) {
    ChartSpec spec;
    spec.name = "Cost";
    spec.zooms = true;
    zoom_links(kit, "chart", 100, 60);
    Chart chart(kit, "chart", {100, 100, 800, 400}, Axis::linear(0, 1000, plain), Axis::linear(0, 10, plain), spec);
    chart.annotate({100, 100, 5, "a hundred"});
    chart.annotate({700, 700, 5, "seven hundred"});
    chart.end();
    plot = chart.plot();
    x250 = chart.to_x(250);
    x750 = chart.to_x(750);
  });
  EXPECT_TRUE(stage.node(Role::image, "Cost")->zooms);
  EXPECT_EQ(stage.node(Role::button, "zoom out"), nullptr) << "all is in sight";
  // Twice as near round 750, which stays where it is.
  stage.zoom(plot.x + plot.w * 0.75F, plot.y + 50, static_cast<float>(std::log(2.0)));
  EXPECT_NEAR(x750, plot.x + plot.w * 0.75F, 0.5);
  EXPECT_NEAR(x750 - x250, plot.w, 0.5) << "half of the axis fills the plot";
  EXPECT_EQ(stage.node(Role::text, "a hundred"), nullptr) << "out of sight";
  EXPECT_NE(stage.node(Role::text, "seven hundred"), nullptr);
  // Back to the left by a quarter of the plot; not further than the axis goes.
  stage.zoom(plot.x + 10, plot.y + 50, 0, -plot.w / 4);
  EXPECT_NEAR(x750, plot.x + plot.w, 0.5);
  stage.zoom(plot.x + 10, plot.y + 50, 0, -plot.w * 9);
  EXPECT_NEAR(x250, plot.x + plot.w / 2, 0.5);
  EXPECT_NE(stage.node(Role::text, "a hundred"), nullptr);
  stage.click(*stage.node(Role::button, "show all"));
  stage.frames(2);
  EXPECT_NEAR(x750, plot.x + plot.w * 0.75F, 0.5);
  stage.click(*stage.node(Role::button, "zoom in"));
  stage.frames(2);
  EXPECT_NEAR(x750 - x250, plot.w, 0.5) << "links do the same";
  stage.click(*stage.node(Role::button, "zoom out"));
  stage.frames(2);
  EXPECT_EQ(stage.node(Role::button, "zoom out"), nullptr);
  // Beside the plot nothing zooms.
  stage.zoom(20, 20, 1);
  EXPECT_NEAR(x750 - x250, plot.w / 2, 0.5);
}

TEST(Chart, LabelsKeepOffBars) {
  Stage stage([](Kit& kit) {
    ChartSpec spec;
    spec.name = "Totals";
    Chart chart(kit, "chart", {0, 0, 600, 300}, Axis::linear(0, 10, plain), Axis::linear(0, 10, plain), spec);
    const ChartBar bars[] = {{0, 5, 8}, {5, 10, 2}};
    const BandPoint band[] = {{0, 1, 2}, {10, 3, 9}};
    chart.band(band, kit.theme().neutral_ground);
    chart.bars(bars, kit.theme().accent);
    chart.annotate({5, 10, 2, "low"});
    chart.end();
  });
  const Node* label = stage.node(Role::text, "low");
  const Node* chart = stage.node(Role::image, "Totals");
  ASSERT_TRUE(label != nullptr && chart != nullptr);
  EXPECT_GT(label->box.x, chart->box.x + chart->box.w / 2) << "beside the high bar";
}

TEST(Chart, WithoutAChoiceItIsAnImage) {
  Stage stage([](Kit& kit) {
    ChartSpec spec;
    spec.name = "Burn down";
    spec.value_text = "used up on 5 May";
    Chart chart(kit, "chart", {0, 0, 400, 200}, Axis::linear(0, 10, plain), Axis::linear(0, 10, plain), spec);
    const ChartPoint points[] = {{0, 0}, {5, 10}, {10, 10}};
    chart.line(points, {kit.theme().accent, Stroke::solid, 2, kit.theme().neutral_ground});
    chart.end();
  });
  const Node* node = stage.node(Role::image, "Burn down");
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->description, "used up on 5 May");
  EXPECT_TRUE(seen_items().empty()) << "nothing to operate";
}

}  // namespace
}  // namespace tollmeter::ui::test
