#include <array>

#include "core/format.h"
#include "core/language.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr std::string_view kAccounts = "accounts";  // the driver that the builder multiplies by
constexpr std::array kPers = {Per::second, Per::minute, Per::hour, Per::day, Per::month};
constexpr int kMostDecimals = 6;
constexpr float kLabelSize = 12;
constexpr float kTimes = 22;  // room of a "×" between two fields

UsageState::Builder& builder_of(View& view, const std::string& key) {
  UsageState::Builder& builder = view.state.usage.builder;
  if (builder.key == key) return builder;
  builder = {};
  builder.key = key;
  if (view.session.catalog().driver(kAccounts) != nullptr) {
    builder.accounts = driver_value(view.session.scenario(), view.session.catalog(), kAccounts);
  }
  return builder;
}

SelectSpec per_select(Per chosen) {
  SelectSpec spec;
  spec.name = tr("in which time");
  for (const Per per : kPers) {
    if (per == chosen) spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({a_period(per), "", "", false});
  }
  return spec;
}

}  // namespace

float quantity_builder(View& view, const Platform& platform, const Metric& metric, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push("builder");
  const std::string key = platform.id + "/" + metric.id;
  UsageState::Builder& builder = builder_of(view, key);
  const float label_h = kit.line_height(kLabelSize);
  const float h = kit.control_height();
  const bool accounts = metric.builder_accounts;
  const float times = accounts ? 2 * kTimes : kTimes;
  const float per_w = 100;
  const float field_w = (w - per_w - 6 - times) / (accounts ? 3.0F : 2.0F);
  const std::string refusal_key = key + "/builder";

  const auto number = [&](std::string_view id, std::string_view label, Rational& value, float left) {
    kit.silent_text(left, y, label, {kLabelSize, Face::regular, Ink::dim});
    FieldSpec spec;
    spec.name = label;
    spec.text = group_digits(value);
    spec.edit_text = value.text();
    const auto typed = checked_field(view, id, refusal_key + std::string(id), {left, y + label_h, field_w, h}, spec);
    if (!typed) return;
    const auto read = read_or_refuse(view, refusal_key + std::string(id), [&] { return parse_number(*typed); });
    if (read) value = *read;
  };
  const auto multiply = [&](float left) {
    const float top = y + label_h + (h - kit.line_height(13)) / 2;
    kit.silent_text(left + kTimes / 2, top, "×", {13, Face::regular, Ink::dim}, Align::center);
  };
  float left = x;
  number("often", tr("how often"), builder.often, left);
  left += field_w + 6;
  if (const auto per = kit.select("per", {left, y + label_h, per_w, h}, per_select(builder.per))) {
    builder.per = kPers[static_cast<std::size_t>(*per)];
  }
  left += per_w;
  multiply(left);
  left += kTimes;
  number("many", tr("how many"), builder.many, left);
  left += field_w;
  if (accounts) {
    multiply(left);
    number("accounts", tr("accounts"), builder.accounts, left + kTimes);
  }
  y += label_h + h;
  for (const std::string_view id : {"often", "many", "accounts"}) {
    y = refusal(view, refusal_key + std::string(id), x, y, w);
  }
  y += 8;

  // As the field would take it, so that the link can hold it.
  const Rational product = builder.often * builder.many * (accounts ? builder.accounts : Rational(1));
  std::optional<Quantity> built;
  if (product.ok()) {
    const std::string text = quantity_text(product.round_half_up(kMostDecimals), builder.per);
    built = read_or_refuse(view, refusal_key, [&] { return parse_quantity(text, Per::month); });
  }
  if (built) {
    const std::string label = tr("Use {0}", {quantity_words(*built)});
    const float button_w = kit.width(label, {14, Face::semibold}) + 28;
    if (kit.button("use", {x + w - button_w, y, button_w, h}, label, ButtonLook::outline)) {
      view.state.usage.refused.erase(key);
      view.state.usage.kept.insert(key);
      edit_use(view, platform.id, true, [&](PlatformUse& use) { use.quantities[metric.id] = *built; });
    }
    y += h;
  } else {
    y = refusal(view, refusal_key, x, y, w);
  }
  kit.pop();
  return y;
}

}  // namespace tollmeter::ui
