#include "core/own/plan_draft_rows.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "core/json_document.h"
#include "core/own/own_json.h"
#include "core/quantity.h"

namespace tollmeter {
namespace {

constexpr std::string_view kPeriods[] = {"month", "year", "once"};
constexpr std::string_view kKinds[] = {"per_unit", "package", "graduated", "volume"};

/// Its place in the list, or the list's length.
template <class List>
std::size_t place_in(const List& list, std::string_view word) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), word) - std::begin(list));
}

bool only(const JsonValue& row, std::initializer_list<std::string_view> keys) {
  return std::all_of(row.items.begin(), row.items.end(),
                     [&](const JsonValue& item) { return std::find(keys.begin(), keys.end(), item.key) != keys.end(); });
}

JsonValue parsed(const char* json) {
  const Result<JsonValue> read = parse_json_document(json, {200, 4, 8});
  return read ? read.value() : JsonValue();
}

JsonValue one_member(std::string_view key, std::string text) {
  JsonValue object = json_object();
  set_text(object, key, std::move(text));
  return object;
}

}  // namespace

std::string written_number(const std::string& typed) {
  const Result<Rational> number = parse_number(typed);
  return number ? number.value().text() : typed;
}

std::optional<FeeDraft> fee_of_row(const JsonValue& row) {
  if (text_in(row, "model") != "flat" || !only(row, {"id", "name", "model", "price", "period"})) return std::nullopt;
  FeeDraft fee;
  fee.id = text_in(row, "id");
  fee.name = text_in(row, "name");
  fee.price = text_in(row, "price");
  fee.period = static_cast<Period>(std::min<std::size_t>(place_in(kPeriods, text_in(row, "period")), 2));
  return fee;
}

std::optional<MeteredDraft> metered_of_row(const JsonValue& row) {
  const std::size_t kind = place_in(kKinds, text_in(row, "model"));
  if (kind == std::size(kKinds) || !row.member("metric")) return std::nullopt;
  if (!only(row, {"id", "model", "metric", "price", "per", "free", "tiers"})) return std::nullopt;
  MeteredDraft metered;
  metered.kind = static_cast<MeteredDraft::Kind>(kind);
  metered.metric = text_in(row, "metric");
  metered.price = text_in(row, "price");
  if (row.member("per")) metered.per = text_in(row, "per");
  if (row.member("free")) metered.free = text_in(row, "free");
  const JsonValue* tiers = row.member("tiers");
  for (std::size_t i = 0; tiers && i < tiers->items.size(); ++i) {
    const JsonValue& tier = tiers->items[i];
    if (!only(tier, {"up_to", "price", "fee"})) return std::nullopt;
    metered.tiers.push_back({text_in(tier, "up_to"), text_in(tier, "price"), text_in(tier, "fee")});
  }
  return metered;
}

std::optional<LimitDraft> limit_of_row(const JsonValue& row) {
  if (!only(row, {"id", "name", "counts", "amount", "window", "scope", "at_breach"})) return std::nullopt;
  const JsonValue *counts = row.member("counts"), *window = row.member("window"), *breach = row.member("at_breach");
  if (!counts || counts->items.size() != 1 || counts->items[0].text != "1" || !window || !breach || breach->items.size() != 1) {
    return std::nullopt;
  }
  LimitDraft limit;
  limit.id = text_in(row, "id");
  limit.name = text_in(row, "name");
  limit.amount = text_in(row, "amount");
  limit.metric = counts->items[0].key;
  const auto same_window = [&](const DraftWord& word) { return write_json(*window) == word.json; };
  const auto same_breach = [&](const DraftWord& word) { return text_in(*breach, "is") == word.json; };
  const auto found = std::find_if(std::begin(kDraftWindows), std::end(kDraftWindows), same_window);
  const auto happens = std::find_if(std::begin(kDraftBreaches), std::end(kDraftBreaches), same_breach);
  if (found == std::end(kDraftWindows) || happens == std::end(kDraftBreaches)) return std::nullopt;
  limit.window = static_cast<std::size_t>(found - std::begin(kDraftWindows));
  limit.breach = static_cast<std::size_t>(happens - std::begin(kDraftBreaches));
  return limit;
}

bool is_own_row(const JsonValue& row, const WholeRow& is) {
  return text_in(row, "id") == is.id && text_in(row, "model") == is.model && only(row, {"id", "name", "model", "price"});
}

JsonValue fee_row(const FeeDraft& fee) {
  JsonValue row = json_object();
  set_text(row, "id", fee.id);
  set_text(row, "name", fee.name);
  set_text(row, "model", "flat");
  set_text(row, "price", written_number(fee.price));
  set_text(row, "period", std::string(kPeriods[static_cast<std::size_t>(fee.period)]));
  return row;
}

JsonValue metered_row(const MeteredDraft& metered) {
  JsonValue row = json_object();
  set_text(row, "id", metered.metric);
  set_text(row, "model", std::string(kKinds[static_cast<std::size_t>(metered.kind)]));
  set_text(row, "metric", metered.metric);
  if (metered.is_tiered()) {
    JsonValue tiers = json_list();
    for (const TierDraft& one : metered.tiers) {
      JsonValue tier = json_object();
      if (!one.up_to.empty()) set_text(tier, "up_to", written_number(one.up_to));
      set_text(tier, "price", one.price.empty() ? "0" : written_number(one.price));
      if (!one.fee.empty()) set_text(tier, "fee", written_number(one.fee));
      tiers.items.push_back(std::move(tier));
    }
    set_member(row, "tiers", std::move(tiers));
  } else {
    set_text(row, "price", written_number(metered.price));
  }
  if (written_number(metered.per) != "1") set_text(row, "per", written_number(metered.per));
  if (written_number(metered.free) != "0") set_text(row, "free", written_number(metered.free));
  return row;
}

JsonValue limit_row(const LimitDraft& limit) {
  JsonValue row = json_object();
  set_text(row, "id", limit.id);
  set_text(row, "name", limit.name);
  set_member(row, "counts", one_member(limit.metric, "1"));
  set_text(row, "amount", written_number(limit.amount));
  set_member(row, "window", parsed(kDraftWindows[limit.window].json));
  set_member(row, "scope", one_member("name", "account"));
  set_member(row, "at_breach", one_member("is", kDraftBreaches[limit.breach].json));
  return row;
}

JsonValue whole_row(const WholeRow& is, std::string_view name, std::string price) {
  JsonValue row = json_object();
  set_text(row, "id", std::string(is.id));
  set_text(row, "name", std::string(name));
  set_text(row, "model", std::string(is.model));
  set_text(row, "price", std::move(price));
  return row;
}

}  // namespace tollmeter
