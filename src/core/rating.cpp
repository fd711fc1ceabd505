#include <algorithm>

#include "core/format.h"
#include "core/tariff.h"

namespace tollmeter {
namespace {

/// The metrics that hold `part`, nearest first.
std::vector<std::size_t> holders_of(std::size_t part, const Usage& usage) {
  std::vector<std::size_t> holders;
  std::size_t at = part;
  while (usage.platform->metrics[at].kind == Metric::Kind::part && usage.parents[at] &&
         holders.size() < usage.parents.size()) {
    at = *usage.parents[at];
    holders.push_back(at);
  }
  return holders;
}

/// Each part that is billed, or refused, by a row of its own comes off the nearest line that would
/// bill it again.
void take_parts_out(Tariff& tariff, const std::vector<char>& has_row, const Usage& usage) {
  for (std::size_t part = 0; part < has_row.size(); ++part) {
    if (!has_row[part]) continue;
    for (std::size_t holder : holders_of(part, usage)) {
      auto line = std::find_if(tariff.lines.begin(), tariff.lines.end(),
                               [&](const TariffLine& l) { return !l.flat() && l.metric == holder; });
      if (line == tariff.lines.end()) continue;
      line->priced_apart.push_back(part);
      break;
    }
  }
}

const Source* source_of(const Charge& charge, const Usage& usage) { return usage.platform->source(charge.source); }

void mark(Money& money, const Charge& charge, Access access, const Usage& usage) {
  const Source* source = source_of(charge, usage);
  const Confidence confidence = source ? source->confidence : Confidence::press;
  money.press = confidence == Confidence::press;
  money.conflicting = confidence == Confidence::sources_disagree || !charge.alternatives.empty();
  money.approximate = charge.price.approximate || money.press || access == Access::contract;
}

}  // namespace

Rational TariffLine::billed(const std::vector<Rational>& units) const {
  Rational own = units[metric];
  for (std::size_t part : priced_apart) own -= units[part];
  return own < Rational(0) ? Rational(0) : own;
}

Rational TariffLine::monthly() const {
  switch (charge->period) {
    case Period::month:
      return price;
    case Period::year:
      return price / Rational(12);
    case Period::once:
      return 0;
  }
  return Rational::overflow();
}

Tariff tariff_on(const Plan& plan, Date date, const Usage& usage) {
  const std::size_t metrics = usage.platform->metrics.size();
  Tariff tariff;
  tariff.offered.assign(metrics, 0);
  tariff.lines.reserve(plan.charges.size());
  std::vector<char> has_row(metrics, 0);
  for (const Charge& charge : plan.charges) {
    if (!charge.validity.holds(date)) continue;
    TariffLine line;
    line.charge = &charge;
    if (charge.model != ChargeModel::flat) {
      auto metric = metric_index(*usage.platform, charge.metric);
      if (!metric) continue;
      line.metric = *metric;
      has_row[*metric] = 1;
      tariff.offered[*metric] = 1;
    }
    line.known = charge.model == ChargeModel::included || charge.price.kind == Amount::Kind::known;
    if (line.known && charge.model != ChargeModel::included) line.price = usage.value(charge.price.value);
    tariff.lines.push_back(std::move(line));
  }
  // What follows from a metric is offered with it; an entered metric needs a row that says so.
  for (std::size_t i = 0; i < metrics; ++i) {
    if (usage.parents[i]) tariff.offered[i] = 1;
  }
  for (const NotOffered& row : plan.not_offered) {
    if (!row.validity.holds(date)) continue;
    if (auto metric = metric_index(*usage.platform, row.metric)) {
      tariff.offered[*metric] = 0;
      has_row[*metric] = 1;
    }
  }
  take_parts_out(tariff, has_row, usage);
  return tariff;
}

std::vector<BillLine> rate(const Tariff& tariff, const Plan& plan, Date date, const Usage& usage,
                           const std::vector<Rational>& served_share, bool with_steps) {
  std::vector<BillLine> bill;
  bill.reserve(tariff.lines.size());
  const std::string& currency = usage.platform->currency;
  const int exponent = currency_exponent(currency);
  const Access access = plan.access_on(date);
  for (const TariffLine& line : tariff.lines) {
    BillLine out;
    out.charge = line.charge;
    out.amount.currency = currency;
    Rational exact;
    if (line.flat()) {
      exact = line.monthly();
    } else {
      if (!tariff.offered[line.metric]) continue;
      out.metric = &usage.platform->metrics[line.metric];
      out.asked = line.billed(usage.asked);
      if (out.asked.is_zero()) continue;
      out.served = (out.asked * served_share[line.metric]).floor();
      if (line.charge->model == ChargeModel::per_unit) exact = out.served * line.unit_price();
    }
    out.unknown = !line.known;
    if (line.known) {
      out.amount.amount = exact.round_half_up(exponent);
      const bool free_of_charge = line.charge->model == ChargeModel::included || (!line.flat() && out.served.is_zero());
      if (!free_of_charge) mark(out.amount, *line.charge, access, usage);
    }
    if (with_steps) out.steps = steps_of(out, line, plan, date, usage);
    bill.push_back(std::move(out));
  }
  return bill;
}

void add_to(Money& sum, const Money& more) {
  sum.amount += more.amount;
  sum.approximate |= more.approximate;
  sum.at_least |= more.at_least;
  sum.press |= more.press;
  sum.conflicting |= more.conflicting;
}

Money sum_of(const std::vector<BillLine>& bill, std::string_view currency) {
  Money sum;
  sum.currency = currency;
  for (const BillLine& line : bill) {
    if (line.unknown) {
      sum.at_least = true;
    } else {
      add_to(sum, line.amount);
    }
  }
  return sum;
}

}  // namespace tollmeter
