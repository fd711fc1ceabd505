#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "core/language.h"
#include "core/quantity.h"
#include "core/words.h"
#include "ui/own/own_plan_rows.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr std::size_t kMostTiers = 12;
constexpr std::size_t kMostOperations = 40;

struct KindWord {
  MeteredDraft::Kind kind;
  const char* label;
};
constexpr KindWord kKinds[] = {{MeteredDraft::Kind::per_unit, marked("a price each")},
                               {MeteredDraft::Kind::package, marked("packages, begun ones whole")},
                               {MeteredDraft::Kind::graduated, marked("tiers, each for its units")},
                               {MeteredDraft::Kind::volume, marked("tiers, the one reached for all")},
                               {MeteredDraft::Kind::included, marked("included")},
                               {MeteredDraft::Kind::not_offered, marked("not offered")}};

float remove_width(const Kit& kit) { return kit.fingers() ? 44.0F : 26.0F; }

/// Ten times as many as the tier before the last reaches.
std::string next_bound(const std::vector<TierDraft>& tiers) {
  if (tiers.size() < 2) return "1000";
  const Result<Rational> before = parse_number(tiers[tiers.size() - 2].up_to);
  return before ? (before.value() * 10).text() : "1000";
}

/// A label over a field; both take a share of the row.
void labelled(OwnForm& form, const std::string& field, std::string_view label, const std::string& name, float x, float w, std::string& text,
              std::string_view suffix = {}) {
  Kit& kit = form.view.kit;
  kit.silent_text(x, form.y, label, {12, Face::regular, Ink::dim}, Align::left, w);
  form.field(field, {x, form.y + kit.line_height(12) + 2, w, form.height()}, name, text, true, suffix);
}

float labelled_height(const OwnForm& form) { return form.view.kit.line_height(12) + 2 + form.height(); }

void tier_rows(OwnForm& form, MeteredDraft& metered, const std::string& key, const std::string& name, const std::string& currency) {
  Kit& kit = form.view.kit;
  const float remove_w = remove_width(kit), third = (form.w - remove_w - 3 * kOwnGap) / 3;
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < metered.tiers.size(); ++i) {
    TierDraft& tier = metered.tiers[i];
    const std::string field = join({key, "/tier/", std::to_string(i)});
    const std::string which = std::to_string(i + 1);
    kit.push(field);
    const bool last = i + 1 == metered.tiers.size();
    const std::string up_to = last ? tr("up to (empty: all)") : tr("up to");
    labelled(form, field + "/up_to", up_to, tr("Up to, tier {0} of {1}", {which, name}), form.x, third, tier.up_to);
    labelled(form, field + "/price", tr("price"), tr("Price, tier {0} of {1}", {which, name}), form.x + third + kOwnGap, third, tier.price, currency);
    const std::string fee_name = tr("Fee, tier {0} of {1}", {which, name});
    labelled(form, field + "/fee", tr("fee when entered"), fee_name, form.x + 2 * (third + kOwnGap), third, tier.fee, currency);
    const Box remove{form.x + form.w - remove_w, form.y + kit.line_height(12) + 2, remove_w, form.height()};
    const std::string remove_name = tr("Remove tier {0} of {1}", {which, name});
    if (metered.tiers.size() > 1 && kit.icon_button("remove", remove, Kit::Icon::close, remove_name, ButtonLook::quiet)) gone = i;
    form.y += labelled_height(form);
    for (const char* part : {"/up_to", "/price", "/fee"}) form.problem(field + part);
    form.y += 4;
    kit.pop();
  }
  if (gone) metered.tiers.erase(metered.tiers.begin() + static_cast<std::ptrdiff_t>(*gone));
  if (metered.tiers.size() < kMostTiers) {
    if (kit.link("add_tier", form.x, form.y, tr("+ Add a tier"), nullptr, Align::left, tr("Add a tier to {0}", {name}))) {
      // The one without end stays the last.
      metered.tiers.insert(metered.tiers.end() - 1, TierDraft{next_bound(metered.tiers), metered.tiers.back().price, ""});
    }
    form.y += kit.line_height(13) + kOwnGap;
  }
}

