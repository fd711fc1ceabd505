#include <algorithm>
#include <cmath>

#include "core/language.h"
#include "ui/own/own_dialog.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_plan_menu.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kSwatch = 10;
constexpr float kNameAt = kSwatch + 9;
constexpr float kNameSize = 15;
constexpr float kMoney = 15;
constexpr float kGap = 8;
constexpr float kMetricGap = 8;
constexpr float kMore = 24;

struct Header {
  std::string name;
  std::string plan;  // label of the plan's button
  float name_w = 0, plan_w = 0;
  bool below = false;  // the plan takes a line of its own
};

Style name_style() { return {kNameSize, Face::semibold, Ink::text}; }

// The longest wording of name and plan that fits the room beside each other; where none does, the plan goes below.
// What stands under the name takes `under_w`.
Header fit_header(const Kit& kit, const Platform& platform, const PlanMenu& menu, float room, float under_w) {
  const int chosen = menu.spec.chosen;
  const std::string label = chosen >= 0 ? menu.spec.options[static_cast<std::size_t>(chosen)].label : tr("Choose a plan");
  const std::string brief = chosen == 0 ? menu.cheapest_brief : label;
  const auto plan_width = [&](const std::string& plan) {
    SelectSpec spec;
    spec.label = plan;
    return kit.select_width(spec);
  };
  for (const std::string& plan : {label, brief}) {
    for (const std::string& name : {platform.name, platform.short_name}) {
      const float name_w = std::max(kit.width(name, name_style()), under_w);
      const float plan_w = plan_width(plan);
      if (name_w + kGap + plan_w <= room) return {name, plan, name_w, plan_w, false};
    }
  }
  const bool whole = kit.width(platform.name, name_style()) <= room;
  const std::string& name = whole ? platform.name : platform.short_name;
  return {name, label, std::max(kit.width(name, name_style()), under_w), plan_width(label), true};
}

void fold(View& view, const std::string& platform) {
  view.state.unfolded.erase(platform);
  view.state.touched_fold.insert(platform);
}

void choose_plan(View& view, const Platform& platform, const PlanMenu::Pick& pick) {
  if (pick.write) return open_own_plan(view, platform.id, "");
  edit_use(view, platform.id, true, [&](PlatformUse& use) {
    use.plan = pick.plan;
    use.already_on = pick.already_on;
  });
}

void remove_platform(View& view, const Platform& platform) {
  Scenario next = view.session.scenario();
  std::erase_if(next.platforms, [&](const PlatformUse& use) { return use.platform == platform.id; });
  if (next.unit) next.unit->parts.erase(platform.id);
  view.state.unfolded.erase(platform.id);
  view.state.touched_fold.erase(platform.id);
  std::erase_if(view.state.usage.kept, [&](const std::string& key) { return key.starts_with(platform.id + "/"); });
  view.session.edit(std::move(next), true);
}

void card_menu(View& view, const Platform& platform, const Box& anchor) {
  Kit& kit = view.kit;
  bool open = view.state.usage.card_menu == platform.id;
  Box content;
  if (!kit.begin_popup("menu", tr("More for {0}", {platform.name}), anchor, 220, &open, &content)) {
    if (!open && view.state.usage.card_menu == platform.id) view.state.usage.card_menu.clear();
    return;
  }
  const float h = kit.fingers() ? 44.0F : 32.0F;
  const auto item = [&](std::string_view key, float y, const std::string& label) {
    return kit.menu_item(key, {content.x, y, content.w, h}, label);
  };
  const bool folded = item("fold", content.y, tr("Fold to one line"));
  const bool compared = item("plans", content.y + h, tr("Compare its plans"));
  const bool priced = item("prices", content.y + 2 * h, tr("Edit prices …"));
  const bool removed = item("remove", content.y + 3 * h, tr("Remove {0}", {platform.short_name}));
  kit.end_popup(content.y + 4 * h);
  if (folded) fold(view, platform.id);
  if (removed) remove_platform(view, platform);
  if (compared) view.state.open_plans(platform.id);
  if (priced) {
    const PlatformEstimate* estimate = find_estimate(view.session, platform.id);
    open_own_plan(view, platform.id, estimate && estimate->plan ? estimate->plan->id : "");
  }
  if (folded || compared || priced || removed || !open) view.state.usage.card_menu.clear();
}

float notice(View& view, const Platform& platform, float x, float y, float w) {
  Kit& kit = view.kit;
  const PlatformEstimate* estimate = find_estimate(view.session, platform.id);
  if (estimate == nullptr) return y;
  const Date date = view.session.scenario().date;
  const std::string sentence = plan_notice(*estimate, date);
  if (sentence.empty()) return y;
  const Run run{sentence, Face::regular, Ink::warn};
  y += 2 + kit.paragraph({x, y + 2, w, 0}, {&run, 1}, 13);
  const Plan* named = platform.plan(estimate->use->plan);
  if (named != nullptr && estimate->state == PlanState::not_sold) {
    const Offer offer = offer_on(*named, date);
    if (offer == Offer::closed || offer == Offer::by_invitation) {
      if (kit.link("already_on", x, y + 2, tr("I am already on it"))) choose_plan(view, platform, {named->id, true});
      y += 2 + kit.line_height(13);
    }
  }
  return y + 4;
}

