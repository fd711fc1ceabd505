#include "core/own/stripe_price.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "core/exchange_rate.h"
#include "core/language.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/rational.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

/// Stripe's amounts are in the smallest unit of a currency, which for these is the whole or the thousandth. (Of ISK and UGX it
/// counts hundredths, though the currencies have none.)
constexpr std::array<std::string_view, 15> kWhole = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA",
                                                     "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 5> kThousandths = {"BHD", "JOD", "KWD", "OMR", "TND"};

std::int64_t parts_of_one(std::string_view currency) {
  const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), currency) != list.end(); };
  return among(kWhole) ? 1 : among(kThousandths) ? 1000 : 100;
}

/// What stands there; nothing where it is null or missing.
const JsonValue* said(const JsonValue& object, std::string_view key) {
  const JsonValue* found = object.member(key);
  return found && found->kind != Kind::null ? found : nullptr;
}

std::string word(const JsonValue& object, std::string_view key) {
  const JsonValue* found = said(object, key);
  return found && found->kind == Kind::text ? found->text : std::string();
}

/// "week", "2 weeks"; empty where it is none of Stripe's.
std::string interval_text(std::string_view interval, const std::string& often) {
  constexpr std::int64_t kMostOften = 1000;
  const Rational number = Rational::parse(often);
  if (number.is_whole() && number > 0 && number < kMostOften) {
    const std::int64_t n = number.to_int64();
    const std::string said = std::to_string(n);
    if (interval == "day") return tr_count(n, "day", "{0} days", {said});
    if (interval == "week") return tr_count(n, "week", "{0} weeks", {said});
    if (interval == "month") return tr_count(n, "month", "{0} months", {said});
    if (interval == "year") return tr_count(n, "year", "{0} years", {said});
  }
  return {};
}

struct Reader {
  const JsonValue& price;
  StripePrice out;
  std::string why;  ///< not empty: it cannot be read

  void refuse(std::string reason) {
    if (why.empty()) why = std::move(reason);
  }

  /// In whole units of the currency; nothing where none is said.
  std::optional<std::string> amount(const JsonValue& object, std::string_view key) {
    const JsonValue* exact = said(object, join({key, "_decimal"}));
    const JsonValue* found = exact ? exact : said(object, key);
    if (!found) return std::nullopt;
    const bool number = found->kind == Kind::number || found->kind == Kind::text;
    const Rational parts = number ? Rational::parse(found->text) : Rational::overflow();
    if (!parts.ok() || parts < 0) {
      refuse(tr("its '{0}' is no amount from zero on", {key}));
      return std::nullopt;
    }
    return (parts / parts_of_one(out.currency)).text();
  }

