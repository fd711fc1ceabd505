// Prints what every vector comes to, for comparing builds: conformance FILE...
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/report.h"
#include "core/link.h"
#include "core/plan_file.h"
#include "core/solve/ranges.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

using Json = nlohmann::json;

Json read_json(const char* path) {
  std::ifstream file(path);
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}, nullptr, false);
}

/// Every figure of the total as a range.
std::string ranges_said(const Catalog& plan, const std::string& link) {
  const OpenedLink opened = open_link(seal_link(link), plan);
  if (opened.kind != OpenedLink::Kind::whole) return opened.broken.problem.sentence();
  const Ranges ranges = ranges_of(opened.document.scenario, {&plan, kZones});
  std::string said = std::to_string(ranges.cases) + " cases, " + std::to_string(ranges.breaking) + " break";
  const auto add = [&](const Money& money) { said += " " + money.amount.text(); };
  for (const TotalRange& total : ranges.totals) {
    for (const Money* money : {&total.likely, &total.all_low, &total.all_high, &total.least, &total.tenth, &total.median, &total.ninetieth, &total.most}) {
      add(*money);
    }
    for (const Swing& swing : total.swings) {
      said += " " + input_key(ranges.inputs[swing.input]);
      add(swing.at_low);
      add(swing.at_high);
    }
    for (const RangeBar& bar : total.bars) said += " " + bar.to.text() + ": " + std::to_string(bar.cases);
  }
  return said;
}

std::string said_of(const Catalog& plan, const Json& vector) {
  if (vector.contains("link")) return ranges_said(plan, vector["link"].get<std::string>());
  if (vector.contains("events")) {
    Json file = {{"date", "2026-11-01"}, {"events", Json::array()}};
    if (vector.contains("cycle_day")) file["cycle_day"] = vector["cycle_day"];
    for (Json event : vector["events"]) {
      event.erase("is");
      event.erase("left");
      file["events"].push_back(event);
    }
    const Result<EventsFile> events = read_events_file(file.dump(), plan);
    if (!events) return events.problem().sentence();
    return cli::decisions_json(events.value(), decide_events(plan, events.value(), kZones));
  }
  const Result<UsageFile> usage = read_usage_file(vector["use"].dump(), plan);
  if (!usage) return usage.problem().sentence();
  const FileMonth month(plan, usage.value(), kZones);
  return vector.contains("limits") ? cli::limits_json(month.limits()) : cli::price_json(month.price());
}

}  // namespace
}  // namespace tollmeter

int main(int count, char** paths) {
  using namespace tollmeter;
  for (int i = 1; i < count; ++i) {
    const Json file = read_json(paths[i]);
    if (!file.is_object()) return 1;
    for (const Json& vector : file["vectors"]) {
      const Result<Catalog> plan = read_plan_file(file["plans"][vector["plan"].get<std::string>()].dump());
      const std::string said = plan ? said_of(plan.value(), vector) : plan.problem().sentence();
      std::printf("%s\n%s\n", paths[i], said.c_str());
    }
  }
  return 0;
}
