#pragma once

#include <map>
#include <vector>

#include "core/estimate.h"
#include "core/function_ref.h"
#include "core/month_findings.h"
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

/// One platform's use in one month, run against plans on dates. It remembers how each limit and each plan fared: the month
/// does not change with the date, only which prices and limits are in force.
class PlatformMonth {
 public:
  explicit PlatformMonth(Usage usage) : usage_(std::move(usage)) {}

  const Usage& usage() const { return usage_; }
  MonthFindings& findings() { return findings_; }
  /// `use` is equal to the one it has, which may be gone.
  void move_use(const PlatformUse& use) { usage_.use = &use; }
  PlatformEstimate on_plan(const Plan& plan, Date date, Detail detail);

 private:
  friend class LimitProbe;
  /// It holds as long as no row of the plan begins or ends.
  struct KnownVerdict {
    const Plan* plan;
    Validity stretch;
    PlatformEstimate estimate;
  };
  PlatformEstimate run(const Plan& plan, Date date, Detail detail);
  /// What is to be known of the refused: how many, or only whether any are, which may cost less.
  enum class Count { all, whether };
  struct Fate {
    bool exists = true;  ///< false: rests on a driver that the person left at "not set"
    LimitOutcome outcome;
  };
  Fate fate_of(const Limit& limit, const Bought& bought);
  Fate run(const Limit& limit, const Bought& bought, Count count) const;
  Window window_of(const Limit& limit) const;
  LimitRule rule_of(const Limit& limit, const Window& window, const Rational& cap) const;
  struct Climb {
    Instant at;
    Rational cap;  ///< without end: not a number
  };
  std::vector<Climb> climbs_of(const Limit& limit, const Bought& bought) const;
  LimitRun run_rungs(const Limit& limit, const Load& load, const Bought& bought, Count count, Rational& cap) const;
  void find_what_fits(LimitOutcome& outcome, const Bought& bought) const;

  Usage usage_;
  std::map<const Limit*, Fate> fates_;
  std::vector<KnownVerdict> verdicts_;
  MonthFindings findings_;
};

/// Asks the limits of one plan on one date about other uses of the same month.
class LimitProbe {
 public:
  LimitProbe(const PlatformMonth& month, const Plan& plan, Date date);
  LimitProbe(const LimitProbe&) = delete;
  LimitProbe& operator=(const LimitProbe&) = delete;

  /// Whether the limit refuses any of `asked` (units of each metric a cycle, see Usage::asked_with), as an estimate of that
  /// use would say. True also where the numbers are too large to compute.
  bool refuses(const Limit& limit, const std::vector<Rational>& asked);
  const Tariff& tariff() const { return tariff_; }

 private:
  const Plan& plan_;
  Date date_;
  PlatformMonth month_;
  Tariff tariff_;
};

/// The greatest whole number that is held, by bisection between one that is and a greater one that is not.
Rational most_that_holds(Rational holds, Rational fails, FunctionRef<bool(const Rational&)> is_held);

}  // namespace tollmeter
