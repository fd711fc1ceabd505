#pragma once

#include <map>
#include <vector>

#include "core/estimate.h"
#include "core/tariff.h"
#include "core/usage.h"

namespace tollmeter {

/// How much of an estimate is wanted. The verdict (amounts, marks, breaches) is all that choosing a plan and
/// drawing the history need; the arithmetic in words and what would fit cost far more.
enum class Detail { verdict, full };

/// What a plan charges for the month, and, where a limit counts money, the bill if nothing were refused.
struct Bought {
  const Tariff& tariff;
  std::vector<BillLine> bill;
};

/// One platform's use in one month, run against plans on dates. It remembers how each limit fared: the month
/// does not change with the date, only which limits are in force.
class PlatformMonth {
 public:
  explicit PlatformMonth(Usage usage) : usage_(std::move(usage)) {}

  const Usage& usage() const { return usage_; }
  PlatformEstimate on_plan(const Plan& plan, Date date, Detail detail);

 private:
  struct Fate {
    bool exists = true;  ///< false: rests on a driver that the person left at "not set"
    LimitOutcome outcome;
  };
  Fate fate_of(const Limit& limit, const Bought& bought);
  Fate run(const Limit& limit, const Bought& bought) const;
  Window window_of(const Limit& limit) const;
  LimitRule rule_of(const Limit& limit, const Window& window, const Rational& cap) const;
  struct Climb {
    Instant at;
    Rational cap;  ///< without end: not a number
  };
  std::vector<Climb> climbs_of(const Limit& limit, const Bought& bought) const;
  LimitRun run_rungs(const Limit& limit, const Load& load, const Bought& bought, Rational& cap) const;
  void find_what_fits(LimitOutcome& outcome, const Bought& bought) const;

  Usage usage_;
  std::map<const Limit*, Fate> fates_;
};

}  // namespace tollmeter
