// Prices calls of AI models in the process that calls it: the engine as a module for Node.
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <emscripten/emscripten.h>

#include "core/tariff.h"
#include "real_catalog.h"
#include "zones_data.h"

namespace tollmeter::bench {
namespace {

/// What one call took; the order is that of the numbers that the caller hands over.
struct Call {
  std::int32_t input, cached, written, output;
};

/// One plan on one day, ready to price calls.
class PricedPlan {
 public:
  PricedPlan(const Catalog& catalog, std::string_view platform, std::string_view plan, Date date)
      : world_{&catalog, kZones},
        platform_(*catalog.platform(platform)),
        plan_(*platform_.plan(plan)),
        scenario_(empty_scenario(date)),
        cycle_(cycle_at(date, 1)),
        traffic_(cycle_, scenario_.traffic, kZones),
        usage_(platform_, use_, scenario_, world_, cycle_, traffic_),
        tariff_(tariff_on(plan_, date, usage_)),
        requests_(*metric_index(platform_, "requests")) {}

  /// All calls as one bill, each a group of its own.
  Rational price(const Call* calls, int count) {
    std::vector<UsageGroup> groups(static_cast<std::size_t>(count));
    for (UsageGroup& group : groups) {
      const Call& call = *calls++;
      group.units.resize(platform_.metrics.size());
      group.units[requests_] = 1;
      group.kind.drivers = {{"ai_input_tokens", call.input},
                            {"ai_cached_tokens", call.cached},
                            {"ai_cache_write_tokens", call.written},
                            {"ai_output_tokens", call.output}};
    }
    usage_.set_groups(std::move(groups));
    return exact_sum_of(rate(tariff_, plan_, scenario_.date, usage_, std::vector<Rational>(platform_.metrics.size(), 1), false), plan_.currency).amount;
  }

 private:
  World world_;
  const Platform& platform_;
  const Plan& plan_;
  Scenario scenario_;
  PlatformUse use_;
  Cycle cycle_;
  Traffic traffic_;
  Usage usage_;
  Tariff tariff_;
  std::size_t requests_;
};

std::optional<Catalog> catalog;
std::optional<PricedPlan> plan;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void open_catalogue(const char* path) { catalog = real_catalog(path); }

EMSCRIPTEN_KEEPALIVE void open_plan(const char* platform, const char* id, const char* date) {
  plan.emplace(*catalog, platform, id, *Date::parse(date));
}

/// US dollars.
EMSCRIPTEN_KEEPALIVE double price_calls(const Call* calls, int count) { return plan->price(calls, count).approx(); }

/// The same, one call after another.
EMSCRIPTEN_KEEPALIVE double price_each(const Call* calls, int count) {
  Rational sum;
  for (int i = 0; i < count; ++i) sum += plan->price(calls + i, 1);
  return sum.approx();
}

}

}  // namespace tollmeter::bench
