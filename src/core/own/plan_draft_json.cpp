#include <algorithm>
#include <utility>

#include "core/exchange_rate.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/own/plan_draft_rows.h"
#include "core/quantity.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Problems = std::map<std::string, std::string>;

void check_number(Problems& problems, const std::string& field, const std::string& typed, bool above_zero = false) {
  const Result<Rational> number = parse_number(typed);
  if (!number) {
    problems[field] = typed.empty() ? tr("A number is missing, such as 0.005.") : number.problem().sentence();
  } else if (above_zero && number.value().is_zero()) {
    problems[field] = tr("It is zero; expected a number above zero.");
  }
}

void check_name(Problems& problems, const std::string& field, const std::string& name) {
  if (name.empty()) {
    problems[field] = tr("A name is missing, such as \"Basic\".");
  } else if (clean_text(name, kMostOwnNameBytes) != name) {
    problems[field] = tr("The name is too long; expected at most {0} bytes.", {std::to_string(kMostOwnNameBytes)});
  }
}

void check_tiers(Problems& problems, const std::string& field, const std::vector<TierDraft>& tiers) {
  Rational below;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const std::string at = join({field, "/tier/", std::to_string(i)});
    const TierDraft& tier = tiers[i];
    const bool last = i + 1 == tiers.size();
    if (!tier.up_to.empty()) {
      check_number(problems, at + "/up_to", tier.up_to);
      const Result<Rational> bound = parse_number(tier.up_to);
      if (bound && i > 0 && bound.value() <= below) {
        problems[at + "/up_to"] = tr("It does not lie above the tier before; expected more than {0}.", {below.text()});
      }
      if (bound) below = bound.value();
    } else if (!last) {
      problems[at + "/up_to"] = tr("Only the last tier is without end; expected up to how many units it reaches.");
    }
    if (!tier.fee.empty()) check_number(problems, at + "/fee", tier.fee);
    if (!tier.price.empty() || tier.fee.empty()) check_number(problems, at + "/price", tier.price);
  }
}

void check_metered(Problems& problems, const std::string& field, const MeteredDraft& metered) {
  if (!metered.is_priced()) return;
  if (metered.is_tiered()) {
    check_tiers(problems, field, metered.tiers);
  } else {
    check_number(problems, field + "/price", metered.price);
  }
  check_number(problems, field + "/per", metered.per, true);
  check_number(problems, field + "/free", metered.free);
}

/// Those that a plan which says everything itself does not name.
JsonValue rest_of(const PlanDraft& draft, const Platform& platform, MeteredDraft::Kind kind) {
  JsonValue metrics = json_list();
  for (const Metric& metric : platform.metrics) {
    const auto named = std::find_if(draft.metered.begin(), draft.metered.end(), [&](const MeteredDraft& m) { return m.metric == metric.id; });
    const bool kept = std::any_of(draft.kept_charges.begin(), draft.kept_charges.end(),
                                  [&](const JsonValue& row) { return text_in(row, "metric") == metric.id; });
    const bool rest = draft.extends.empty() && metric.kind == Metric::Kind::entered && !kept &&
                      draft.rest_included == (kind == MeteredDraft::Kind::included);
    if (named == draft.metered.end() ? rest : named->kind == kind) metrics.items.push_back(json_text(metric.id));
  }
  return metrics;
}

void set_offers(JsonValue& plan, std::string_view key, JsonValue metrics) {
  if (metrics.items.empty()) return;
  JsonValue rows = json_list(), row = json_object();
  set_member(row, "metrics", std::move(metrics));
  rows.items.push_back(std::move(row));
  set_member(plan, key, std::move(rows));
}

void set_list(JsonValue& plan, std::string_view key, std::vector<JsonValue> rows) {
  if (rows.empty()) return;
  JsonValue list = json_list();
  list.items = std::move(rows);
  set_member(plan, key, std::move(list));
}

template <class Rows, class Now, class Before>
void set_changes(JsonValue& plan, std::string_view key, const Rows& rows, Now now, Before before) {
  JsonValue changes = json_object();
  for (const auto& row : rows) {
    if (row.of_list && now(row) != before(row)) set_text(changes, row.id, written_number(now(row)));
  }
  if (!changes.items.empty()) set_member(plan, key, std::move(changes));
}

