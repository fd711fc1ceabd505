#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/format.h"
#include "core/known_prices.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/solve/curve_scene.h"
#include "ui/solve/unknown_prices.h"
#include "ui/views.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kGap = 8;
constexpr float kNarrow = 560;
constexpr float kNarrowLeast = 540;
constexpr float kNarrowField = 52;

/// The power of ten that is no more than this; at least one unit.
Rational power_below(double value) {
  Rational power = 1;
  while ((power * Rational(10)).approx() <= value) power = power * Rational(10);
  return power;
}

/// What the person drew the point to, in the unit of time in which they count; two digits, as a slider gives, or as many as a
/// hand can point at where the chart is zoomed into.
void turn_to(View& view, const Dial& dial, const CurveGesture& gesture, double top) {
  const double units = *gesture.units;
  const Session& session = view.session;
  Quantity moved{0, Per::month, "0"};
  const PlatformUse* use = find_use(session, dial.platform);
  if (const auto found = use->quantities.find(dial.metric); found != use->quantities.end()) moved = found->second;
  const Rational per_cycle = Quantity{1, moved.per, ""}.in(session.shown().chosen.cycle);
  const SliderScale scale(1, Rational(static_cast<std::int64_t>(std::max(10.0, top))));
  const Rational whole(std::llround(std::max(0.0, units)));
  moved.value = scale.value(scale.position(whole), per_cycle);
  if (gesture.grain > 0) {
    const Rational step = power_below(gesture.grain / per_cycle.approx());
    const Rational finer = (whole / per_cycle / step).round_half_up(0) * step;
    const auto off = [&](const Rational& value) { return std::abs((value * per_cycle - whole).approx()); };
    if (off(finer) < off(moved.value)) moved.value = finer;
  }
  moved.typed = quantity_text(moved.value, moved.per);
  const std::string key = dial.platform + "/" + dial.metric;
  view.state.usage.kept.insert(key);
  view.state.usage.refused.erase(key);
  edit_use(view, dial.platform, gesture.released, [&](PlatformUse& next) { next.quantities[dial.metric] = moved; });
}

float empty_state(View& view, const Box& box, std::string_view text) {
  const Run run{text, Face::regular, Ink::dim};
  view.kit.paragraph({box.x, box.y, box.w, 0}, {&run, 1}, kText);
  return box.bottom();
}

}  // namespace

float cost_curve_chart(View& view, const Box& given) {
  // Where controls and words take rows of their own, the chart is to keep a height that can be read.
  const bool narrow = given.w < kNarrow;
  const float least = kNarrowLeast + (view.state.curve.other_typed ? kNarrowField : 0);
  const Box box{given.x, given.y, given.w, narrow ? std::max(given.h, least) : given.h};
  Kit& kit = view.kit;
  const Session& session = view.session;
  const std::vector<DialChoice> choices = dial_choices(session);
  const int chosen = chosen_dial(session, choices, view.state.curve.dial);
  if (chosen < 0) {
    return empty_state(view, box, tr("Add a platform, and what each of its plans costs stands here against how much you use."));
  }
  const DialChoice& choice = choices[static_cast<std::size_t>(chosen)];
  kit.push("cost-curve");
  const CurveControls controls = curve_controls(view, choices, chosen, box);
  const float top = controls.below;
  const CurvePicture& picture = curve_picture(view, choice.dial);
  const PlatformEstimate& platform = *find_estimate(session, choice.dial.platform);
  CurveScene scene{view, choice, picture.curve, platform, curve_lines(picture.curve, platform), lower_first(choice.metric->name)};
  scene.now = std::min(kMostUnits, units_on(choice.dial, session.scenario(), session.shown().chosen.cycle).to_int64());
  scene.top = curve_top(view, choice, scene.curve, scene.now);
  if (view.state.curve.other_day) {
    scene.other = &curve_picture_on(view, choice.dial, *view.state.curve.other_day).curve;
    scene.other_day = *view.state.curve.other_day;
  }
  CurveGesture wanted;
  if (scene.curve.plans.empty()) {
    const bool is_known = !is_before_prices(*choice.platform, session.scenario().date);
    const std::string why = is_known ? tr("{0} sells no plan on this day", {choice.platform->short_name}) : no_prices_words(*choice.platform);
    empty_state(view, {box.x, top, box.w, box.bottom() - top}, tr("{0}. Choose another date above.", {why}));
  } else {
    const float words_top = curve_words_below(scene, box);
    const Box inside{box.x, top, box.w, words_top - kGap - top};
    if (view.state.curve.table) {
      draw_curve_table(scene, inside);
    } else {
      zoom_links(kit, curve_chart_key(scene), controls.links.x, controls.links.y);
      wanted = draw_curve_chart(scene, inside);
      curve_table_nodes(scene, inside);
    }
  }
  kit.pop();
  // A point that is only touched keeps the number as it was typed; an arrow key is a release without a touch.
  bool& touched = view.state.curve.touched;
  const bool resting = wanted.on_point && !session.in_gesture() && (touched || !wanted.released);
  if (wanted.units) touched = resting && !wanted.released;
  if (wanted.units && !resting) {
    // Turned to zero it might no longer be the metric that costs most, and the curve would turn another.
    view.state.curve.dial = choice.dial;
    turn_to(view, Dial(choice.dial), wanted, scene.top);
  }
  return box.bottom();
}

}  // namespace tollmeter::ui
