#include "core/pricing/price_rows.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/format.h"
#include "core/pricing/models.h"
#include "core/pricing/quantity.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr int kMostReferences = 8;  // of rows on rows on rows

class Rows {
 public:
  Rows(std::span<PricedRow> rows, std::string_view currency, const PricingWorld& world,
       FunctionRef<Rational(std::string_view)> asked, bool with_steps)
      : rows_(rows), currency_(currency), world_(world), asked_(asked), with_steps_(with_steps) {}

  void price() {
    std::vector<PricedRow*> later;
    for (PricedRow& row : rows_) {
      if (is_adjustment(row.charge->model)) continue;
      if (row.charge->on.empty()) {
        price_charge(row);
      } else {
        later.push_back(&row);
      }
    }
    // What stands on rows that stand on rows: each round settles at least one level.
    for (int round = 0; round < kMostReferences && !later.empty(); ++round) {
      std::vector<PricedRow*> waiting;
      for (PricedRow* row : later) {
        const bool waits = std::any_of(later.begin(), later.end(),
                                       [&](const PricedRow* other) { return other != row && is_on(*row, *other); });
        waits ? waiting.push_back(row) : price_charge(*row);
      }
      later = std::move(waiting);
    }
    for (PricedRow* row : later) row->unknown = true;
    for (const ChargeModel stage : {ChargeModel::discount, ChargeModel::maximum, ChargeModel::minimum,
                                    ChargeModel::credit, ChargeModel::rebate}) {
      for (PricedRow& row : rows_) {
        if (row.charge->model == stage) adjust(row);
      }
    }
  }

 private:
  static bool is_on(const PricedRow& row, const PricedRow& other) {
    const std::vector<std::string>& on = row.charge->on;
    return std::find(on.begin(), on.end(), other.charge->id) != on.end();
  }

  PriceWords words_of(const PricedRow& row) const { return {with_steps_, currency_, row.charge->in, row.approximate}; }

  const Charge* charge_named(std::string_view id) const {
    for (const PricedRow& row : rows_) {
      if (row.charge->id == id) return row.charge;
    }
    return nullptr;
  }

  /// The charge with the rates and cells that it takes over from another, which may take them over itself.
  Charge with_rates(const Charge& charge, int depth = 0) const {
    const Charge* named = charge.like.charge.empty() || depth > kMostReferences ? nullptr : charge_named(charge.like.charge);
    if (named == nullptr) return charge;
    const Charge other = with_rates(*named, depth + 1);
    Charge result = charge;
    static_cast<Rate&>(result) = marked_up(charge.like, static_cast<const Rate&>(other));
    // Its own cells come first, since the first that matches counts.
    for (const Cell& cell : other.cells) result.cells.push_back({cell.with, marked_up(charge.like, cell.rate)});
    return result;
  }

  static Rational number_of(const Amount& price) {
    return price.value.evaluate([](std::string_view) { return Rational::overflow(); });
  }

  static Rate marked_up(const LikeCharge& like, Rate rate) {
    const auto change = [&](Amount& price) {
      if (price.kind == Amount::Kind::known) price.value = Formula(number_of(price) * like.times + like.plus);
    };
    if (like.first_tier && !rate.tiers.empty()) {
      const auto priced = std::find_if(rate.tiers.begin(), rate.tiers.end(), [](const Tier& tier) {
        return tier.price.kind != Amount::Kind::known || !number_of(tier.price).is_zero();
      });
      rate.price = priced == rate.tiers.end() ? rate.tiers.front().price : priced->price;
      rate.tiers.clear();
    }
    change(rate.price);
    for (Tier& tier : rate.tiers) change(tier.price);
    return rate;
  }

  void say(PricedRow& row, std::string text) const {
    if (with_steps_) row.steps.push_back(std::move(text));
  }

  void take(PricedRow& row, Priced priced, const Rational& times) const {
    row.exact += priced.money * times;
    row.unknown |= priced.unknown;
    row.approximate |= priced.approximate;
    for (std::string& step : priced.steps) row.steps.push_back(std::move(step));
    if (times != Rational(1)) say(row, join({"× ", number_text(times)}));
  }

  void price_charge(PricedRow& row) {
    const Charge& charge = *row.charge;
    row.in_sum = charge.in.empty();
    if (charge.model == ChargeModel::flat) {
      price_flat(row);
    } else if (charge.model == ChargeModel::capacity) {
      take(row, price_capacity(charge, asked_, words_of(row)), 1);
    } else if (charge.model != ChargeModel::included) {
      price_quantity(row);
    }
    bound(row);
  }

