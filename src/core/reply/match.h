#pragma once

#include <optional>
#include <vector>

#include "core/estimate.h"
#include "core/reply/reading.h"

namespace tollmeter {

/// What the catalogue knows of a refusal. Points into the catalogue.
struct ReplyMatch {
  /// A plan on which what was refused is within the limit.
  struct Holder {
    const Plan* plan = nullptr;
    const Limit* limit = nullptr;  ///< null: the plan has no such limit
    bool unlimited = false;
    Rational cap;
    Money price;  ///< a month, for the use in the scenario
  };

  const Platform* platform = nullptr;
  Date day;  ///< of the reply: plans and limits of that day are looked at
  const Metric* metric = nullptr;  ///< what was called; null: not told
  const Limit* limit = nullptr;    ///< that tripped; null: not told
  std::vector<const Plan*> plans;  ///< that fit what the reply says, in the catalogue's order
  const Plan* plan = nullptr;      ///< of them the one that is told, or that the person is on; null: not told
  bool plan_by_amount = false;     ///< the reply says an amount, and it is that of `plans`
  bool product_named = false;      ///< `plan` is a product, such as a model, that the reply names
  bool other_amount = false;       ///< the reply says an amount that no plan of the catalogue has
  std::optional<Rational> cap;     ///< units in the window: as stated, else of the plan
  std::optional<Rational> needed;  ///< units in the window that are at least asked for
  bool by_pace = false;            ///< `needed` is what the window would have got at the pace until the refusal
  std::optional<Rational> frees;   ///< seconds since 1970, by the window's own rule, where the reply does not say
  std::optional<Holder> holder;    ///< the cheapest that is sold
  std::optional<Holder> most;      ///< where none holds: the largest limit that is sold and published
};

/// `now`: seconds since 1970, for a reply that has no date.
ReplyMatch match_reply(const ReplyReading& reading, const Scenario& scenario, const World& world, std::int64_t now);

/// The day whose limits apply to the reply.
Date day_of(const ReplyReading& reading, std::int64_t now);

/// The scenario with the platform and its plan, as far as they are told, on the day of the reply; where the window is a day or more, with
/// so much of the operation that the limit trips. The rest stays.
Scenario matched_scenario(const ReplyMatch& match, const Scenario& scenario, const World& world);

}  // namespace tollmeter
