#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/json_value.h"

namespace tollmeter {

// An own plan as a form shows it: numbers as typed, rows that the form has no fields for kept as they are.

struct TierDraft {
  std::string up_to;  ///< empty: without end
  std::string price, fee;
};

/// A charge without an operation: a fee, or a row of the extended plan that counts something else and has one price.
struct FeeDraft {
  std::string id, name, price;
  Period period = Period::month;
  bool of_list = false;    ///< stands in the extended plan: only its price can change
  std::string list_price;  ///< then: what it is there
  std::string unit;        ///< then: "a month", or what else the price is for
};

/// What an operation costs.
struct MeteredDraft {
  enum class Kind { per_unit, package, graduated, volume, included, not_offered };
  std::string metric;
  Kind kind = Kind::per_unit;
  std::string price, per = "1", free = "0";
  std::vector<TierDraft> tiers;
  bool is_tiered() const { return kind == Kind::graduated || kind == Kind::volume; }
  bool is_priced() const { return kind != Kind::included && kind != Kind::not_offered; }
};

struct LimitDraft {
  std::string id, name;
  std::string amount;  ///< a number, "unlimited" or "unknown"; of the list also a formula
  bool of_list = false;
  std::string list_amount;
  std::string metric;      ///< of one's own: what is counted
  std::size_t window = 0;  ///< of kDraftWindows
  std::size_t breach = 0;  ///< of kDraftBreaches
};

struct DraftWord {
  const char* label;  ///< as the form says it
  const char* json;   ///< what stands in the document
};
inline constexpr DraftWord kDraftWindows[] = {
    {marked("in a billing cycle"), R"({"kind":"cycle"})"},
    {marked("a day, from midnight UTC"), R"({"kind":"fixed","length":"1 day","zone":"UTC"})"},
    {marked("in any 24 hours"), R"({"kind":"rolling","length":"24 h"})"},
    {marked("an hour"), R"({"kind":"fixed","length":"1 h"})"},
    {marked("in 15 minutes"), R"({"kind":"fixed","length":"15 min"})"},
    {marked("a minute"), R"({"kind":"fixed","length":"1 min"})"},
    {marked("a second"), R"({"kind":"fixed","length":"1 s"})"}};
inline constexpr DraftWord kDraftBreaches[] = {{marked("further calls are refused"), "refuse"},
                                               {marked("further calls wait"), "delay"},
                                               {marked("further calls are billed"), "bill"},
                                               {marked("further calls are served worse"), "degrade"},
                                               {marked("everything stops to the cycle's end"), "suspend"}};

struct PlanDraft {
  std::string platform;  ///< id
  std::string id;        ///< empty: not kept yet
  std::string extends;   ///< a plan of the platform; empty: it says everything itself
  bool yearly = false;
  std::string name, currency;
  std::string discount;    ///< percent off all charges; empty: none
  std::string commitment;  ///< what a month costs at least; empty: nothing
  bool rest_included = true;  ///< without `extends`: whether operations that are not named are free or not offered
  std::vector<FeeDraft> fees;
  std::vector<MeteredDraft> metered;
  std::vector<LimitDraft> limits;
  std::vector<JsonValue> kept_charges, kept_limits;  ///< rows without fields
};

/// A plan of the list with own prices laid over it: nothing is changed yet. `date`: of which rows are shown.
PlanDraft draft_over(const Platform& platform, const Plan& base, Date date);
PlanDraft draft_new(const Platform& platform);
/// Of an own plan as it stands in the document.
PlanDraft draft_of(const Platform& platform, const JsonValue& plan, Date date);

/// What cannot be read, by field ("name", "fee/0", "metered/1/price", "metered/1/tier/0/up_to", "limit/2"), a sentence each.
std::map<std::string, std::string> draft_problems(const PlanDraft& draft);
/// As it stands in the document. Only without problems.
JsonValue plan_json(const PlanDraft& draft, const Platform& platform);

}  // namespace tollmeter
