#include "ui/solve/own_unit_parts.h"

#include <algorithm>
#include <array>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kLabel = 12;
constexpr float kField = 96;
constexpr float kGap = 8;
constexpr float kSwatch = 10;
constexpr const char* kNameKey = "unit/name";

/// An operation of one of the scenario's platforms.
struct Operation {
  std::string platform, metric;
};

std::string key_of(const std::string& platform, const std::string& metric) { return "unit/" + platform + "/" + metric; }

void name_field(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.silent_text(x, y, tr("What you count in, such as one campaign"), {kLabel, Face::regular, Ink::dim}, Align::left, w);
  FieldSpec field;
  field.name = tr("Name of your own unit");
  field.text = view.session.scenario().unit->name;
  field.numeric = false;
  field.align = Align::left;
  field.description = tr("what you count in, such as one campaign or one request to my service");
  const Box box{x, y + kit.line_height(kLabel) + 2, w, kit.control_height()};
  const std::optional<std::string> text = checked_field(view, "name", kNameKey, box, field);
  if (!text || *text == field.text) return;
  Scenario next = view.session.scenario();
  next.unit->name = clean_unit_name(*text);
  view.session.edit(std::move(next));
}

void set_amount(View& view, const Operation& operation, const std::string& text) {
  const std::string key = key_of(operation.platform, operation.metric);
  const std::optional<Rational> amount = read_or_refuse(view, key, [&] { return parse_unit_amount(text); });
  if (!amount) return;
  Scenario next = view.session.scenario();
  next.unit->parts[operation.platform][operation.metric] = {*amount, text};
  if (const std::optional<Problem> problem = beyond_bounds(*next.unit)) {
    view.state.usage.refused[key] = tr("{0}; expected {1}.", {sentence_case(problem->what), problem->expected});
    return;
  }
  view.session.edit(std::move(next));
}

void remove_operation(View& view, const Operation& operation) {
  view.state.usage.refused.erase(key_of(operation.platform, operation.metric));
  Scenario next = view.session.scenario();
  OwnUnit::Amounts& amounts = next.unit->parts[operation.platform];
  amounts.erase(operation.metric);
  if (amounts.empty()) next.unit->parts.erase(operation.platform);
  view.session.edit(std::move(next));
}

// One operation on a line; an edit in it ends the frame's work on the unit, so what is needed is copied.
float amount_row(View& view, const Platform& platform, const Metric& metric, float x, float y, float w) {
  Kit& kit = view.kit;
  const TypedNumber* amount = view.session.scenario().unit->part(platform.id, metric.id);
  if (amount == nullptr) return y;
  const Operation operation{platform.id, metric.id};
  const std::string key = key_of(platform.id, metric.id);
  kit.push(metric.id);
  const float h = kit.control_height();
  const float remove_w = kit.fingers() ? 44.0F : 24.0F;
  const Box field_box{x + w - remove_w - 4 - kField, y, kField, h};
  kit.text(x + kSwatch + kGap, y + (h - kit.line_height(13)) / 2, metric.name, {13, Face::regular, Ink::text}, Align::left,
           field_box.x - x - kSwatch - 2 * kGap);
  FieldSpec field;
  field.name = tr("{0} {1} for one", {platform.short_name, lower_first(metric.name)});
  field.text = amount->typed.empty() ? number_text(amount->value) : local_typed(amount->typed);
  field.description = tr("how many of them one takes");
  const std::string before = field.text;
  const std::optional<std::string> text = checked_field(view, "amount", key, field_box, field);
  const Box remove{x + w - remove_w, y, remove_w, h};
  const std::string to_remove = tr("Remove {0} {1} from the unit", {platform.short_name, lower_first(metric.name)});
  const bool removed = kit.icon_button("remove", remove, Kit::Icon::close, to_remove, ButtonLook::quiet);
  if (removed) {
    remove_operation(view, operation);
  } else if (text && *text != before) {
    set_amount(view, operation, *text);
  } else if (text) {
    view.state.usage.refused.erase(key);
  }
  y = refusal(view, key, x + kSwatch + kGap, y + h, w - kSwatch - kGap);
  kit.pop();
  return y + 4;
}

float platform_rows(View& view, const Platform& platform, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push(platform.id);
  const float line = kit.line_height(13);
  kit.swatch(x, y + (line - kSwatch) / 2, color_of(view, platform.id));
  kit.heading(x + kSwatch + kGap, y, platform.name, 3, {13, Face::semibold});
  y += line + 3;
  for (const Metric& metric : platform.metrics) {
    if (!view.session.scenario().unit) break;
    y = amount_row(view, platform, metric, x, y, w);
  }
  kit.pop();
  return y + 2;
}

// What no operation of the unit is yet, platform by platform, with the ids that the rows stand for.
SelectSpec more_operations(View& view, std::vector<Operation>& operations) {
  const Session& session = view.session;
  SelectSpec spec;
  spec.name = tr("Add an operation to the unit");
  spec.label = tr("+ Add an operation");
  spec.list_width = 280;
  for (const PlatformEstimate& estimate : session.shown().chosen.platforms) {
    if (estimate.platform == nullptr) continue;
    for (const Metric* metric : relevant_inputs(*estimate.platform, estimate.plan, session.scenario().date)) {
      const bool taken = session.scenario().unit->part(estimate.platform->id, metric->id) != nullptr;
      if (metric->kind != Metric::Kind::entered || taken) continue;
      const std::string label = tr("{0}: {1}", {estimate.platform->short_name, lower_first(metric->name)});
      spec.options.push_back({label, "", estimate.platform->name, false});
      operations.push_back({estimate.platform->id, metric->id});
    }
  }
  return spec;
}

void add_operation(View& view, const Operation& operation) {
  Scenario next = view.session.scenario();
  next.unit->parts[operation.platform][operation.metric] = {1, "1"};
  if (!beyond_bounds(*next.unit)) view.session.edit(std::move(next));
}

}  // namespace

float own_unit_parts(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push("parts");
  name_field(view, x, y, w);
  y = refusal(view, kNameKey, x, y + kit.line_height(kLabel) + 2 + kit.control_height(), w) + 10;
  kit.silent_text(x, y, tr("What one of it takes"), {kLabel, Face::regular, Ink::dim}, Align::left, w);
  y += kit.line_height(kLabel) + 4;
  std::vector<std::string> platforms;
  for (const PlatformUse& use : view.session.scenario().platforms) {
    if (view.session.scenario().unit->parts.contains(use.platform)) platforms.push_back(use.platform);
  }
  for (const std::string& id : platforms) {
    if (const Platform* platform = view.session.catalog().platform(id)) y = platform_rows(view, *platform, x, y, w);
  }
  std::vector<Operation> operations;
  const SelectSpec more = more_operations(view, operations);
  const float h = kit.control_height();
  const bool full = view.session.scenario().unit->operations() >= kMostUnitParts;
  if (full) {
    kit.text(x, y + (h - kit.line_height(13)) / 2, tr("A unit has at most {0} operations.", {std::to_string(kMostUnitParts)}),
             {13, Face::regular, Ink::dim}, Align::left, w);
  } else if (!operations.empty()) {
    const float wide = std::min(w, kit.select_width(more));
    if (const auto chosen = kit.select("add", {x, y, wide, h}, more)) {
      add_operation(view, operations[static_cast<std::size_t>(*chosen)]);
    }
  }
  kit.pop();
  return y + h;
}

}  // namespace tollmeter::ui