void begin_kind(MeteredDraft& metered) {
  if (metered.kind == MeteredDraft::Kind::package && metered.per == "1") metered.per = "1000";
  if (metered.is_tiered() && metered.tiers.empty()) metered.tiers = {{"1000", metered.price, ""}, {"", metered.price, ""}};
}

/// False when it is to go.
bool metered_row(OwnForm& form, MeteredDraft& metered, const std::string& key, const Metric& metric, const std::string& currency) {
  Kit& kit = form.view.kit;
  const float h = form.height(), remove_w = remove_width(kit);
  const std::string name = lower_first(metric.name);
  SelectSpec kind;
  kind.name = tr("What {0} cost", {name});
  for (const KindWord& word : kKinds) {
    if (word.kind == metered.kind) kind.chosen = static_cast<int>(kind.options.size());
    kind.options.push_back({tr(word.label), "", "", false});
  }
  const float kind_w = std::min(kit.select_width(kind), form.w * 0.55F);
  kit.text(form.x, form.y + (h - kit.line_height(13)) / 2, metric.name, {13, Face::semibold}, Align::left, form.w - kind_w - remove_w - 2 * kOwnGap);
  if (const auto chosen = kit.select("kind", {form.x + form.w - remove_w - kOwnGap - kind_w, form.y, kind_w, h}, kind)) {
    metered.kind = kKinds[*chosen].kind;
    begin_kind(metered);
  }
  const Box remove{form.x + form.w - remove_w, form.y, remove_w, h};
  const bool gone = kit.icon_button("remove", remove, Kit::Icon::close, tr("Remove the price of {0}", {name}), ButtonLook::quiet);
  form.y += h + 4;
  if (!metered.is_priced()) return !gone;
  if (metered.is_tiered()) tier_rows(form, metered, key, name, currency);
  const int fields = metered.is_tiered() ? 2 : 3;
  const float each = (form.w - static_cast<float>(fields - 1) * kOwnGap) / static_cast<float>(fields);
  float x = form.x;
  if (!metered.is_tiered()) {
    labelled(form, key + "/price", tr("price"), tr("Price of {0}", {name}), x, each, metered.price, currency);
    x += each + kOwnGap;
  }
  labelled(form, key + "/per", tr("for so many"), tr("Price of {0} is for", {name}), x, each, metered.per);
  labelled(form, key + "/free", tr("free a month"), tr("Free {0}@@without a price", {name}), x + each + kOwnGap, each, metered.free);
  form.y += labelled_height(form);
  for (const char* part : {"/price", "/per", "/free"}) form.problem(key + part);
  return !gone;
}

}  // namespace

void metered_rows(OwnForm& form, PlanDraft& draft, const Platform& platform) {
  form.heading(tr("Prices of operations"));
  if (draft.metered.empty() && !draft.extends.empty()) form.say(tr("All as on the list."));
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < draft.metered.size(); ++i) {
    const Metric* metric = platform.metric(draft.metered[i].metric);
    if (!metric) continue;
    form.view.kit.push(metric->id);
    if (!metered_row(form, draft.metered[i], join({"metered/", std::to_string(i)}), *metric, draft.currency)) gone = i;
    form.view.kit.pop();
    form.y += kOwnGap + 2;
  }
  if (gone) draft.metered.erase(draft.metered.begin() + static_cast<std::ptrdiff_t>(*gone));
  if (draft.metered.size() >= kMostOperations) return;
  const std::string label = draft.extends.empty() ? tr("+ Price an operation") : tr("+ Another price for an operation");
  if (const Metric* metric = choose_operation(form, "add_metered", label, platform, &draft)) {
    MeteredDraft metered;
    metered.metric = metric->id;
    metered.price = "0";
    draft.metered.push_back(std::move(metered));
  }
}

}  // namespace tollmeter::ui
