#include <algorithm>

#include "core/format.h"
#include "core/pricing/price_rows.h"
#include "core/pricing/quantity.h"
#include "core/tariff.h"
#include "core/words.h"

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
      bool found = false;
      for (TariffLine& line : tariff.lines) {
        if (!line.metered() || line.metric != holder) continue;
        line.priced_apart.push_back(part);
        found = true;
      }
      if (found) break;
    }
  }
}

const Source* source_of(const Charge& charge, const Usage& usage) { return usage.platform->source(charge.source); }

/// Of what is only "about" the cents are no rounding to show.
void note_rounding(BillLine& line) {
  if (line.exact == line.amount.amount || line.amount.approximate || !line.in_sum || line.steps.empty()) return;
  line.steps.back() = tr("{0}, rounded to {1}", {line.steps.back(), price_text(line.amount.amount, line.amount.currency)});
}

void mark(Money& money, const Charge& charge, Access access, const Usage& usage) {
  const Source* source = source_of(charge, usage);
  // A price without a source is the person's own.
  const Confidence confidence = source ? source->confidence : Confidence::platform_page;
  money.press = confidence == Confidence::press;
  money.own = confidence == Confidence::own;
  money.conflicting = confidence == Confidence::sources_disagree || !charge.alternatives.empty();
  money.approximate = charge.price.approximate || money.press || access == Access::contract;
}

}  // namespace

Rational TariffLine::billed(const std::vector<Rational>& units) const {
  Rational own = units[metric];
  for (std::size_t part : priced_apart) own -= units[part];
  return own < Rational(0) ? Rational(0) : own;
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
    if (line.metered()) {
      auto metric = metric_index(*usage.platform, charge.metric);
      if (!metric) continue;
      line.metric = *metric;
      has_row[*metric] = 1;
      tariff.offered[*metric] = 1;
    }
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

namespace {

/// Calls of a metric whose attributes are those of no row: their price is not known, which its first line says.
void mark_unpriced(const std::vector<BillLine>& bill, std::vector<PricedRow>& rows, bool with_steps) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Metric* metric = bill[i].metric;
    if (metric == nullptr || std::any_of(bill.begin(), bill.begin() + static_cast<std::ptrdiff_t>(i),
                                         [&](const BillLine& line) { return line.metric == metric; })) {
      continue;
    }
    Rational unpriced;
    for (const Events& events : rows[i].events) {
      const bool priced = std::any_of(bill.begin(), bill.end(), [&](const BillLine& line) {
        return line.metric == metric && has_all(*events.kind, line.charge->with);
      });
      if (!priced) unpriced += events.number;
    }
    if (unpriced.is_zero()) continue;
    rows[i].unknown = true;
    if (with_steps) rows[i].steps.push_back(tr("{0} of a kind for which no price is known", {number_text(unpriced)}));
  }
}

}  // namespace

std::vector<BillLine> rate(const Tariff& tariff, const Plan& plan, Date date, const Usage& usage,
                           const std::vector<Rational>& served_share, bool with_steps) {
  const std::string& currency = plan.currency;
  const Access access = plan.access_on(date);
  std::vector<BillLine> bill;
  std::vector<PricedRow> rows;
  bill.reserve(tariff.lines.size());
  rows.reserve(tariff.lines.size());
  for (const TariffLine& line : tariff.lines) {
    if (line.metered() && !tariff.offered[line.metric]) continue;
    BillLine out;
    PricedRow row;
    out.charge = row.charge = line.charge;
    out.amount.currency = currency;
    if (line.metered()) {
      out.metric = &usage.platform->metrics[line.metric];
      out.asked = line.billed(usage.asked);
      for (const UsageGroup& group : usage.groups) {
        // Where some are refused the served calls are whole; of several kinds each is served in the same proportion.
        const Rational& share = served_share[line.metric];
        const Rational served = line.billed(group.units) * share;
        const bool whole = share < Rational(1) && usage.groups.size() == 1;
        row.events.push_back({whole ? served.floor() : served, &group.kind});
        out.served += row.events.back().number;
      }
      if (with_steps) out.steps = steps_before_price(out, line, plan, date, usage);
    }
    mark(out.amount, *line.charge, access, usage);
    row.approximate = out.amount.approximate;
    bill.push_back(std::move(out));
    rows.push_back(std::move(row));
  }
  const auto driver = [&](std::string_view id) { return usage.driver(id); };
  const auto asked = [&](std::string_view name) {
    const auto metric = metric_index(*usage.platform, name);
    return metric ? usage.asked[*metric] : usage.driver(name);
  };
  price_rows(rows, currency, {usage.traffic, usage.world->zones, usage.cycle, driver, usage.held}, asked, with_steps);
  mark_unpriced(bill, rows, with_steps);
  const int exponent = currency_exponent(currency);
  std::vector<BillLine> kept;
  kept.reserve(bill.size());
  for (std::size_t i = 0; i < bill.size(); ++i) {
    BillLine& line = bill[i];
    PricedRow& row = rows[i];
    // No use, no line, unless its first tier has a fee.
    if (line.metric && line.asked.is_zero() && row.exact.is_zero()) continue;
    if (is_adjustment(row.charge->model) && row.exact.is_zero() && !row.unknown) continue;
    // What its hours, conditions and attributes leave nothing of is no line either.
    const bool counts_nothing = line.metric && !line.served.is_zero() && row.charge->model != ChargeModel::included && row.quantity.is_zero();
    if (counts_nothing && row.exact.is_zero() && !row.unknown) continue;
    line.quantity = row.quantity;
    line.exact = row.exact;
    line.unknown = row.unknown;
    line.in_sum = row.in_sum;
    line.amount.amount = row.exact.round_half_up(exponent);
    line.amount.approximate |= row.approximate;
    line.amount.at_least = row.unknown && !row.exact.is_zero();
    if (with_steps) {
      for (std::string& step : row.steps) line.steps.push_back(std::move(step));
      note_rounding(line);
    }
    // What costs nothing whatever the price blurs nothing.
    const bool free_of_charge = row.charge->model == ChargeModel::included ||
                                (row.exact.is_zero() && (row.unknown || line.metric != nullptr));
    if (free_of_charge) line.amount.approximate = line.amount.press = line.amount.conflicting = line.amount.own = false;
    kept.push_back(std::move(line));
  }
  return kept;
}

void add_to(Money& sum, const Money& more) {
  sum.amount += more.amount;
  sum.approximate |= more.approximate;
  sum.at_least |= more.at_least;
  sum.press |= more.press;
  sum.conflicting |= more.conflicting;
  sum.own |= more.own;
}

Money exact_sum_of(const std::vector<BillLine>& bill, std::string_view currency) {
  Money sum;
  sum.currency = currency;
  for (const BillLine& line : bill) {
    if (!line.in_sum) continue;
    Money exact = line.amount;
    exact.amount = line.exact;
    exact.at_least |= line.unknown;
    add_to(sum, exact);
  }
  return sum;
}

Money sum_of(const std::vector<BillLine>& bill, std::string_view currency) {
  Money sum = exact_sum_of(bill, currency);
  sum.amount = sum.amount.round_half_up(currency_exponent(currency));
  return sum;
}

}  // namespace tollmeter