// Name, plan, menu and subtotal. On a phone the subtotal stands under the name.
float header(View& view, const Platform& platform, float x, float y, float w) {
  Kit& kit = view.kit;
  const PlatformEstimate* estimate = find_estimate(view.session, platform.id);
  const PlatformUse* use = find_use(view.session, platform.id);
  if (estimate == nullptr || use == nullptr) return y;
  const PlanMenu menu = plan_menu(platform, *use, find_choice(view.session, platform.id), view.session.scenario(),
                                  view.session.world());
  const std::string cost = marked_money(estimate->subtotal);
  const float h = kit.fingers() ? 44.0F : 26.0F;
  const float more_w = kit.fingers() ? 44.0F : kMore;
  const Style cost_style = view.phone ? Style{13, Face::regular, Ink::dim} : Style{kMoney, Face::semibold, Ink::text};
  const float cost_w = kit.width(cost, cost_style);
  const float middle = y + h / 2;
  const float room = w - kNameAt - more_w - 4 - (view.phone ? 0 : cost_w + 2 * kGap);
  const Header shown = fit_header(kit, platform, menu, room, view.phone ? cost_w : 0);

  const float name_h = kit.line_height(kNameSize);
  const float name_y = view.phone ? middle - (name_h + kit.line_height(13)) / 2 : middle - name_h / 2;
  kit.swatch(x, name_y + (name_h - kSwatch) / 2, color_of(view, platform.id));
  const Box name{x, y, kNameAt + shown.name_w, h};
  if (kit.disclosure("fold", name, tr("Fold {0}", {platform.name}), true)) fold(view, platform.id);
  kit.heading(x + kNameAt, name_y, shown.name, 2, name_style());
  if (view.phone) kit.text(x + kNameAt, name_y + name_h, cost, cost_style);

  Box plan{name.right() + kGap, y, shown.plan_w, h};
  if (view.phone) plan.x = x + w - more_w - shown.plan_w;
  if (shown.below) plan = {x, y + h + 4, std::min(w, shown.plan_w), h};
  SelectSpec plans = menu.spec;
  plans.label = shown.plan;
  if (const auto chosen = kit.select("plan", plan, plans)) {
    choose_plan(view, platform, menu.picks[static_cast<std::size_t>(*chosen)]);
  }
  Box more{(shown.below ? name : plan).right() + 2, y, more_w - 2, h};
  if (view.phone) more.x = x + w - more.w;
  if (kit.icon_button("more", more, Kit::Icon::more, tr("More for {0}", {platform.name}), ButtonLook::quiet)) {
    view.state.usage.card_menu = platform.id;
  }
  if (!view.phone) kit.text(x + w, middle - kit.line_height(kMoney) / 2, cost, cost_style, Align::right);
  if (view.state.usage.card_menu == platform.id) card_menu(view, platform, more);
  return shown.below ? plan.bottom() : y + h;
}

}  // namespace

float platform_card(View& view, const Platform& platform, float x, float y, float w) {
  Kit& kit = view.kit;
  Kit::Card card(kit, platform.id, platform.name, x, y, w);
  y = header(view, platform, card.x, card.y - 4, card.w);
  y = notice(view, platform, card.x, y + 2, card.w);

  const PlatformUse* use = find_use(view.session, platform.id);
  const PlatformEstimate* estimate = find_estimate(view.session, platform.id);
  if (use == nullptr || estimate == nullptr) return card.end(y).bottom();  // it was removed in this frame
  if (const std::optional<OwnUnit>& unit = view.session.scenario().unit) {
    const auto amounts = unit->parts.find(platform.id);
    if (amounts != unit->parts.end()) {
      for (const auto& amount : amounts->second) view.state.usage.kept.insert(platform.id + "/" + amount.first);
    }
  }
  int hidden = 0;
  const bool more = view.state.more.contains(platform.id);
  const std::vector<const Metric*> inputs = shown_inputs(platform, *use, estimate->plan, view.session.scenario().date,
                                                         more, view.state.usage.kept, &hidden);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    y = metric_input(view, platform, *inputs[i], card.x, y + (i > 0 ? kMetricGap : 2), card.w);
  }
  if (hidden > 0 || more) {
    y += kMetricGap + 4;
    const std::string count = std::to_string(hidden);
    const std::string label = more ? tr("Hide operations at zero") : tr_count(hidden, "+ {0} more operation", "+ {0} more operations", {count});
    const std::string name = more ? tr("Hide operations at zero of {0}", {platform.name})
                                  : tr_count(hidden, "+ {0} more operation of {1}", "+ {0} more operations of {1}", {count, platform.name});
    if (kit.link("more_operations", card.x, y, label, nullptr, Align::left, name)) {
      if (more) {
        view.state.more.erase(platform.id);
      } else {
        view.state.more.insert(platform.id);
      }
    }
    y += kit.line_height(13);
  }
  return card.end(y - 2).bottom();
}

}  // namespace tollmeter::ui
