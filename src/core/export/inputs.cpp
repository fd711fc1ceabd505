#include "core/export/inputs.h"

#include <array>

#include "core/format.h"
#include "core/questions.h"
#include "core/usage.h"
#include "core/words.h"

namespace tollmeter {

namespace {

std::string percent_of(const Rational& share) { return tr("{0} %", {group_digits(share * Rational(100))}); }

std::string quantity_words(const Rational& value, Per per) { return per_text(group_digits(value), per); }

// In the order of Shape.
constexpr std::array<const char*, 6> kShapes = {marked("even, day and night alike"),
                                               marked("working hours, Monday to Friday, 09:00 to 17:00"),
                                               marked("evenings, every day, 18:00 to 23:00"),
                                               marked("weekends, Saturday and Sunday"),
                                               marked("bursts: {0} a month of {1} × the average for {2} minutes"),
                                               marked("a drawn week, hour by hour")};

ExportedInput traffic_input(const TrafficPattern& traffic) {
  ExportedInput input;
  input.id = "traffic";
  input.name = tr("Traffic");
  const Bursts& bursts = traffic.bursts;
  input.text = tr(kShapes[static_cast<std::size_t>(traffic.shape)],
                  {std::to_string(bursts.count), std::to_string(bursts.times), std::to_string(bursts.minutes)});
  if (traffic.shape != Shape::even) input.text = tr("{0}, in the time of {1}", {input.text, traffic.zone});
  return input;
}

ExportedInput driver_input(const Driver& driver, const Scenario& scenario, const Catalog& catalog) {
  ExportedInput input;
  const Rational value = driver_value(scenario, catalog, driver.id);
  input.id = driver.id;
  input.name = driver.name;
  input.number = value;
  input.text = driver.optional_zero && value.is_zero() ? tr("none") : group_digits(value);
  input.assumed = !scenario.drivers.contains(driver.id);
  if (const auto range = scenario.driver_ranges.find(driver.id); range != scenario.driver_ranges.end()) {
    input.low = group_digits(range->second.low.value);
    input.high = group_digits(range->second.high.value);
  }
  return input;
}

ExportedInput choice_input(const Choice& choice, const Scenario& scenario) {
  ExportedInput input;
  const std::string& chosen = chosen_option(scenario, choice);
  const Choice::Option* option = choice.option(chosen);
  input.id = choice.id;
  input.name = choice.name;
  input.text = option ? option->name.shown() : chosen;
  input.assumed = !scenario.choices.contains(choice.id);
  return input;
}

ExportedInput unit_input(const OwnUnit& unit) {
  ExportedInput input;
  input.id = "unit";
  input.name = unit.name.empty() ? tr("own unit") : unit.name;
  input.number = unit.count.value;
  input.text = tr("{0} in a cycle", {group_digits(unit.count.value)});
  if (unit.range) {
    input.low = group_digits(unit.range->low.value);
    input.high = group_digits(unit.range->high.value);
  }
  return input;
}

/// The inputs of one platform.
class PlatformInputs {
 public:
  PlatformInputs(const PlatformEstimate& estimate, const std::optional<OwnUnit>& unit, std::vector<ExportedInput>& out)
      : platform_(*estimate.platform), use_(*estimate.use), unit_(unit), out_(out) {}

  void add(const Metric& metric) {
    if (metric.kind == Metric::Kind::part) {
      add_share(metric);
    } else if (metric.kind == Metric::Kind::entered) {
      add_quantity(metric);
    }
  }

 private:
  ExportedInput begin(const Metric& metric) const {
    ExportedInput input;
    input.platform = platform_.name;
    input.id = metric.id;
    input.name = metric.name;
    return input;
  }

