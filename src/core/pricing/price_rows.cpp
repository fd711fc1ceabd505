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

  /// The rate that a batch is priced by: of its cell, or its own, or one that it takes over.
  Rate rate_of(const Charge& charge, int cell) const {
    const Rate& own = cell < 0 ? charge : charge.cells[static_cast<std::size_t>(cell)].rate;
    if (charge.like.charge.empty()) return own;
    const Charge* other = charge_named(charge.like.charge);
    if (other == nullptr) return own;
    const std::vector<AttributeIs>* with = cell < 0 ? nullptr : &charge.cells[static_cast<std::size_t>(cell)].with;
    return marked_up(charge.like, *other, with);
  }

  static Rate marked_up(const LikeCharge& like, const Charge& other, const std::vector<AttributeIs>* with) {
    Rate rate = other;
    for (const Cell& cell : other.cells) {
      const bool same = with != nullptr && std::equal(cell.with.begin(), cell.with.end(), with->begin(), with->end(),
                                                      [](const AttributeIs& a, const AttributeIs& b) {
                                                        return a.attribute == b.attribute && a.value == b.value;
                                                      });
      if (same) rate = cell.rate;
    }
    const auto change = [&](Amount& price) {
      if (price.kind != Amount::Kind::known) return;
      const Rational value = price.value.evaluate([](std::string_view) { return Rational::overflow(); });
      price.value = Formula(value * like.times + like.plus);
    };
    if (like.first_tier && !rate.tiers.empty()) {
      const auto priced = std::find_if(rate.tiers.begin(), rate.tiers.end(), [](const Tier& tier) {
        return tier.price.kind != Amount::Kind::known || tier.price.value.text() != "0";
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
      row.quantity = charge.count->evaluate(world_.driver);
      row.exact = row.exact * row.quantity;
      how = join({number_text(row.quantity), " × ", how});
    }
    if (charge.period == Period::year) {
      row.exact = row.exact / 12;
      append(how, {" a year ÷ 12 months"});
    } else if (charge.period == Period::once) {
      row.exact = 0;
      append(how, {" once, not part of a month's cost"});
    }
    if (charge.prorate && world_.held != Rational(1)) {
      row.exact = row.exact * world_.held;
      const int days = world_.cycle.days();
      append(how, {" × ", number_text(world_.held * days), " of ", std::to_string(days), " days"});
    }
    const bool is_price = row.exact == price;
    say(row, is_price ? join({how, " a month"}) : charge.period == Period::once ? how : join({how, " = ", words.sum(row.exact)}));
  }

  void price_quantity(PricedRow& row) {
    const Charge& charge = *row.charge;
    std::vector<Batch> batches;
    if (!charge.on.empty()) {
      batches.emplace_back().counted = sum_on(row);
    } else if (charge.count) {
      batches.emplace_back().counted = charge.count->evaluate(world_.driver);
    } else {
      batches = count_events(charge, row.events, world_);
      if (batches.empty()) batches.emplace_back();  // the first tier's fee is due without any use
    }
    Rational& free_left = free_of(charge);
    for (const Batch& batch : batches) {
      row.quantity += batch.counted;
      const Rate rate = rate_of(charge, batch.cell);
      if (charge.model == ChargeModel::percentage && rate.tiers.empty()) {
        price_share(row, batch, rate);
        continue;
      }
      const Rational rounded = round_quantity(batch.counted, charge.rounding);
      if (rounded != batch.counted) {
        say(row, join({number_text(batch.counted), " rounded to ", number_text(rounded)}));
      }
      const Rational billed = take_free(charge, batch, rounded, world_, free_left);
      if (billed != rounded) say(row, join({number_text(rounded - billed), " of ", number_text(rounded), " free"}));
      take(row, price_units(charge.model, rate, billed, words_of(row)), batch.times);
    }
  }

  /// A share of the money of each event, with a fixed fee, a floor and a cap that hold for each.
  void price_share(PricedRow& row, const Batch& batch, const Rate& rate) const {
    const Charge& charge = *row.charge;
    const PriceWords words = words_of(row);
    const bool by_event = !charge.fee_each.is_zero() || charge.least_each || charge.most_each;
    if (!by_event || batch.of.empty()) {
      return take(row, price_units(charge.model, rate, batch.counted, words), batch.times);
    }
    for (const Events& events : batch.of) {
      const Rational amount = units_of_one(charge, *events.kind, world_);
      Priced one = price_units(charge.model, rate, amount, words);
      if (!charge.fee_each.is_zero()) {
        one.money += charge.fee_each;
        if (words.wanted) one.steps.push_back(join({"+ ", words.price(charge.fee_each), " each"}));
      }
      const auto limit = [&](const std::optional<Rational>& bound, bool floor) {
        if (!bound || (floor ? *bound <= one.money : one.money <= *bound)) return;
        one.money = *bound;
        if (words.wanted) one.steps.push_back(join({floor ? "at least " : "at most ", words.sum(*bound), " each"}));
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
      say(row, join({"less ", number_text(charge.discount * 100), " % = ", words.sum(row.exact)}));
    }
    if (charge.most && *charge.most < row.exact) {
      row.exact = *charge.most;
      say(row, join({"at most ", words.sum(row.exact)}));
    }
    if (charge.least && row.exact < *charge.least) {
      row.exact = *charge.least;
      say(row, join({"at least ", words.sum(row.exact)}));
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

  void adjust(PricedRow& row) const {
    const Charge& charge = *row.charge;
    const PriceWords words = words_of(row);
    if (charge.price.kind != Amount::Kind::known) {
      row.unknown = true;
      return;
    }
    const bool unknown = row.unknown;
    const Rational sum = sum_on(row);
    row.unknown = unknown;  // the sum says already that it is a part
    const Rational price = charge.price.value.evaluate(world_.driver);
    switch (charge.model) {
      case ChargeModel::discount:
        row.exact = -(sum * price);
        say(row, join({number_text(price * 100), " % of ", words.sum(sum), " = ", words.sum(-row.exact), " off"}));
        break;
      case ChargeModel::maximum:
        row.exact = min(Rational(0), price - sum);
        say(row, join({"at most ", words.sum(price), "; the rows above come to ", words.sum(sum)}));
        break;
      case ChargeModel::minimum:
        row.exact = max(Rational(0), price - sum);
        say(row, join({"at least ", words.sum(price), "; the rows above come to ", words.sum(sum)}));
        break;
      default:
        row.exact = -min(max(Rational(0), sum), price);
        say(row, join({words.sum(price), " credit, of which ", words.sum(-row.exact), " used"}));
        break;
    }
    if (charge.model != ChargeModel::rebate) return;
    row.in_sum = false;
    say(row, "given as credit, not as money: the sum stays");
  }

  Rational& free_of(const Charge& charge) {
    // A pool is as large as its first row says.
    const std::string& name = charge.pool.empty() ? charge.id : charge.pool;
    const auto found = free_.find(name);
    if (found != free_.end()) return found->second;
    const bool counted = charge.free && !charge.free_daily;
    return free_.emplace(name, counted ? charge.free->evaluate(world_.driver) : Rational(0)).first->second;
  }

  std::span<PricedRow> rows_;
  std::string_view currency_;
  const PricingWorld& world_;
  FunctionRef<Rational(std::string_view)> asked_;
  bool with_steps_;
  std::map<std::string, Rational, std::less<>> free_;
};

}  // namespace

void price_rows(std::span<PricedRow> rows, std::string_view currency, const PricingWorld& world,
                FunctionRef<Rational(std::string_view)> asked, bool with_steps) {
  Rows(rows, currency, world, asked, with_steps).price();
}

}  // namespace tollmeter
