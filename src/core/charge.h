#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/figure.h"
#include "core/formula.h"
#include "core/rational.h"

namespace tollmeter {

/// How a quantity becomes money, or what a row does to the money of others. In what order, see docs/rules.md, "Rating".
enum class ChargeModel : std::uint8_t {
  flat,        ///< price per period, for each that `count` says
  per_unit,    ///< price per `per` units
  package,     ///< price per `per` units; one that is begun is whole
  graduated,   ///< each tier's price for the units that lie in it
  volume,      ///< the price of the tier that the quantity reaches, for all units
  stairstep,   ///< the fee of the tier that the quantity reaches
  percentage,  ///< `price` is the share of money that is taken; with tiers, each tier's share for the money in it
  capacity,    ///< the fee of the lowest step that holds all it names
  // What is done to the sum of the rows above, in this order.
  discount,    ///< `price` is the share that comes off
  maximum,     ///< the sum is at most the price
  minimum,     ///< what the sum lacks to the price is charged
  credit,      ///< comes off, down to zero
  rebate,      ///< the same, given back as a credit that is no cash: said, but not taken off
  included,    ///< offered without a price of its own (what limits it is a Limit)
};
constexpr bool is_adjustment(ChargeModel model) {
  return ChargeModel::discount <= model && model <= ChargeModel::rebate;
}

enum class Period : std::uint8_t { month, year, once };

/// Units above the last tier's bound (exclusive) up to its own (inclusive).
struct Tier {
  std::optional<Rational> up_to;  ///< none: without end
  Amount price;                   ///< for `per` units, or for a package; zero where not said
  Amount fee;                     ///< due when the tier is entered (the first always); zero where not said
  Rational package;               ///< above zero: units of the tier are sold in packages of so many
};

/// What a model works with.
struct Rate {
  Amount price;     ///< in the platform's currency; of tiered models unused
  Rational per = 1; ///< the price is for so many units
  std::vector<Tier> tiers;  ///< bounds rise; the last may be without end
};

/// An attribute of an event, such as its country.
struct AttributeIs {
  std::string attribute, value;
};

/// A price of its own for events that have these attributes; the first cell that matches counts.
struct Cell {
  std::vector<AttributeIs> with;
  Rate rate;
};

struct Factor {
  std::vector<AttributeIs> with;
  Rational times = 1;
};

/// Part of each day in a zone: from (inclusive) to (exclusive); to before from runs across midnight and belongs to the
/// day on which it begins.
struct DailyHours {
  int from = 0, to = 86400;  ///< seconds of the local day
  unsigned weekdays = 0x7F;  ///< bit 0 Monday .. bit 6 Sunday
  std::string zone = "UTC";
};

struct QuantityRounding {
  enum class How : std::uint8_t { none, up, down, half_up };
  How how = How::none;
  Rational to = 1;  ///< to whole multiples of this
};

/// Another charge's rate, taken over.
struct LikeCharge {
  std::string charge;       ///< id; empty: none
  bool first_tier = false;  ///< only the price of its first tier with one above zero
  Rational times = 1, plus; ///< what each price is multiplied by, then raised by
};

/// One step of a capacity: the fee for as much as it holds.
struct CapacityStep {
  struct Holds {
    std::string name;  ///< metric or driver
    Rational most;
  };
  std::vector<Holds> holds;
  Amount fee;
  std::string block_of;  ///< one of `holds`, of which blocks raise the most; empty: none does
  Rational block, block_price, most_blocks;
};

struct Charge : Figure, Rate {
  std::string id;
  Text name;
  ChargeModel model = ChargeModel::flat;
  Period period = Period::month;  ///< flat

  // What is counted: calls of a metric, or things that drivers tell, or the money of other rows.
  std::string metric;            ///< a part with a charge of its own is taken out of its parent first
  std::optional<Formula> each;   ///< units in one call, of drivers; 1 where not said
  std::optional<Formula> count;  ///< without a metric: units, of drivers
  std::vector<std::string> on;   ///< without both: ids of rows whose amounts are the quantity, or which are adjusted
  // Which calls are counted.
  std::optional<Formula> when;   ///< of drivers: those for which it is not zero
  std::vector<AttributeIs> with;
  std::optional<DailyHours> hours;
  // From what is counted to what is billed.
  QuantityRounding rounding;
  std::optional<Formula> free;  ///< units that cost nothing, of drivers
  bool free_daily = false;      ///< so many each day, instead of each cycle
  std::string pool;             ///< rows that name the same pool share the free units of its first row
  // Other prices than its own.
  std::vector<Cell> cells;
  std::vector<Factor> factors;
  LikeCharge like;
  std::vector<CapacityStep> steps;
  // Money of one call, for percentages.
  Rational fee_each;
  std::optional<Rational> least_each, most_each;
  // Money of the row.
  Rational discount;  ///< the share that comes off
  std::optional<Rational> most, least;
  bool prorate = false;  ///< flat: by the days of the cycle on which it is held, both ends counted
  Text in;               ///< prices are in this private unit (credits), which a row `on` this one sells; empty: money
};

}  // namespace tollmeter
