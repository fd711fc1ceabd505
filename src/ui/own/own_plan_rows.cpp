#include "ui/own/own_plan_rows.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/language.h"
#include "core/own/own_prices.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

constexpr float kPrice = 130;
constexpr float kPeriod = 112;
constexpr std::size_t kMostRows = 40;

float remove_width(const Kit& kit) { return kit.fingers() ? 44.0F : 26.0F; }

bool remove_button(OwnForm& form, float y, const std::string& name) {
  const float w = remove_width(form.view.kit);
  return form.view.kit.icon_button("remove", {form.x + form.w - w, y, w, form.height()}, Kit::Icon::close, name, ButtonLook::quiet);
}

template <class Row>
std::string fresh_id(const std::vector<Row>& rows, std::string_view word) {
  for (std::size_t i = 1;; ++i) {
    std::string id = join({kOwnIdPrefix, word, "-", std::to_string(i)});
    if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; })) return id;
  }
}

int select_of(OwnForm& form, const char* key, const Box& box, std::string name, std::initializer_list<const char*> labels, int chosen) {
  SelectSpec spec;
  spec.name = std::move(name);
  for (const char* label : labels) spec.options.push_back({tr(label), "", "", false});
  spec.chosen = chosen;
  return form.view.kit.select(key, box, spec).value_or(chosen);
}

constexpr struct {
  const char* word;
  const char* shown;
} kAmountWords[] = {{"unlimited", marked("unlimited@@typed instead of a number")}, {"unknown", marked("unknown@@typed instead of a number")}};

/// A number, or a word in the language that is spoken, of which the draft knows the English one.
void amount_field(OwnForm& form, const std::string& field, const Box& box, const std::string& name, std::string& amount,
                  std::string_view suffix = {}) {
  std::string typed = amount;
  for (const auto& [word, shown] : kAmountWords) {
    if (amount == word) typed = tr(shown);
  }
  if (!form.field(field, box, name, typed, true, suffix)) return;
  amount = typed;
  for (const auto& [word, shown] : kAmountWords) {
    if (typed == tr(shown)) amount = word;
  }
}

void list_fee(OwnForm& form, FeeDraft& fee, const std::string& field, const std::string& currency) {
  Kit& kit = form.view.kit;
  const float h = form.height();
  const std::string unit = currency + " " + fee.unit;
  const float box_w = std::min(form.w * 0.5F, kPrice + kit.width(unit, {12, Face::regular, Ink::dim}));
  const std::string name = sentence_start(Text(fee.name));
  kit.text(form.x, form.y + (h - kit.line_height(13)) / 2, name, {13}, Align::left, form.w - box_w - kOwnGap);
  amount_field(form, field, {form.x + form.w - box_w, form.y, box_w, h}, name, fee.price, unit);
  form.y += h;
}

/// False when it is to go.
bool own_fee(OwnForm& form, FeeDraft& fee, const std::string& field, const std::string& currency) {
  Kit& kit = form.view.kit;
  const float h = form.height(), remove_w = remove_width(kit);
  const bool beside = form.w >= 480;
  const float price_w = beside ? kPrice : form.w - kPeriod - kOwnGap;
  const float name_w = form.w - remove_w - kOwnGap - (beside ? kPrice + kPeriod + 2 * kOwnGap : 0);
  std::string typed = fee.name;
  if (form.field(field + "/name", {form.x, form.y, name_w, h}, tr("Name of the fee"), typed, false)) fee.name = clean_text(typed, 200);
  const bool gone = remove_button(form, form.y, tr("Remove the {0}", {fee.name}));
  float x = form.x + name_w + kOwnGap;
  if (!beside) {
    form.y += h + 4;
    x = form.x;
  }
  form.field(field, {x, form.y, price_w, h}, sentence_start(fee.name), fee.price, true, currency);
  fee.period = static_cast<Period>(select_of(form, "period", {x + price_w + kOwnGap, form.y, kPeriod, h}, tr("When the {0} is due", {fee.name}),
                                             {marked("a month"), marked("a year"), marked("once")}, static_cast<int>(fee.period)));
  form.y += h;
  form.problem(field + "/name");
  return !gone;
}

/// A name for a limit of one's own; it goes into the link.
std::string limit_name(std::string_view metric) { return clean_text(lower_first(metric), kMostOwnNameBytes); }

std::string shown_name(const LimitDraft& limit, const Platform& platform) {
  if (limit.of_list) return Text(limit.name);
  const Metric* metric = platform.metric(limit.metric);
  return metric && limit.name == limit_name(metric->name.english()) ? limit_name(metric->name) : limit.name;
}

void list_limit(OwnForm& form, LimitDraft& limit, const std::string& field, const std::string& name) {
  Kit& kit = form.view.kit;
  const float h = form.height(), box_w = std::min(form.w * 0.45F, 190.0F);
  kit.text(form.x, form.y + (h - kit.line_height(13)) / 2, sentence_start(name), {13}, Align::left, form.w - box_w - kOwnGap);
  amount_field(form, field, {form.x + form.w - box_w, form.y, box_w, h}, tr("Limit: {0}", {name}), limit.amount);
  form.y += h;
}

