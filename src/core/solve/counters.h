#pragma once

#include <cstdint>
#include <vector>

#include "core/tariff.h"
#include "core/usage.h"

namespace tollmeter {

/// What a bill counts while one entered metric is turned: that metric, the metrics that follow from it (a part is rounded,
/// a begun request is a request), and what is sold or rounded in blocks of any of them. None ever falls. Between two kinks
/// of a plan's prices its bill is a weighted sum of these counts, so that a staircase of a million packages is one
/// stretch with one weight.
/// Keeps no pointer into the usage.
class Counters {
 public:
  Counters(const Usage& usage, std::size_t entered, const Tariff& tariff);

  std::size_t size() const { return 1 + priced_.size() + blocks_.size(); }
  /// All of them with the metric at so many whole units; the first is the metric itself.
  std::vector<Rational> at(std::int64_t units) const;
  /// How much a count grows for one more unit of the metric, in the long run.
  const Rational& growth(std::size_t counter) const { return growth_[counter]; }

  /// How much a count may differ from its growth between any two places; more only where it has not begun to grow.
  const Rational& sway(std::size_t counter) const { return sway_[counter]; }

  /// Both count the same, so that their weights can be compared one by one.
  bool counts_as(const Counters& other) const { return priced_ == other.priced_ && blocks_ == other.blocks_; }

  /// Where the prices may have a kink, in units of the metric; rounding of parts may move each by a little. Ascending.
  std::vector<std::int64_t> kinks(const Tariff& tariff, const Usage& usage, std::int64_t top) const;

 private:
  /// A metric that follows from another one.
  struct Follower {
    std::size_t metric, parent;
    Rational factor;
    bool up;  ///< rounded up, else half-up
  };
  /// So many units of a line, rounded, in blocks of a size.
  struct Blocks {
    std::size_t metric;
    std::vector<std::size_t> apart;  ///< parts that another line bills
    Rational each;                   ///< what one unit counts for
    QuantityRounding rounding;
    Rational before;  ///< units that come first and open no block
    Rational size;    ///< zero: only the rounding is counted
    friend bool operator==(const Blocks& a, const Blocks& b) {
      return a.metric == b.metric && a.apart == b.apart && a.each == b.each && a.rounding.how == b.rounding.how &&
             a.rounding.to == b.rounding.to && a.before == b.before && a.size == b.size;
    }
  };
  std::vector<Rational> units_at(std::int64_t units) const;
  Rational growth_of(const TariffLine& line) const;
  Rational strays_of(const TariffLine& line) const;
  void add_blocks(Blocks blocks, const Rational& growth, const Rational& strays);
  void count_line(const TariffLine& line, const Tariff& tariff, const Usage& usage);

  std::size_t entered_;
  std::vector<Rational> asked_;      ///< what does not follow stays
  std::vector<Follower> followers_;  ///< each after its parent
  std::vector<Rational> metric_growth_;
  std::vector<Rational> metric_strays_;  ///< how far a rounded count lies from its growth at most
  std::vector<std::size_t> priced_;  ///< followers whose count matters
  std::vector<Blocks> blocks_;
  std::vector<Rational> growth_, sway_;
};

}  // namespace tollmeter
