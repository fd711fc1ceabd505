#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/json_value.h"

namespace tollmeter {

/// A plan or a platform of one's own, as a list names it.
struct OwnItem {
  std::string platform;  ///< id
  std::string plan;      ///< id; empty: the platform itself, whose plans follow
  std::string name;      ///< without the mark
};

/// Own prices as something to change. What is written is what own_prices.h reads.
class OwnDocument {
 public:
  OwnDocument() = default;
  /// What is no own document is an empty one.
  explicit OwnDocument(std::string_view own);

  /// Empty where there is nothing in it.
  std::string text() const;
  std::vector<OwnItem> items() const;
  /// Null where there is none. Of a platform of the list or of one's own.
  const JsonValue* plan(std::string_view platform, std::string_view id) const;
  /// Of one's own; null where there is none.
  const JsonValue* platform(std::string_view id) const;
  /// Day on which it was entered; nothing where it is not there.
  std::string entered(std::string_view platform, std::string_view plan) const;

  /// In the place of the one with the same id, or behind the others.
  void put_plan(std::string_view platform, JsonValue plan, Date entered);
  void put_platform(JsonValue platform, Date entered);
  /// An entry as it stands in such a document.
  void put_entry(const JsonValue& entry);
  void remove(std::string_view platform, std::string_view plan);

  /// "own-basic-2": made of the name, and not taken.
  std::string fresh_plan_id(std::string_view platform, std::string_view name) const;
  std::string fresh_platform_id(std::string_view name) const;

 private:
  JsonValue* entry(std::string_view platform);
  const JsonValue* entry(std::string_view platform) const;
  JsonValue* plans(std::string_view platform);

  std::vector<JsonValue> entries_;
};

}  // namespace tollmeter