std::vector<JsonValue> charge_rows(const PlanDraft& draft) {
  std::vector<JsonValue> rows;
  for (const FeeDraft& fee : draft.fees) {
    if (!fee.of_list) rows.push_back(fee_row(fee));
  }
  for (const MeteredDraft& metered : draft.metered) {
    if (metered.is_priced()) rows.push_back(metered_row(metered));
  }
  rows.insert(rows.end(), draft.kept_charges.begin(), draft.kept_charges.end());
  if (const Result<Rational> off = parse_number(draft.discount); off && !off.value().is_zero()) {
    rows.push_back(whole_row(kDiscountRow, "contract discount", (off.value() / 100).text()));
  }
  if (const Result<Rational> least = parse_number(draft.commitment); least && !least.value().is_zero()) {
    rows.push_back(whole_row(kCommitmentRow, "committed fee", least.value().text()));
  }
  return rows;
}

}  // namespace

std::map<std::string, std::string> draft_problems(const PlanDraft& draft) {
  Problems problems;
  check_name(problems, "name", draft.name);
  if (!is_currency_code(draft.currency)) problems["currency"] = tr("It is no currency; expected three capitals, such as USD.");
  if (!draft.discount.empty()) {
    check_number(problems, "discount", draft.discount);
    const Result<Rational> off = parse_number(draft.discount);
    if (off && off.value() > 100) problems["discount"] = tr("It is more than the whole; expected a percentage from 0 to 100.");
  }
  if (!draft.commitment.empty()) check_number(problems, "commitment", draft.commitment);
  for (std::size_t i = 0; i < draft.fees.size(); ++i) {
    const FeeDraft& fee = draft.fees[i];
    const std::string field = join({"fee/", std::to_string(i)});
    if (!fee.of_list || fee.price != fee.list_price) check_number(problems, field, fee.price);
    if (!fee.of_list) check_name(problems, field + "/name", fee.name);
  }
  for (std::size_t i = 0; i < draft.metered.size(); ++i) {
    check_metered(problems, join({"metered/", std::to_string(i)}), draft.metered[i]);
  }
  for (std::size_t i = 0; i < draft.limits.size(); ++i) {
    const LimitDraft& limit = draft.limits[i];
    const bool word = limit.amount == "unlimited" || limit.amount == "unknown" || (limit.of_list && limit.amount == limit.list_amount);
    if (word) continue;
    const std::string field = join({"limit/", std::to_string(i)});
    check_number(problems, field, limit.amount);
    if (!problems.contains(field)) continue;
    problems[field] = limit.amount.empty() ? tr("A number is missing, such as 0.005, or the word unlimited.")
                                           : tr("{0}, or the word unlimited", {problems[field]});
  }
  return problems;
}

JsonValue plan_json(const PlanDraft& draft, const Platform& platform) {
  JsonValue plan = json_object();
  set_text(plan, "id", draft.id);
  set_text(plan, "name", draft.name);
  if (!draft.extends.empty()) {
    set_text(plan, "extends", draft.extends);
    set_member(plan, "access", json_list());  // whoever has a price of their own can have the plan
  }
  if (draft.yearly) {
    JsonValue yes;
    yes.kind = JsonValue::Kind::boolean;
    yes.is_true = true;
    set_member(plan, "yearly", std::move(yes));
  }
  if (draft.currency != platform.currency) set_text(plan, "currency", draft.currency);
  set_list(plan, "charges", charge_rows(draft));
  set_offers(plan, "included", rest_of(draft, platform, MeteredDraft::Kind::included));
  set_offers(plan, "not_offered", rest_of(draft, platform, MeteredDraft::Kind::not_offered));
  std::vector<JsonValue> limits = draft.kept_limits;
  for (const LimitDraft& limit : draft.limits) {
    if (!limit.of_list) limits.push_back(limit_row(limit));
  }
  set_list(plan, "limits", std::move(limits));
  set_changes(plan, "prices", draft.fees, [](const FeeDraft& fee) { return fee.price; },
              [](const FeeDraft& fee) { return fee.list_price; });
  set_changes(plan, "amounts", draft.limits, [](const LimitDraft& limit) { return limit.amount; },
              [](const LimitDraft& limit) { return limit.list_amount; });
  return plan;
}

}  // namespace tollmeter
