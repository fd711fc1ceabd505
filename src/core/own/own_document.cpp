#include "core/own/own_document.h"

#include <algorithm>
#include <utility>

#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/words.h"

namespace tollmeter {
namespace {

/// Of a platform's entry: the object that has its id and plans.
const JsonValue& body_of(const JsonValue& entry) {
  const JsonValue* platform = entry.member("platform");
  return platform ? *platform : entry;
}

const JsonValue* with_id(const std::vector<JsonValue>& items, std::string_view id) {
  for (const JsonValue& item : items) {
    if (text_in(item, "id") == id) return &item;
  }
  return nullptr;
}

void put(std::vector<JsonValue>& items, JsonValue value) {
  value.key.clear();
  if (const JsonValue* same = with_id(items, text_in(value, "id"))) {
    items[static_cast<std::size_t>(same - items.data())] = std::move(value);
  } else {
    items.push_back(std::move(value));
  }
}

/// "own-my-plan", of at most 40 characters.
std::string id_of_name(std::string_view name) {
  constexpr std::size_t kMost = 32;
  std::string id(kOwnIdPrefix);
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (plain) {
      id += lower;
    } else if (id.back() != '-') {
      id += '-';
    }
    if (id.size() == kMost) break;
  }
  while (id.back() == '-') id.pop_back();
  return id == "own" ? "own-1" : id;
}

template <class Taken>
std::string fresh_id(std::string_view name, Taken taken) {
  const std::string id = id_of_name(name);
  std::string tried = id;
  for (int i = 2; taken(tried); ++i) tried = join({id, "-", std::to_string(i)});
  return tried;
}

}  // namespace

OwnDocument::OwnDocument(std::string_view own) {
  if (own.empty()) return;
  const Result<JsonValue> read = parse_own(own);
  if (!read) return;
  if (const JsonValue* platforms = read.value().member("platforms")) entries_ = platforms->items;
}

std::string OwnDocument::text() const {
  if (entries_.empty()) return {};
  JsonValue document = json_object(), list = json_list();
  list.items = entries_;
  set_member(document, "platforms", std::move(list));
  return write_json(document);
}

std::vector<OwnItem> OwnDocument::items() const {
  std::vector<OwnItem> items;
  for (const JsonValue& one : entries_) {
    const JsonValue& body = body_of(one);
    const std::string id = text_in(body, "id");
    if (&body != &one) items.push_back({id, {}, text_in(body, "name")});
    const JsonValue* plans = body.member("plans");
    if (!plans) continue;
    for (const JsonValue& plan : plans->items) items.push_back({id, text_in(plan, "id"), text_in(plan, "name")});
  }
  return items;
}

JsonValue* OwnDocument::entry(std::string_view platform) {
  const JsonValue* found = std::as_const(*this).entry(platform);
  return found ? &entries_[static_cast<std::size_t>(found - entries_.data())] : nullptr;
}

const JsonValue* OwnDocument::entry(std::string_view platform) const {
  for (const JsonValue& one : entries_) {
    if (text_in(body_of(one), "id") == platform) return &one;
  }
  return nullptr;
}

JsonValue* OwnDocument::plans(std::string_view platform) {
  JsonValue* found = entry(platform);
  if (!found) return nullptr;
  JsonValue& plans = member_of(found->member("platform") ? member_of(*found, "platform") : *found, "plans");
  plans.kind = JsonValue::Kind::list;
  return &plans;
}

const JsonValue* OwnDocument::plan(std::string_view platform, std::string_view id) const {
  const JsonValue* found = entry(platform);
  const JsonValue* list = found ? body_of(*found).member("plans") : nullptr;
  return list ? with_id(list->items, id) : nullptr;
}

const JsonValue* OwnDocument::platform(std::string_view id) const {
  const JsonValue* found = entry(id);
  return found ? found->member("platform") : nullptr;
}

std::string OwnDocument::entered(std::string_view platform, std::string_view plan_id) const {
  const JsonValue* found = entry(platform);
  if (!found) return {};
  if (found->member("platform")) return text_in(*found, "entered");
  const JsonValue* one = plan(platform, plan_id);
  return one ? text_in(*one, "entered") : std::string();
}

void OwnDocument::put_plan(std::string_view platform, JsonValue plan, Date entered) {
  JsonValue* found = entry(platform);
  if (!found) {
    entries_.push_back(json_object());
    found = &entries_.back();
    set_text(*found, "id", std::string(platform));
    set_member(*found, "plans", json_list());
  }
  if (found->member("platform")) {
    remove_member(plan, "entered");
    set_text(*found, "entered", entered.iso());
  } else {
    set_text(plan, "entered", entered.iso());
  }
  put(plans(platform)->items, std::move(plan));
}

void OwnDocument::put_platform(JsonValue platform, Date entered) {
  JsonValue made = json_object();
  set_text(made, "entered", entered.iso());
  set_member(made, "platform", std::move(platform));
  put_entry(made);
}

void OwnDocument::put_entry(const JsonValue& wanted) {
  JsonValue value = wanted;
  value.key.clear();
  JsonValue* same = entry(text_in(body_of(value), "id"));
  const bool over_list = value.member("platform") == nullptr;
  if (same && over_list && same->member("platform") == nullptr) {
    const JsonValue* more = value.member("plans");
    for (std::size_t i = 0; more && i < more->items.size(); ++i) put(plans(text_in(value, "id"))->items, more->items[i]);
  } else if (same) {
    *same = std::move(value);
  } else {
    entries_.push_back(std::move(value));
  }
}

void OwnDocument::remove(std::string_view platform, std::string_view plan) {
  const auto is_it = [&](const JsonValue& one) { return text_in(body_of(one), "id") == platform; };
  if (plan.empty()) {
    std::erase_if(entries_, is_it);
    return;
  }
  JsonValue* list = plans(platform);
  if (!list) return;
  std::erase_if(list->items, [&](const JsonValue& one) { return text_in(one, "id") == plan; });
  if (!list->items.empty()) return;
  std::erase_if(entries_, [&](const JsonValue& one) { return is_it(one) && one.member("platform") == nullptr; });
}

std::string OwnDocument::fresh_plan_id(std::string_view platform, std::string_view name) const {
  return fresh_id(name, [&](const std::string& id) { return plan(platform, id) != nullptr; });
}

std::string OwnDocument::fresh_platform_id(std::string_view name) const {
  return fresh_id(name, [&](const std::string& id) { return entry(id) != nullptr; });
}

}  // namespace tollmeter