  void add_quantity(const Metric& metric) {
    const auto found = use_.quantities.find(metric.id);
    const bool set = found != use_.quantities.end() && !found->second.value.is_zero();
    const auto range = use_.ranges.find(metric.id);
    if (set || range != use_.ranges.end()) {
      ExportedInput input = begin(metric);
      const Quantity quantity = set ? found->second : Quantity{0, Per::month, "0"};
      input.number = quantity.value;
      input.per = std::string(per_word(quantity.per));
      input.text = quantity_words(quantity.value, quantity.per);
      if (range != use_.ranges.end()) {
        input.low = quantity_words(range->second.low.value, range->second.per);
        input.high = quantity_words(range->second.high.value, range->second.per);
      }
      out_.push_back(std::move(input));
    }
    const TypedNumber* part = unit_ ? unit_->part(platform_.id, metric.id) : nullptr;
    if (part == nullptr) return;
    ExportedInput input = begin(metric);
    input.id = join({"unit.", metric.id});
    input.number = part->value;
    input.text = tr("{0} for {1}", {group_digits(part->value), unit_->name.empty() ? tr("one unit") : unit_->name});
    out_.push_back(std::move(input));
  }

  void add_share(const Metric& metric) {
    if (!is_used(metric)) return;
    ExportedInput input = begin(metric);
    const auto found = use_.shares.find(metric.id);
    input.assumed = found == use_.shares.end();
    input.number = input.assumed ? metric.assumed_share : found->second.value;
    input.text = percent_of(*input.number);
    if (const auto range = use_.share_ranges.find(metric.id); range != use_.share_ranges.end()) {
      input.low = percent_of(range->second.low.value);
      input.high = percent_of(range->second.high.value);
    }
    out_.push_back(std::move(input));
  }

  /// What it is a share of is asked for.
  bool is_used(const Metric& metric) const {
    const Metric* at = &metric;
    for (std::size_t step = 0; at && at->kind != Metric::Kind::entered && step < platform_.metrics.size(); ++step) at = platform_.metric(at->of);
    if (at == nullptr) return false;
    const auto found = use_.quantities.find(at->id);
    return (found != use_.quantities.end() && !found->second.value.is_zero()) || (unit_ && unit_->part(platform_.id, at->id) != nullptr);
  }

  const Platform& platform_;
  const PlatformUse& use_;
  const std::optional<OwnUnit>& unit_;
  std::vector<ExportedInput>& out_;
};

}  // namespace

std::vector<ExportedInput> exported_inputs(const Scenario& scenario, const Estimate& chosen, const Catalog& catalog) {
  std::vector<ExportedInput> inputs;
  if (scenario.unit) inputs.push_back(unit_input(*scenario.unit));
  const Questions questions = questions_of(chosen, scenario, catalog);
  for (const Driver* driver : questions.drivers) inputs.push_back(driver_input(*driver, scenario, catalog));
  for (const Choice* choice : questions.choices) inputs.push_back(choice_input(*choice, scenario));
  inputs.push_back(traffic_input(scenario.traffic));
  for (const PlatformEstimate& platform : chosen.platforms) {
    if (!platform.platform) continue;
    PlatformInputs list(platform, scenario.unit, inputs);
    for (const Metric* metric : relevant_inputs(*platform.platform, platform.plan, scenario.date)) list.add(*metric);
  }
  return inputs;
}

std::vector<std::string> exported_assumptions(const Scenario& scenario, Date read_to) {
  std::vector<std::string> out;
  out.push_back(tr("Prices, plans and limits are those of {0}, as they were read to {1}.", {long_date_text(scenario.date), long_date_text(read_to)}));
  out.push_back(tr("Amounts are before tax and exact until they are rounded once, half-up: each line of the bill, and the total of each platform."));
  out.push_back(scenario.retries ? tr("A refused call comes again as soon as there is room.")
                                 : tr("What goes beyond a limit is refused and does not come again."));
  for (const ExchangeRate& rate : scenario.conversion.rates) {
    out.push_back(tr("1 {0} = {1} {2}, a rate of {3} that a person set.",
                     {rate.currency, rate.typed, scenario.conversion.into, long_date_text(rate.as_of)}));
  }
  if (scenario.growth.is_target()) {
    out.push_back(tr("Growth to {0} × in {1} months comes after this cycle.", {number_text(scenario.growth.times), std::to_string(scenario.growth.months)}));
  } else if (scenario.growth.grows()) {
    out.push_back(tr("Growth of {0} % a month comes after this cycle.", {number_text(growth_percent(scenario.growth))}));
  }
  return out;
}

}  // namespace tollmeter
