#pragma once

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/limiter/limiter.h"

namespace tollmeter {

/// A call at an instant.
struct TimedCall {
  Nanoseconds at = 0;
  std::string metric;
  Rational calls = 1;
  std::optional<Nanoseconds> lasts;  ///< for what counts calls in flight; none: it never ends
  std::string thing;  ///< which of the different things it is about, for limits that count those; empty: one of its own
  std::map<std::string, std::string, std::less<>> whose;  ///< by the name of a scope: which user, which key
};

/// What becomes of a call.
struct Decision {
  enum class Kind { served, refused, delayed, billed, degraded };
  Kind kind = Kind::served;
  Nanoseconds served_at = 0;             ///< unless refused
  const Limit* by = nullptr;             ///< what refused, delayed, billed or degraded it
  std::optional<Nanoseconds> retry_at;   ///< refused: when it would fit; none: never
  const Limit* tightest = nullptr;       ///< of the limits that count it, the one with the least left
  Rational left;                         ///< there, after this call
};

/// The limits of one plan, on calls that come in the order of time. A call is served when every limit that counts it and
/// refuses or delays has room; only then it is taken of any of them. Each limit has a counter for each key of its scope.
class Decider {
 public:
  /// `cap_of` gives the number of a limit, nothing where it is not published or without end: such a limit lets all
  /// through.
  Decider(const Plan& plan, Date date, LimiterWorld world,
          FunctionRef<std::optional<Rational>(const Limit&)> cap_of);
  Decision decide(const TimedCall& call);

 private:
  struct Counter {
    std::unique_ptr<Limiter> limiter;
    Nanoseconds clock = std::numeric_limits<Nanoseconds>::min();  ///< of the last call taken: nothing comes before it
    std::optional<Nanoseconds> blocked_until;  ///< by a penalty
    std::map<std::string, Nanoseconds, std::less<>> counted_until;  ///< different things: each until when
  };
  struct Ruled {
    const Limit* limit;
    Rational cap;
    std::map<std::string, Counter, std::less<>> counters;  ///< by key
  };
  struct Asked {
    Ruled* ruled;
    Counter* counter;
    Rational units;
  };
  std::vector<Asked> asked_by(const TimedCall& call);
  static std::optional<Nanoseconds> fits_at(const Asked& asked, Nanoseconds now);
  void refuse(const Asked& asked, Nanoseconds at, std::optional<Nanoseconds> fits, Decision& decision) const;
  Nanoseconds shut_until(const Breach& breach, Nanoseconds at) const;

  LimiterWorld world_;
  std::vector<Ruled> limits_;
};

}  // namespace tollmeter
