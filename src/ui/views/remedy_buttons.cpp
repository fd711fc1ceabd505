#include "ui/views/remedy_buttons.h"

#include <algorithm>
#include <vector>

#include "core/language.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kDetail = 12;
constexpr float kGap = 8;

struct Offered {
  Remedy remedy;
  RemedyWords words;
  bool buys;  ///< another plan, as opposed to using less or waiting
};

// Of an operation that the plan does not serve: the cheapest plan that does. Limits have core's own list.
std::vector<Remedy> remedies_of(const LimitRef& breach, const Session& session) {
  if (breach.limit) return remedies(*breach.platform, *breach.limit, session.scenario(), session.world());
  const Shown& shown = session.shown();
  for (const PlatformEstimate& fitting : shown.serve_all.platforms) {
    if (fitting.platform != breach.platform->platform || !fitting.fits) continue;
    if (!fitting.plan || fitting.plan == breach.platform->plan) continue;
    const bool quote = fitting.plan->access_on(session.scenario().date) == Access::contract;
    Remedy remedy{quote ? Remedy::Kind::ask_quote : Remedy::Kind::switch_plan, fitting.plan, {}, nullptr, {}, {}};
    remedy.extra = fitting.subtotal;
    remedy.extra.amount -= breach.platform->subtotal.amount;
    return {remedy};
  }
  return {};
}

std::vector<Offered> offered(const LimitRef& breach, const Session& session) {
  std::vector<Offered> list;
  for (const Remedy& remedy : remedies_of(breach, session)) {
    const bool buys = remedy.kind == Remedy::Kind::switch_plan || remedy.kind == Remedy::Kind::ask_quote;
    list.push_back({remedy, remedy_words(remedy, *breach.platform, session), buys});
  }
  return list;
}

// Ids must differ between the remedies of one breach, and stay while its figures move.
std::string key_of(const Offered& offer) {
  switch (offer.remedy.kind) {
    case Remedy::Kind::switch_plan: return "switch-" + offer.remedy.plan->id;
    case Remedy::Kind::ask_quote: return "ask-" + offer.remedy.plan->id;
    case Remedy::Kind::cut: return "cut";
    case Remedy::Kind::wait: return "wait";
  }
  return "";
}

// On the phone: label over detail in one button of half the width.
Box phone_buttons(View& view, const LimitRef& breach, const std::vector<Offered>& offers, const Box& box,
                  std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  constexpr float kHeight = 60;
  const float half = (box.w - kGap) / 2;
  const auto acting = std::count_if(offers.begin(), offers.end(), [](const Offered& offer) { return offer.words.acts; });
  float y = box.y;
  int place = 0;
  const Offered* pressed = nullptr;
  for (const Offered& offer : offers) {
    if (!offer.words.acts) continue;
    // An odd one at the end has the row for itself.
    const bool alone = place % 2 == 0 && place + 1 == acting;
    const Box target{place % 2 == 0 ? box.x : box.x + half + kGap, y, alone ? box.w : half, kHeight};
    if (kit.button(key_of(offer), target, "", ButtonLook::outline, offer.words.name)) pressed = &offer;
    std::string label = offer.words.label;
    if (offer.remedy.kind == Remedy::Kind::cut) {
      label = tr("Cut {0} to fit", {operation_noun(*breach.platform->platform, *offer.remedy.metric)});
    }
    const float text_y = y + (kHeight - kit.line_height(14) - kit.line_height(kDetail)) / 2;
    const float center = target.x + target.w / 2;
    kit.silent_text(center, text_y, label, {14, Face::regular, Ink::text}, Align::center, target.w - 12);
    kit.silent_text(center, text_y + kit.line_height(14), offer.words.detail, {kDetail, Face::regular, Ink::dim},
                    Align::center, target.w - 12);
    if (++place % 2 == 0 || alone) y += kHeight + kGap;
  }
  for (const Offered& offer : offers) {
    if (offer.words.acts) continue;
    kit.text(box.x, y, sentence_case(offer.words.label) + " " + offer.words.detail, {kText, Face::regular, Ink::dim},
             Align::left, box.w);
    y += kit.line_height(kText) + kGap;
  }
  if (pressed) wanted = with_remedy(view.session, *breach.platform, pressed->remedy);
  return {box.x, box.y, box.w, y - box.y};
}

// Beside the text: plans as buttons with their extra cost below, then what costs nothing.
Box desktop_buttons(View& view, const LimitRef& breach, const std::vector<Offered>& offers, const Box& box,
                    std::optional<Scenario>& wanted) {
  Kit& kit = view.kit;
  const float height = kit.control_height();
  float w = 0;
  for (const Offered& offer : offers) {
    const float label = kit.width(offer.words.label, {kText, Face::semibold, Ink::text});
    w = std::max(w, offer.buys ? std::max(label + 26, kit.width(offer.words.detail, {kDetail, Face::regular, Ink::dim}))
                               : label + kit.width(tr("or") + " ", {kText, Face::regular, Ink::dim}));
  }
  w = std::min(w, box.w);
  const float right = box.right();
  float y = box.y;
  const Offered* pressed = nullptr;
  for (const Offered& offer : offers) {
    if (offer.buys) {
      const float button_w = std::min(w, kit.width(offer.words.label, {kText, Face::semibold, Ink::text}) + 26);
      if (kit.button(key_of(offer), {right - button_w, y, button_w, height}, offer.words.label, ButtonLook::outline,
                     offer.words.name)) {
        pressed = &offer;
      }
      y += height + 3;
      kit.silent_text(right, y, offer.words.detail, {kDetail, Face::regular, Ink::dim}, Align::right, w);
      y += kit.line_height(kDetail) + 4;
    } else if (offer.words.acts) {
      float link_w = 0;
      const bool first = &offer == &offers.front();
      const std::string label = first ? sentence_case(offer.words.label) : offer.words.label;
      if (kit.link(key_of(offer), right, y, label, &link_w, Align::right, offer.words.name, kText)) pressed = &offer;
      if (!first) kit.silent_text(right - link_w - 4, y, tr("or"), {kText, Face::regular, Ink::dim}, Align::right);
      y += kit.line_height(kText) + 2;
    } else {
      const bool first = &offer == &offers.front();
      kit.text(right, y, first ? sentence_case(offer.words.label) : tr("or {0}", {offer.words.label}),
               {kText, Face::regular, Ink::dim}, Align::right, w);
      y += kit.line_height(kText) + 2;
    }
  }
  if (pressed) wanted = with_remedy(view.session, *breach.platform, pressed->remedy);
  return {right - w, box.y, w, y - box.y};
}

}  // namespace

Box remedy_buttons(View& view, const LimitRef& breach, const Box& box, std::optional<Scenario>& wanted) {
  std::vector<Offered> offers;
  if (!view.embedded) offers = offered(breach, view.session);
  if (offers.empty()) return {box.right(), box.y, 0, 0};
  view.kit.push("remedies");
  const Box taken = view.phone ? phone_buttons(view, breach, offers, box, wanted)
                               : desktop_buttons(view, breach, offers, box, wanted);
  view.kit.pop();
  return taken;
}

}  // namespace tollmeter::ui