/// False when it is to go.
bool own_limit(OwnForm& form, LimitDraft& limit, const std::string& field, const std::string& name) {
  Kit& kit = form.view.kit;
  const float h = form.height(), remove_w = remove_width(kit);
  kit.text(form.x, form.y + (h - kit.line_height(13)) / 2, sentence_start(name), {13, Face::semibold}, Align::left, form.w - remove_w - kOwnGap);
  const bool gone = remove_button(form, form.y, tr("Remove the limit: {0}", {name}));
  form.y += h;
  const float amount_w = kPrice, window_w = form.w - amount_w - kOwnGap;
  amount_field(form, field, {form.x, form.y, amount_w, h}, tr("Limit: {0}", {name}), limit.amount);
  SelectSpec window;
  window.name = tr("Over which time: {0}", {name});
  for (const DraftWord& word : kDraftWindows) window.options.push_back({tr(word.label), "", "", false});
  window.chosen = static_cast<int>(limit.window);
  if (const auto chosen = kit.select("window", {form.x + amount_w + kOwnGap, form.y, window_w, h}, window)) limit.window = static_cast<std::size_t>(*chosen);
  form.y += h + 4;
  SelectSpec breach;
  breach.name = tr("Beyond it: {0}", {name});
  for (const DraftWord& word : kDraftBreaches) breach.options.push_back({tr(word.label), "", "", false});
  breach.chosen = static_cast<int>(limit.breach);
  if (const auto chosen = kit.select("breach", {form.x, form.y, form.w, h}, breach)) limit.breach = static_cast<std::size_t>(*chosen);
  form.y += h;
  return !gone;
}

/// Rows that are drawn one by one, of which one may go.
template <class Row, class Draw>
void rows(OwnForm& form, std::vector<Row>& all, std::string_view word, Draw draw) {
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string field = join({word, "/", std::to_string(i)});
    form.view.kit.push(field);
    if (!draw(all[i], field)) gone = i;
    form.problem(field);
    form.view.kit.pop();
    form.y += kOwnGap;
  }
  if (gone) all.erase(all.begin() + static_cast<std::ptrdiff_t>(*gone));
}

}  // namespace

std::string sentence_start(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void fee_rows(OwnForm& form, PlanDraft& draft) {
  form.heading(tr("Fees"));
  rows(form, draft.fees, "fee", [&](FeeDraft& fee, const std::string& field) {
    if (!fee.of_list) return own_fee(form, fee, field, draft.currency);
    list_fee(form, fee, field, draft.currency);
    return true;
  });
  if (draft.fees.empty()) form.say(tr("It has no fee."));
  if (draft.fees.size() < kMostRows && form.view.kit.link("add_fee", form.x, form.y, tr("+ Add a fee"))) {
    FeeDraft fee;
    fee.id = fresh_id(draft.fees, "fee");
    fee.name = draft.fees.empty() ? tr("fee") : tr("further fee");
    fee.price = "0";
    draft.fees.push_back(std::move(fee));
  }
  form.y += form.view.kit.line_height(13) + kOwnGap;
}

const Metric* choose_operation(OwnForm& form, const char* key, const std::string& label, const Platform& platform, const PlanDraft* without) {
  SelectSpec spec;
  spec.name = label;
  spec.label = label;
  std::vector<const Metric*> metrics;
  for (const Metric& metric : platform.metrics) {
    const bool there = without && std::any_of(without->metered.begin(), without->metered.end(), [&](const MeteredDraft& m) { return m.metric == metric.id; });
    if (metric.kind == Metric::Kind::derived || there) continue;
    spec.options.push_back({metric.name, "", "", false});
    metrics.push_back(&metric);
  }
  if (metrics.empty()) return nullptr;
  const float w = std::min(form.w, form.view.kit.select_width(spec));
  const auto chosen = form.view.kit.select(key, {form.x, form.y, w, form.height()}, spec);
  form.y += form.height() + kOwnGap;
  return chosen ? metrics[static_cast<std::size_t>(*chosen)] : nullptr;
}

void limit_rows(OwnForm& form, PlanDraft& draft, const Platform& platform) {
  form.heading(tr("Limits"));
  if (draft.limits.empty()) form.say(tr("It has no limit."));
  const bool any_of_list = std::any_of(draft.limits.begin(), draft.limits.end(), [](const LimitDraft& limit) { return limit.of_list; });
  if (any_of_list) form.say(tr("A number, or the word unlimited."));
  rows(form, draft.limits, "limit", [&](LimitDraft& limit, const std::string& field) {
    const std::string name = shown_name(limit, platform);
    if (!limit.of_list) return own_limit(form, limit, field, name);
    list_limit(form, limit, field, name);
    return true;
  });
  if (draft.limits.size() >= 2 * kMostRows) return;
  if (const Metric* metric = choose_operation(form, "add_limit", tr("+ Add a limit"), platform, nullptr)) {
    LimitDraft limit;
    limit.id = fresh_id(draft.limits, "limit");
    limit.metric = metric->id;
    limit.name = limit_name(metric->name.english());
    limit.amount = "10000";
    draft.limits.push_back(std::move(limit));
  }
}

}  // namespace tollmeter::ui