  void price_flat(PricedRow& row) const {
    const Charge& charge = *row.charge;
    if (charge.price.kind != Amount::Kind::known) {
      row.unknown = true;
      return;
    }
    row.approximate |= charge.price.approximate;
    const PriceWords words = words_of(row);
    const Rational price = charge.price.value.evaluate(world_.driver);
    row.exact = price;
    std::string how = words.sum(price);
    if (charge.count) {
      row.quantity = none_below_zero(charge.count->evaluate(world_.driver));
      row.exact = row.exact * row.quantity;
      how = join({number_text(row.quantity), " × ", how});
    }
    if (charge.period == Period::year) {
      row.exact = row.exact / 12;
      how = tr("{0} a year ÷ 12 months", {how});
    } else if (charge.period == Period::once) {
      row.exact = 0;
      how = tr("{0} once, not part of a month's cost", {how});
    }
    if (charge.prorate && world_.held != Rational(1)) {
      row.exact = row.exact * world_.held;
      const int days = world_.cycle.days();
      how = tr("{0} × {1} of {2} days", {how, number_text(world_.held * days), std::to_string(days)});
    }
    const bool is_price = row.exact == price;
    say(row, is_price ? tr("{0} a month", {how}) : charge.period == Period::once ? how : join({how, " = ", words.sum(row.exact)}));
  }

  void price_quantity(PricedRow& row) {
    if (row.charge->like.charge.empty()) return price_quantity(row, *row.charge);
    price_quantity(row, with_rates(*row.charge));
  }

  /// Whether the money of each payment is computed by itself. Tiers of a percentage are of the whole money, and the reader
  /// allows no bounds of each payment beside them.
  static bool is_by_event(const Charge& charge) {
    const bool tiered = charge.tiers.size() > 1 || std::any_of(charge.cells.begin(), charge.cells.end(), [](const Cell& cell) {
                          return cell.rate.tiers.size() > 1;
                        });
    return charge.model == ChargeModel::percentage && !tiered &&
           (!charge.fee_each.is_zero() || charge.least_each || charge.most_each);
  }

