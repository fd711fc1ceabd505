#include <array>
#include <cmath>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/slider_scale.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kHelp = 18;
constexpr float kFieldWidth = 116;
constexpr float kFieldAround = 23;  // padding of a field and the gap before its suffix
constexpr float kSliderGap = 12;
constexpr float kExplainSize = 13;

struct Row {
  View& view;
  const Platform& platform;
  const Metric& metric;
  std::string key;  // "x/posts_read"
};

void keep_in_view(const Row& row) { row.view.state.usage.kept.insert(row.key); }

void set_quantity(const Row& row, Quantity quantity, bool done) {
  keep_in_view(row);
  row.view.state.usage.refused.erase(row.key);
  edit_use(row.view, row.platform.id, done, [&](PlatformUse& use) { use.quantities[row.metric.id] = quantity; });
}

void set_share(const Row& row, Share share, bool done) {
  row.view.state.usage.refused.erase(row.key);
  edit_use(row.view, row.platform.id, done, [&](PlatformUse& use) { use.shares[row.metric.id] = share; });
}

std::string extra_of(const Row& row) {
  const std::optional<OwnUnit>& unit = row.view.session.scenario().unit;
  return unit ? units_extra(*unit, row.platform.id, row.metric.id) : "";
}

std::vector<Mark> marks(const Row& row, const MetricLimits& limits, const SliderScale& scale) {
  std::vector<Mark> found;
  const std::optional<OwnUnit>& unit = row.view.session.scenario().unit;
  // The track is of what is asked beside the units: what these take is full before.
  const Rational by_units = unit ? unit->asked(row.platform.id, row.metric.id) : Rational(0);
  const auto add = [&](const std::optional<MetricLimit>& limit, bool cap) {
    if (!limit) return;
    const Rational full_at = max(Rational(0), limit->full_at - by_units);
    if (!scale.holds(full_at)) return;
    found.push_back({scale.position(full_at), mark_label(*limit->outcome, row.view.phone), cap});
  };
  add(limits.included(row.metric), false);
  add(limits.tightest(row.metric), true);
  return found;
}

// As typed; a number too long for the field in its short form, where that says the same.
std::string fitting_number(const Kit& kit, const Quantity& quantity) {
  std::string words = number_words(quantity);
  const float room = kFieldWidth - kFieldAround - kit.width(per_suffix(quantity.per), {12});
  if (kit.width(words, {14}) <= room) return words;
  const std::string brief = short_number(quantity.value);
  const Result<Rational> same = parse_number(brief);
  return same && same.value() == quantity.value ? brief : words;
}

void quantity_controls(const Row& row, const MetricLimits& limits, const Standing& state, const Box& slider_box,
                       const Box& field_box) {
  View& view = row.view;
  const Cycle cycle = view.session.shown().chosen.cycle;
  Quantity quantity{0, Per::month, "0"};
  const PlatformUse* use = find_use(view.session, row.platform.id);
  if (const auto found = use->quantities.find(row.metric.id); found != use->quantities.end()) quantity = found->second;

  const SliderScale scale(row.metric.slider_least, row.metric.slider_most);
  SliderSpec slider;
  slider.name = row.metric.name;
  const std::string extra = extra_of(row);
  slider.value_text = quantity_words(quantity) + (extra.empty() ? "" : ", " + extra) +
                      (state.text.empty() ? "" : ", " + state.text);
  slider.value = scale.position(quantity.in(cycle));
  slider.stops = scale.stops(quantity.value, Quantity{1, quantity.per, ""}.in(cycle));
  slider.marks = marks(row, limits, scale);
  slider.over = state.over;

  FieldSpec field;
  field.name = row.metric.name;
  field.groups = true;
  field.suffix = per_suffix(quantity.per);
  field.text = fitting_number(view.kit, quantity);
  field.edit_text = local_typed(quantity.typed.empty() ? quantity_text(quantity.value, quantity.per) : quantity.typed);
  field.description = tr("so many {0}; or with a unit, such as 200/day", {a_period(quantity.per)});

  bool released = false;
  if (const std::optional<double> at = view.kit.slider("slider", slider_box, slider, &released)) {
    // The unit that was typed stays; a knob that was only touched keeps the number as it was typed.
    if (*at != slider.value) {
      const Rational per_cycle = Quantity{1, quantity.per, ""}.in(cycle);
      Quantity moved{scale.value(*at, per_cycle), quantity.per, ""};
      moved.typed = quantity_text(moved.value, moved.per);
      set_quantity(row, moved, released);
    } else {
      view.session.edit(view.session.scenario(), released);
    }
  }
  if (const std::optional<std::string> text = checked_field(view, "field", row.key, field_box, field)) {
    if (*text == field.edit_text) {
      view.state.usage.refused.erase(row.key);
      return;
    }
    const std::optional<Quantity> typed =
        read_or_refuse(view, row.key, [&] { return parse_quantity(*text, quantity.per); });
    if (typed) set_quantity(row, *typed, true);
  }
}

