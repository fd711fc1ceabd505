#include "ui/views/usage_parts.h"

#include <algorithm>

#include "core/order.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr std::size_t kFirstInputs = 3;  // of a platform that nothing was said about yet
constexpr float kFieldRadius = 7;
constexpr float kRefusalSize = 12;

int rank(const PlatformEstimate& platform) {
  const Rational full = fullest(platform);
  return full >= Rational(1) ? 0 : full >= Rational::fraction(4, 5) ? 1 : 2;
}

}  // namespace

const PlatformUse* find_use(const Session& session, std::string_view platform) {
  for (const PlatformUse& use : session.scenario().platforms) {
    if (use.platform == platform) return &use;
  }
  return nullptr;
}

const PlatformEstimate* find_estimate(const Session& session, std::string_view platform) {
  for (const PlatformEstimate& estimate : session.shown().chosen.platforms) {
    if (estimate.platform != nullptr && estimate.platform->id == platform) return &estimate;
  }
  return nullptr;
}

PlanChoice find_choice(const Session& session, std::string_view platform) {
  const std::vector<PlatformEstimate>& platforms = session.shown().chosen.platforms;
  for (std::size_t i = 0; i < platforms.size() && i < session.shown().choices.size(); ++i) {
    if (platforms[i].platform != nullptr && platforms[i].platform->id == platform) return session.shown().choices[i];
  }
  return {};
}

void edit_use(View& view, std::string_view platform, bool done, const std::function<void(PlatformUse&)>& change) {
  Scenario next = view.session.scenario();
  for (PlatformUse& use : next.platforms) {
    if (use.platform == platform) change(use);
  }
  view.session.edit(std::move(next), done);
}

std::optional<std::string> checked_field(View& view, std::string_view key, const std::string& refusal_key, const Box& box,
                                         const FieldSpec& spec) {
  std::optional<std::string> typed = view.kit.field(key, box, spec);
  const auto refused = view.state.usage.refused.find(refusal_key);
  if (refused != view.state.usage.refused.end()) {
    // The sentence is wider than the field, so it is drawn under the whole row.
    Semantics& semantics = view.kit.semantics();
    Node& node = semantics.at(static_cast<int>(semantics.nodes().size()) - 1);
    node.invalid = true;
    node.description = refused->second;
    view.kit.outline(box, view.kit.theme().bad, kFieldRadius);
  }
  return typed;
}

float refusal(View& view, const std::string& refusal_key, float x, float y, float w) {
  const auto refused = view.state.usage.refused.find(refusal_key);
  if (refused == view.state.usage.refused.end()) return y;
  const Run run{refused->second, Face::regular, Ink::bad};
  return y + 4 + view.kit.paragraph({x, y + 4, w, 0}, {&run, 1}, kRefusalSize);
}

std::vector<const Metric*> shown_inputs(const Platform& platform, const PlatformUse& use, const Plan* plan, Date date,
                                        bool more, std::set<std::string>& kept, int* hidden) {
  const std::vector<const Metric*> inputs = relevant_inputs(platform, plan, date);
  const auto key = [&](const Metric& metric) { return platform.id + "/" + metric.id; };
  const auto in_view = [&](const Metric& metric) {
    const auto quantity = use.quantities.find(metric.id);
    return kept.contains(key(metric)) || (quantity != use.quantities.end() && !quantity->second.value.is_zero());
  };
  const auto entered = [](const Metric* metric) { return metric->kind == Metric::Kind::entered; };
  const bool any =
      std::any_of(inputs.begin(), inputs.end(), [&](const Metric* m) { return entered(m) && in_view(*m); });
  if (!any) {
    std::size_t left = kFirstInputs;
    for (const Metric* metric : inputs) {
      if (entered(metric) && left > 0) {
        kept.insert(key(*metric));
        --left;
      }
    }
  }
  std::vector<const Metric*> shown;
  *hidden = 0;
  for (const Metric* metric : inputs) {
    const Metric* decides = metric->kind == Metric::Kind::part ? platform.metric(metric->of) : metric;
    if (more || (decides != nullptr && in_view(*decides))) {
      shown.push_back(metric);
    } else if (entered(metric)) {
      ++*hidden;
    }
  }
  return shown;
}

std::set<std::string> begin_unfolded(const Estimate& estimate, std::size_t slots) {
  std::vector<const PlatformEstimate*> order;
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (platform.platform != nullptr) order.push_back(&platform);
  }
  const auto ranks_before = [&](std::size_t a, std::size_t b) { return rank(*order[a]) < rank(*order[b]); };
  std::set<std::string> open;
  for (const std::size_t i : in_order(order.size(), ranks_before)) {
    if (open.size() < slots) open.insert(order[i]->platform->id);
  }
  return open;
}

}  // namespace tollmeter::ui