  void price_quantity(PricedRow& row, const Charge& charge) {
    FreeUnits& free = free_of(charge);
    std::vector<Batch> batches;
    if (!charge.on.empty()) {
      batches.emplace_back().counted = sum_on(row);
    } else if (charge.count) {
      batches.emplace_back().counted = none_below_zero(charge.count->evaluate(world_.driver));
    } else {
      batches = count_events(charge, row.events, !free.left_by_day.empty(), world_);
      if (batches.empty()) batches.emplace_back();  // the first tier's fee is due without any use
    }
    // Batches of one cell are rounded together and go through the same tiers, one after another: a factor changes the price of
    // its units, not their number.
    std::map<int, Rational> counted, billed_before, billed_in_all;
    std::vector<Rational> rounded, billed;
    for (const Batch& batch : batches) counted[batch.cell] += batch.counted;
    for (const Batch& batch : batches) {
      const Rational& sum = counted[batch.cell];
      rounded.push_back(sum.is_zero() ? sum : round_quantity(sum, charge.rounding) * (batch.counted / sum));
      billed.push_back(is_by_event(charge) ? batch.counted : free.take(batch, rounded.back()));
      billed_in_all[batch.cell] += billed.back();
    }
    const bool by_sum = charge.model == ChargeModel::volume || charge.model == ChargeModel::stairstep;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const Batch& batch = batches[i];
      row.quantity += batch.counted;
      const Rate& rate = batch.cell < 0 ? charge : charge.cells[static_cast<std::size_t>(batch.cell)].rate;
      if (is_by_event(charge)) {
        price_share(row, charge, batch, rate);
        continue;
      }
      if (rounded[i] != batch.counted) {
        say(row, tr("{0} rounded to {1}", {number_text(batch.counted), number_text(rounded[i])}));
      }
      if (billed[i] != rounded[i]) {
        say(row, tr("{0} of {1} free", {number_text(rounded[i] - billed[i]), number_text(rounded[i])}));
      }
      const PriceWords words = words_of(row);
      const auto [place, first] = billed_before.try_emplace(batch.cell);
      Rational& before = place->second;
      const Rational& all = billed_in_all[batch.cell];
      if (by_sum && !all.is_zero() && (!first || billed[i] != all)) {
        // One tier holds for all of them: each has its share of what they cost together.
        Priced priced = price_units(charge.model, rate, all, words);
        priced.money = priced.money * (billed[i] / all);
        if (words.wanted) {
          priced.steps.push_back(tr("{0} of these {1}: {2}", {number_text(billed[i]), number_text(all), words.sum(priced.money)}));
        }
        take(row, std::move(priced), batch.times);
        continue;
      }
      Priced priced = price_units(charge.model, rate, before + billed[i], words);
      if (!first) {
        const Priced earlier = price_units(charge.model, rate, before, {false, words.currency, words.unit, words.about});
        priced.money -= earlier.money;
        if (words.wanted) priced.steps.push_back(tr("less those counted before, {0}", {words.sum(earlier.money)}));
      }
      before += billed[i];
      if (!charge.fee_each.is_zero()) {
        const Rational& payments = batch.of.empty() ? Rational(1) : batch.events;
        priced.money += payments * charge.fee_each;
        if (words.wanted) {
          priced.steps.push_back(tr("+ {0} × {1} each", {number_text(payments), words.price(charge.fee_each)}));
        }
      }
      take(row, std::move(priced), batch.times);
    }
  }

  /// A share of the money of each event, with a fixed fee, a floor and a cap that hold for each.
  void price_share(PricedRow& row, const Charge& charge, const Batch& batch, const Rate& rate) const {
    const PriceWords words = words_of(row);
    if (batch.of.empty()) {
      return take(row, price_units(charge.model, rate, batch.counted, words), batch.times);
    }
    for (const Events& events : batch.of) {
      const Rational amount = units_of_one(charge, *events.kind, world_);
      Priced one = price_units(charge.model, rate, amount, words);
      if (!charge.fee_each.is_zero()) {
        one.money += charge.fee_each;
        if (words.wanted) one.steps.push_back(tr("+ {0} each", {words.price(charge.fee_each)}));
      }
      const auto limit = [&](const std::optional<Rational>& bound, bool floor) {
        if (!bound || (floor ? *bound <= one.money : one.money <= *bound)) return;
        one.money = *bound;
        if (words.wanted) one.steps.push_back(floor ? tr("at least {0} each", {words.sum(*bound)}) : tr("at most {0} each", {words.sum(*bound)}));
      };
      limit(charge.least_each, true);
      limit(charge.most_each, false);
      if (words.wanted && events.number != Rational(1)) {
        one.steps.push_back(join({number_text(events.number), " × ", words.sum(one.money), " = ",
                                  words.sum(one.money * events.number)}));
      }
      one.money = one.money * events.number;
      take(row, std::move(one), batch.times);
    }
  }

  /// Discount, maximum and minimum of the row itself.
  void bound(PricedRow& row) const {
    const Charge& charge = *row.charge;
    const PriceWords words = words_of(row);
    if (!charge.discount.is_zero()) {
      row.exact = row.exact * (Rational(1) - charge.discount);
      say(row, tr("less {0} % = {1}", {number_text(charge.discount * 100), words.sum(row.exact)}));
    }
    if (charge.most && *charge.most < row.exact) {
      row.exact = *charge.most;
      say(row, tr("at most {0}", {words.sum(row.exact)}));
    }
    if (charge.least && row.exact < *charge.least) {
      row.exact = *charge.least;
      say(row, tr("at least {0}", {words.sum(row.exact)}));
    }
  }

  /// Rows that adjust others, or are on them, work with the exact amounts.
  Rational sum_on(PricedRow& row) const {
    Rational sum;
    for (const PricedRow& other : rows_) {
      if (&other == &row) continue;
      const bool all = row.charge->on.empty();
      if (all ? !other.in_sum || later_than(other, row) : !is_on(row, other)) continue;
      sum += other.exact;
      row.unknown |= other.unknown;
      row.approximate |= other.approximate;
    }
    return sum;
  }

  /// Adjustments of the same stage follow each other in the plan's order.
  static bool later_than(const PricedRow& other, const PricedRow& row) {
    if (!is_adjustment(other.charge->model)) return false;
    if (other.charge->model != row.charge->model) return row.charge->model < other.charge->model;
    return &row < &other;
  }

  /// The rows that an adjustment works on: those it names, or all charges of the sum.
  std::vector<const PricedRow*> adjusted_by(const PricedRow& row) const {
    std::vector<const PricedRow*> rows;
    for (const PricedRow& other : rows_) {
      const bool is_charge = !is_adjustment(other.charge->model);
      if (is_charge && (row.charge->on.empty() ? other.in_sum : is_on(row, other))) rows.push_back(&other);
    }
    return rows;
  }

  /// What earlier adjustments left of the charges that an adjustment names. An adjustment that it names is in there already,
  /// unless that one works on other charges too.
  Rational sum_left(PricedRow& row, const std::vector<const PricedRow*>& charges) {
    Rational sum;
    for (const PricedRow* charge : charges) sum += left_of(*charge);
    for (const PricedRow& other : rows_) {
      if (!is_on(row, other)) continue;
      row.approximate |= other.approximate;
      if (!is_adjustment(other.charge->model)) continue;
      const std::vector<const PricedRow*> theirs = adjusted_by(other);
      const bool within = std::all_of(theirs.begin(), theirs.end(), [&](const PricedRow* charge) { return is_on(row, *charge); });
      if (!within) sum += other.exact;
    }
    return sum;
  }

  Rational& left_of(const PricedRow& row) { return left_.emplace(&row, row.exact).first->second; }

  /// What comes off or is added lies on the rows in proportion to what is left of them.
  void lay_on(const std::vector<const PricedRow*>& rows, const Rational& money) {
    Rational sum;
    for (const PricedRow* row : rows) sum += left_of(*row);
    for (const PricedRow* row : rows) {
      if (sum.is_zero()) {
        left_of(*row) += money;
        return;
      }
      Rational& left = left_of(*row);
      left += money * (left / sum);
    }
  }

  void adjust(PricedRow& row) {
    const Charge& charge = *row.charge;
    const PriceWords words = words_of(row);
    if (charge.price.kind != Amount::Kind::known) {
      row.unknown = true;
      return;
    }
    const bool unknown = row.unknown;
    const std::vector<const PricedRow*> rows = adjusted_by(row);
    Rational sum = row.charge->on.empty() ? sum_on(row) : sum_left(row, rows);
    row.unknown = unknown;  // the sum says already that it is a part
    const Rational price = charge.price.value.evaluate(world_.driver);
    switch (charge.model) {
      case ChargeModel::discount:
        row.exact = -(sum * price);
        say(row, tr("{0} % of {1} = {2} off", {number_text(price * 100), words.sum(sum), words.sum(-row.exact)}));
        break;
      case ChargeModel::maximum:
        row.exact = min(Rational(0), price - sum);
        say(row, tr("at most {0}; the rows above come to {1}", {words.sum(price), words.sum(sum)}));
        break;
      case ChargeModel::minimum:
        row.exact = max(Rational(0), price - sum);
        say(row, tr("at least {0}; the rows above come to {1}", {words.sum(price), words.sum(sum)}));
        break;
      default:
        row.exact = -min(max(Rational(0), sum), price);
        say(row, tr("{0} credit, of which {1} used", {words.sum(price), words.sum(-row.exact)}));
        break;
    }
    if (charge.model != ChargeModel::rebate) return lay_on(rows, row.exact);
    row.in_sum = false;
    say(row, tr("given as credit, not as money: the sum stays"));
  }

  /// A pool is as large as its first row that says so.
  FreeUnits& free_of(const Charge& charge) {
    const std::string& name = charge.pool.empty() ? charge.id : charge.pool;
    const auto found = free_.find(name);
    if (found != free_.end()) return found->second;
    FreeUnits free;
    for (const PricedRow& row : rows_) {
      const Charge& owner = *row.charge;
      if ((charge.pool.empty() ? &owner != row_charge(charge) : owner.pool != name) || !owner.free) continue;
      const Rational units = none_below_zero(owner.free->evaluate(world_.driver));
      if (owner.free_daily) {
        free.left_by_day.assign(static_cast<std::size_t>(world_.cycle.days()), units);
      } else {
        free.left = units;
      }
      break;
    }
    return free_.emplace(name, std::move(free)).first->second;
  }

  /// The plan's own row of a charge that may be a copy with other rates.
  const Charge* row_charge(const Charge& charge) const { return charge_named(charge.id); }

  std::span<PricedRow> rows_;
  std::string_view currency_;
  const PricingWorld& world_;
  FunctionRef<Rational(std::string_view)> asked_;
  bool with_steps_;
  std::map<std::string, FreeUnits, std::less<>> free_;
  std::map<const PricedRow*, Rational> left_;  ///< of rows that are adjusted, what adjustments so far have left
};

}  // namespace

void price_rows(std::span<PricedRow> rows, std::string_view currency, const PricingWorld& world,
                FunctionRef<Rational(std::string_view)> asked, bool with_steps) {
  Rows(rows, currency, world, asked, with_steps).price();
}

}  // namespace tollmeter