void share_controls(const Row& row, const Standing& state, const Box& slider_box, const Box& field_box) {
  View& view = row.view;
  const PlatformUse* use = find_use(view.session, row.platform.id);
  Share share{row.metric.assumed_share, ""};
  const auto found = use->shares.find(row.metric.id);
  const bool assumed = found == use->shares.end();
  if (!assumed) share = found->second;
  const auto percent_words = [](Rational value) { return tr("{0} %", {group_digits(value * Rational(100))}); };

  SliderSpec slider;
  slider.name = row.metric.name;
  slider.value_text = percent_words(share.value) + (assumed ? join({", ", tr("assumed")}) : "") +
                      (state.text.empty() ? "" : ", " + state.text);
  slider.value = share.value.approx();

  FieldSpec field;
  field.name = row.metric.name;
  field.text = share.typed.empty() ? percent_words(share.value) : local_typed(share.typed);
  field.suffix = assumed ? tr("assumed") : "";
  field.edit_text = field.text;
  field.description = assumed ? tr("assumed until you say otherwise") : "";

  bool released = false;
  if (const std::optional<double> at = view.kit.slider("slider", slider_box, slider, &released)) {
    const auto percent = static_cast<std::int64_t>(std::floor(*at * 100 + 0.5));
    // Links carry it, whatever the language.
    const Share moved{Rational::fraction(percent, 100), join({std::to_string(percent), " %"})};
    if (*at != slider.value) {
      set_share(row, moved, released);
    } else {
      view.session.edit(view.session.scenario(), released);
    }
  }
  if (const std::optional<std::string> text = checked_field(view, "field", row.key, field_box, field)) {
    if (*text == field.edit_text) {
      view.state.usage.refused.erase(row.key);
      return;
    }
    if (const auto value = read_or_refuse(view, row.key, [&] { return parse_share(*text); })) {
      set_share(row, {*value, *text}, true);
    }
  }
}

float explanation(const Row& row, float x, float y, float w) {
  Kit& kit = row.view.kit;
  const Run counts{row.metric.counts_one, Face::regular, Ink::text};
  if (!row.metric.counts_one.empty()) y += kit.paragraph({x, y, w, 0}, {&counts, 1}, kExplainSize) + 4;
  if (!row.metric.own_figure.empty()) {
    const std::string label = join({tr("Your own figure:"), " "});
    const std::array<Run, 2> own = {Run{label, Face::semibold, Ink::dim},
                                    Run{row.metric.own_figure, Face::regular, Ink::dim}};
    y += kit.paragraph({x, y, w, 0}, own, kExplainSize) + 4;
  }
  if (row.metric.kind == Metric::Kind::entered) y = quantity_builder(row.view, row.platform, row.metric, x, y + 2, w);
  return y + 4;
}

// A part stands below what it is a part of: "Posts with a link" reads "of those, with a link".
std::string label_of(const Platform& platform, const Metric& metric) {
  const Metric* parent = metric.kind == Metric::Kind::part ? platform.metric(metric.of) : nullptr;
  if (parent == nullptr) return metric.name;
  const std::string name = lower_first(metric.name);
  const std::string units = parent->units + " ";
  return tr("of those, {0}", {name.starts_with(units) ? name.substr(units.size()) : name});
}

}  // namespace

float metric_input(View& view, const Platform& platform, const Metric& metric, float x, float y, float w) {
  Kit& kit = view.kit;
  const Row row{view, platform, metric, platform.id + "/" + metric.id};
  const std::string label = label_of(platform, metric);
  const PlatformEstimate* estimate = find_estimate(view.session, platform.id);
  if (estimate == nullptr) return y;
  kit.push(metric.id);
  const Scenario& scenario = view.session.scenario();
  const MetricLimits limits(*estimate, scenario, view.session.world(), view.session.shown().chosen.cycle);
  const Standing state = standing(*estimate, metric, limits, scenario, view.session.world());

  const float label_h = kit.fingers() ? 30.0F : 20.0F;
  const float middle = y + label_h / 2;
  const float text_y = middle - kit.line_height(13) / 2;
  const std::string& status = view.phone ? state.brief : state.text;
  const Style status_style{13, state.ink == Ink::dim ? Face::regular : Face::semibold, state.ink};
  const float name_w = kit.width(label, {});
  const float status_room = w - name_w - kHelp - 18;
  kit.text(x, text_y, label, {13, Face::regular, Ink::dim}, Align::left, w - kHelp - 6);
  const bool open = view.state.explained == row.key;
  if (kit.icon_button("explain", {x + name_w + 5, middle - kHelp / 2, kHelp, kHelp}, Kit::Icon::question,
                      tr("What counts: {0}", {row.metric.name}), ButtonLook::quiet)) {
    view.state.explained = open ? "" : row.key;
  }
  Semantics& semantics = kit.semantics();
  Node& help = semantics.at(static_cast<int>(semantics.nodes().size()) - 1);
  help.has_expanded = true;
  help.expanded = open;
  if (!status.empty() && status_room > 20) {
    kit.text(x + w, text_y, status, status_style, Align::right, status_room);
  }

  y += label_h;
  const float h = kit.control_height();
  const Box slider_box{x, y, w - kFieldWidth - kSliderGap, h};
  const Box field_box{x + w - kFieldWidth, y, kFieldWidth, h};
  if (metric.kind == Metric::Kind::part) {
    share_controls(row, state, slider_box, field_box);
  } else {
    quantity_controls(row, limits, state, slider_box, field_box);
  }
  // The estimate that limits and state were made of may be gone from here on.
  y = refusal(view, row.key, x, y + h, w);
  if (const std::string extra = extra_of(row); !extra.empty()) {
    y += Kit::kSliderHang + 2;
    kit.text(x, y, extra, {12, Face::regular, Ink::dim}, Align::left, w);
    y += kit.line_height(12);
  }
  if (open) y = explanation(row, x, y + Kit::kSliderHang + 4, w);
  kit.pop();
  return y;
}

}  // namespace tollmeter::ui