  void read_currency() {
    std::string currency = word(price, "currency");
    for (char& c : currency) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!is_currency_code(currency)) return refuse(tr("its 'currency' is none"));
    out.currency = std::move(currency);
    if (const JsonValue* others = said(price, "currency_options"); others && others->items.size() > 1) {
      out.notes.push_back(tr("its prices in other currencies are left out"));
    }
  }

  void read_product() {
    const JsonValue* product = said(price, "product");
    if (!product) return;
    out.product = product->kind == Kind::text ? product->text : text_in(*product, "id");
    out.product_name = clean_text(text_in(*product, "name"), kMostOwnNameBytes);
  }

  /// "month" or "year"; of a price that is due once "once".
  std::string read_period() {
    const JsonValue* recurring = said(price, "recurring");
    if (!recurring) return "once";
    const std::string interval = word(*recurring, "interval");
    const JsonValue* count = said(*recurring, "interval_count");
    const std::string often = count ? count->text : "1";
    if (interval == "month" && often == "1") return "month";
    if ((interval == "year" && often == "1") || (interval == "month" && often == "12")) return "year";
    const std::string text = interval_text(interval, often);
    refuse(text.empty() ? tr("its interval cannot be read; only months and years are known here")
                        : tr("it is due every {0}; only months and years are known here", {text}));
    return {};
  }

  void read_use() {
    const JsonValue* recurring = said(price, "recurring");
    if (!recurring) return;
    out.counted = word(*recurring, "usage_type") == "metered";
    const std::string aggregate = word(*recurring, "aggregate_usage");
    if (out.counted && !aggregate.empty() && aggregate != "sum") {
      refuse(aggregate == "max" ? tr("it counts the highest use of a period, not the sum") : tr("it counts the last use of a period, not the sum"));
    }
    if (said(*recurring, "trial_period_days")) out.notes.push_back(tr("its trial period is left out"));
  }

  void read_tiers() {
    const std::string mode = word(price, "tiers_mode");
    if (mode != "graduated" && mode != "volume") return refuse(tr("its 'tiers_mode' is '{0}'; expected graduated or volume", {mode}));
    const JsonValue* tiers = said(price, "tiers");
    if (!tiers || tiers->items.empty()) return refuse(tr("its tiers are not in the file; ask for them with expand[]=tiers"));
    if (said(price, "transform_quantity")) return refuse(tr("it divides the quantity and has tiers, which is not known here"));
    JsonValue rows = json_list();
    for (const JsonValue& tier : tiers->items) {
      JsonValue row = json_object();
      const JsonValue* up_to = said(tier, "up_to");
      if (up_to && up_to->text != "inf") set_text(row, "up_to", up_to->text);
      const std::optional<std::string> unit = amount(tier, "unit_amount"), flat = amount(tier, "flat_amount");
      set_text(row, "price", unit.value_or("0"));
      if (flat && *flat != "0") set_text(row, "fee", *flat);
      rows.items.push_back(std::move(row));
    }
    set_text(out.charge, "model", mode);
    set_member(out.charge, "tiers", std::move(rows));
    if (!out.counted) out.held = out.counted = true;
  }

  void read_unit_price() {
    const std::optional<std::string> unit = amount(price, "unit_amount");
    if (!unit) {
      return refuse(said(price, "custom_unit_amount") ? tr("the customer chooses what to pay") : tr("it has no 'unit_amount'"));
    }
    const JsonValue* divided = said(price, "transform_quantity");
    set_text(out.charge, "price", *unit);
    if (!divided) return set_text(out.charge, "model", "per_unit");
    const JsonValue* by = said(*divided, "divide_by");
    const std::string round = word(*divided, "round");
    if (!by || (round != "up" && round != "down")) return refuse(tr("its 'transform_quantity' cannot be read"));
    if (!out.counted) out.held = out.counted = true;
    set_text(out.charge, "per", by->text);
    set_text(out.charge, "model", round == "up" ? "package" : "per_unit");
    if (round == "up") return;
    JsonValue rounding = json_object();
    set_text(rounding, "how", "down");
    set_text(rounding, "to", by->text);
    set_member(out.charge, "round", std::move(rounding));
  }

  void read() {
    const JsonValue* active = said(price, "active");
    if (active && active->kind == Kind::boolean && !active->is_true) return refuse(tr("it is not active"));
    out.charge = json_object();
    read_currency();
    read_product();
    const std::string period = read_period();
    read_use();
    if (!why.empty()) return;
    if (word(price, "billing_scheme") == "tiered") {
      read_tiers();
    } else {
      read_unit_price();
    }
    if (out.counted && period != "month") return refuse(tr("it counts the use of a year or of no period; only that of a month is known here"));
    if (out.counted) return;
    set_text(out.charge, "model", "flat");
    set_text(out.charge, "period", period);
  }
};

}  // namespace

std::string stripe_name(const JsonValue& price) {
  const std::string id = clean_text(word(price, "id"), kMostOwnNameBytes);
  for (const char* key : {"nickname", "lookup_key"}) {
    const std::string name = clean_text(word(price, key), kMostOwnNameBytes);
    if (!name.empty()) return id.empty() ? name : join({name, " (", id, ")"});
  }
  return id.empty() ? tr("A price without a name") : id;
}

std::variant<StripePrice, std::string> read_stripe_price(const JsonValue& price) {
  Reader reader{price, {}, {}};
  if (price.kind != Kind::object || word(price, "object") != "price") return tr("it is no Price object");
  reader.read();
  if (!reader.why.empty()) return reader.why;
  for (const char* key : {"nickname", "lookup_key"}) {
    if (reader.out.name.empty()) reader.out.name = clean_text(word(price, key), kMostOwnNameBytes);
  }
  return std::move(reader.out);
}

}  // namespace tollmeter
