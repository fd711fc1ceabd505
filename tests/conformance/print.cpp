// Prints what every vector comes to, for comparing builds: conformance FILE...
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/report.h"
#include "core/plan_file.h"
#include "zones_data.h"

namespace tollmeter {
namespace {

using Json = nlohmann::json;

Json read_json(const char* path) {
  std::ifstream file(path);
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}, nullptr, false);
}

std::string said_of(const Catalog& plan, const Json& vector) {
  if (vector.contains("events")) {
    Json file = {{"date", "2026-11-01"}, {"events", Json::array()}};
    if (vector.contains("cycle_day")) file["cycle_day"] = vector["cycle_day"];
    for (Json event : vector["events"]) {
      event.erase("is");
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
