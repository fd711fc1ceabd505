#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "ui/views.h"
#include "ui/views/usage_limits.h"

// What the parts of the column of inputs share. An edit replaces scenario and estimate, so parts look both up by
// platform whenever they need them and keep no reference over an edit.

namespace tollmeter::ui {

const PlatformUse* find_use(const Session& session, std::string_view platform);
const PlatformEstimate* find_estimate(const Session& session, std::string_view platform);
/// The cheapest plan that fits for one platform of the scenario.
PlanChoice find_choice(const Session& session, std::string_view platform);
void edit_use(View& view, std::string_view platform, bool done, const std::function<void(PlatformUse&)>& change);

/// A field whose refused text leaves a sentence behind, which `refusal` draws under the row.
std::optional<std::string> checked_field(View& view, std::string_view key, const std::string& refusal_key, const Box& box,
                                         const FieldSpec& spec);
/// Draws the sentence, if there is one; returns the y below.
float refusal(View& view, const std::string& refusal_key, float x, float y, float w);
/// Reads `text` with `parse`; a text that it refuses leaves its sentence behind and gives nothing.
template <class Parse>
auto read_or_refuse(View& view, const std::string& refusal_key, const Parse& parse)
    -> std::optional<std::remove_cvref_t<decltype(parse().value())>> {
  const auto result = parse();
  if (!result) {
    view.state.usage.refused[refusal_key] = result.problem().sentence();
    return std::nullopt;
  }
  view.state.usage.refused.erase(refusal_key);
  return result.value();
}

/// One input of a platform with its slider, field and explanation; returns the y below.
float metric_input(View& view, const Platform& platform, const Metric& metric, float x, float y, float w);
/// How often x how many x accounts: the small calculation under an explanation.
float quantity_builder(View& view, const Platform& platform, const Metric& metric, float x, float y, float w);

float platform_card(View& view, const Platform& platform, float x, float y, float w);
/// A platform on one line; draws within `h`. True when it was opened.
bool platform_row(View& view, const PlatformEstimate& platform, float x, float y, float w, float h);

/// Which inputs of a platform show: those in use, those kept in view, all when `more`. `hidden` gets how many do not.
std::vector<const Metric*> shown_inputs(const Platform& platform, const PlatformUse& use, const Plan* plan, Date date,
                                        bool more, std::set<std::string>& kept, int* hidden);
/// The platforms that begin unfolded: those that break something, then those near a limit, then the first.
std::set<std::string> begin_unfolded(const Estimate& estimate, std::size_t slots);

}  // namespace tollmeter::ui
