#include "core/own/plan_draft.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/format.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/own/plan_draft_rows.h"
#include "core/words.h"

namespace tollmeter {
namespace {

std::string amount_word(const Amount& amount) {
  switch (amount.kind) {
    case Amount::Kind::unknown: return "unknown";
    case Amount::Kind::unlimited: return "unlimited";
    case Amount::Kind::known: break;
  }
  return amount.value.text();
}

std::string fee_unit(const Charge& charge) {
  if (charge.model == ChargeModel::flat) {
    const std::string period = charge.period == Period::month ? tr("a month") : charge.period == Period::year ? tr("a year") : tr("once");
    return charge.count ? tr("each, {0}", {period}) : period;
  }
  if (charge.model == ChargeModel::percentage) return tr("as a share");
  return charge.per == Rational(1) ? tr("each") : tr("for {0}", {number_text(charge.per)});
}

bool is_fee(const Charge& charge, Date date) {
  const bool one_price = charge.tiers.empty() && charge.steps.empty() && charge.like.charge.empty();
  return charge.validity.holds(date) && charge.metric.empty() && one_price && !is_adjustment(charge.model);
}

template <class Draft>
Draft* with_id(std::vector<Draft>& drafts, const std::string& id) {
  for (Draft& one : drafts) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

void read_charge_row(const JsonValue& row, PlanDraft& draft) {
  if (std::optional<FeeDraft> fee = fee_of_row(row)) {
    draft.fees.push_back(std::move(*fee));
  } else if (std::optional<MeteredDraft> metered = metered_of_row(row)) {
    draft.metered.push_back(std::move(*metered));
  } else if (is_own_row(row, kDiscountRow)) {
    draft.discount = (Rational::parse(text_in(row, "price")) * 100).text();
  } else if (is_own_row(row, kCommitmentRow)) {
    draft.commitment = text_in(row, "price");
  } else {
    draft.kept_charges.push_back(row);
    draft.kept_charges.back().key.clear();
  }
}

std::vector<std::string> listed_metrics(const JsonValue& plan, std::string_view key) {
  std::vector<std::string> metrics;
  const JsonValue* rows = plan.member(key);
  for (std::size_t i = 0; rows && i < rows->items.size(); ++i) {
    const JsonValue* names = rows->items[i].member("metrics");
    if (!names) continue;
    for (const JsonValue& name : names->items) metrics.push_back(name.text);
  }
  return metrics;
}

/// What is said of operations without a price: each where a plan is extended, else the rarer of the two.
void read_offers(const JsonValue& plan, PlanDraft& draft) {
  const std::vector<std::string> included = listed_metrics(plan, "included"), missing = listed_metrics(plan, "not_offered");
  const bool says_all = draft.extends.empty();
  draft.rest_included = included.size() >= missing.size();
  const auto add = [&](const std::vector<std::string>& metrics, MeteredDraft::Kind kind) {
    for (const std::string& metric : metrics) {
      MeteredDraft one;
      one.metric = metric;
      one.kind = kind;
      draft.metered.push_back(std::move(one));
    }
  };
  if (!says_all || !draft.rest_included) add(included, MeteredDraft::Kind::included);
  if (!says_all || draft.rest_included) add(missing, MeteredDraft::Kind::not_offered);
}

void read_changes(const JsonValue& plan, PlanDraft& draft) {
  if (const JsonValue* prices = plan.member("prices")) {
    for (const JsonValue& price : prices->items) {
      if (FeeDraft* fee = with_id(draft.fees, price.key)) fee->price = price.text;
    }
  }
  if (const JsonValue* amounts = plan.member("amounts")) {
    for (const JsonValue& amount : amounts->items) {
      if (LimitDraft* limit = with_id(draft.limits, amount.key)) limit->amount = amount.text;
    }
  }
}

}  // namespace

PlanDraft draft_over(const Platform& platform, const Plan& base, Date date) {
  PlanDraft draft;
  draft.platform = platform.id;
  draft.extends = base.id;
  draft.yearly = base.yearly;
  draft.name = without_own_mark(base.name.english());
  draft.currency = base.currency;
  for (const Charge& charge : base.charges) {
    if (!is_fee(charge, date) || with_id(draft.fees, charge.id)) continue;
    FeeDraft fee;
    fee.id = charge.id;
    fee.name = charge.name;
    fee.price = fee.list_price = amount_word(charge.price);
    fee.period = charge.period;
    fee.of_list = true;
    fee.unit = fee_unit(charge);
    draft.fees.push_back(std::move(fee));
  }
  for (const Limit& limit : base.limits) {
    if (!limit.validity.holds(date) || with_id(draft.limits, limit.id)) continue;
    LimitDraft one;
    one.id = limit.id;
    one.name = limit.name;
    one.amount = one.list_amount = amount_word(limit.amount);
    one.of_list = true;
    draft.limits.push_back(std::move(one));
  }
  return draft;
}

PlanDraft draft_new(const Platform& platform) {
  PlanDraft draft;
  draft.platform = platform.id;
  draft.currency = platform.currency;
  FeeDraft fee;
  fee.id = "fee";
  fee.name = "fee";
  fee.price = "0";
  draft.fees.push_back(std::move(fee));
  return draft;
}

PlanDraft draft_of(const Platform& platform, const JsonValue& plan, Date date) {
  const Plan* base = platform.plan(text_in(plan, "extends"));
  PlanDraft draft = base ? draft_over(platform, *base, date) : draft_new(platform);
  draft.extends = text_in(plan, "extends");
  if (!base) draft.fees.clear();
  draft.id = text_in(plan, "id");
  draft.name = text_in(plan, "name");
  if (const JsonValue* yearly = plan.member("yearly")) draft.yearly = yearly->is_true;
  if (const std::string currency = text_in(plan, "currency"); !currency.empty()) draft.currency = currency;
  if (const JsonValue* rows = plan.member("charges")) {
    for (const JsonValue& row : rows->items) read_charge_row(row, draft);
  }
  read_offers(plan, draft);
  if (const JsonValue* rows = plan.member("limits")) {
    for (const JsonValue& row : rows->items) {
      if (std::optional<LimitDraft> limit = limit_of_row(row)) {
        draft.limits.push_back(std::move(*limit));
      } else {
        draft.kept_limits.push_back(row);
      }
    }
  }
  read_changes(plan, draft);
  return draft;
}

}  // namespace tollmeter
