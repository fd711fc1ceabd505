// tollmeter: prices and limits of one plan from files, the same numbers as on the page.
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "cli/catalogue.h"
#include "cli/export.h"
#include "cli/files.h"
#include "cli/report.h"
#include "core/plan_check.h"
#include "core/plan_file.h"
#include "core/usage_file.h"
#include "zones_data.h"

namespace tollmeter::cli {
namespace {

constexpr const char* kUsage =
    "tollmeter rate   --plan FILE --usage FILE [--json]   what the use costs, with the arithmetic\n"
    "tollmeter limits --plan FILE --usage FILE [--json]   how each limit fares over the month\n"
    "tollmeter limits --plan FILE --events FILE [--json]  what becomes of each call at its instant\n"
    "tollmeter export --catalogue FILE --link LINK [--as csv|json|markdown]\n"
    "                                                     the calculation of a link, as the page exports it\n"
    "tollmeter catalogue check FILE...                    whether platform files are in order\n"
    "The files are described in docs/catalogue.md.\n";

struct Arguments {
  std::string command, plan, usage, events;
  bool json = false;
};

Result<Arguments> parse(const std::vector<std::string>& words) {
  Arguments out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (i == 0) {
      if (word != "rate" && word != "limits") {
        return Problem{"", "'" + word + "' is not a command", "'rate', 'limits', 'export' or 'catalogue'"};
      }
      out.command = word;
    } else if (word == "--json") {
      out.json = true;
    } else if (word == "--plan" || word == "--usage" || word == "--events") {
      if (i + 1 == words.size()) return Problem{word, "it names no file", "a file after it"};
      (word == "--plan" ? out.plan : word == "--usage" ? out.usage : out.events) = words[++i];  // NOLINT(bugprone-branch-clone): three members
    } else {
      return Problem{"", "'" + word + "' is not an option", "--plan FILE, --usage FILE, --events FILE, --json"};
    }
  }
  if (out.plan.empty()) return Problem{"--plan", "it is missing", "--plan FILE"};
  if (out.command == "rate" && !out.events.empty()) return Problem{"--events", "prices need no instants", "--usage FILE"};
  if (out.usage.empty() == out.events.empty()) {
    return Problem{"--usage", out.usage.empty() ? "it is missing" : "it stands beside --events", "one of the two"};
  }
  return out;
}

int run(const std::vector<std::string>& words) {
  if (words.empty() || words.front() == "--help" || words.front() == "help") {
    std::fputs(kUsage, words.empty() ? stderr : stdout);
    return words.empty() ? kBadInput : 0;
  }
  if (words.front() == "catalogue") return check_catalogue(words);
  if (words.front() == "export") return export_link(words);
  const Result<Arguments> arguments = parse(words);
  if (!arguments) return fail(arguments.problem().sentence());
  const Arguments& wanted = arguments.value();
  const auto plan = read_from(wanted.plan, [](const std::string& text) { return read_plan_file(text); });
  if (!plan) return fail(plan.problem().sentence());
  if (!wanted.events.empty()) {
    const auto events =
        read_from(wanted.events, [&](const std::string& text) { return read_events_file(text, plan.value()); });
    if (!events) return fail(events.problem().sentence());
    const std::vector<Decision> decisions = decide_events(plan.value(), events.value(), kZones);
    const std::string said = wanted.json ? decisions_json(events.value(), decisions) : decisions_lines(events.value(), decisions);
    std::fputs(said.c_str(), stdout);
    return 0;
  }
  const auto usage =
      read_from(wanted.usage, [&](const std::string& text) { return read_usage_file(text, plan.value()); });
  if (!usage) return fail(usage.problem().sentence());
  const std::string& zone = usage.value().traffic.zone;
  if (zone != "UTC" && find_zone(kZones, zone) == nullptr) {
    return fail(wanted.usage + ": traffic: the zone '" + zone + "' is not known; expected one of the zones that docs/catalogue.md names");
  }
  if (std::optional<Problem> row = row_without_value(plan.value(), usage.value(), kZones)) {
    row->where = wanted.plan + ": " + row->where;
    return fail(row->sentence());
  }
  const FileMonth month(plan.value(), usage.value(), kZones);
  std::string said;
  if (wanted.command == "rate") {
    const FilePrice price = month.price();
    if (!price.total.ok()) {
      for (const BillLine& line : price.lines) {
        if (line.exact.ok()) continue;
        return fail(wanted.plan + ": charge '" + line.charge->id +
                    "': its numbers are too large to compute exactly; expected smaller ones");
      }
      return fail(wanted.usage + ": the numbers are too large to compute exactly; expected a smaller use");
    }
    said = wanted.json ? price_json(price) : price_lines(price);
  } else {
    const std::vector<LimitOutcome> limits = month.limits();
    for (const LimitOutcome& limit : limits) {
      if (limit.run.busiest.ok()) continue;
      return fail(wanted.plan + ": limit '" + limit.limit->id +
                  "': its numbers are too large to compute exactly; expected at most 24 digits");
    }
    said = wanted.json ? limits_json(limits) : limits_lines(limits);
  }
  std::fputs(said.c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace tollmeter::cli

int main(int count, char** words) { return tollmeter::cli::run({words + 1, words + count}); }
