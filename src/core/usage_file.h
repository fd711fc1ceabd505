#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/estimate.h"
#include "core/result.h"
#include "core/scenario.h"
#include "core/traffic.h"
#include "core/usage.h"

namespace tollmeter {

/// What a usage file says: a month's use of one plan, and how each of its events is. For the format see
/// docs/catalogue.md.
struct UsageFile {
  struct Group {
    std::map<std::string, Rational, std::less<>> units;  ///< by entered metric
    EventKind kind;
  };
  Date date;
  int cycle_day = 0;
  TrafficPattern traffic;
  bool retries = false;  ///< refused calls are tried again
  std::map<std::string, Rational, std::less<>> drivers;
  std::vector<Group> groups;
  std::vector<Group> before;  ///< of the same cycle, priced already: only what comes on top of it is asked for
  std::optional<Date> held_from, held_to;  ///< both days counted; none: the whole cycle
};

/// Reads it against the plan file that it is for: metrics must be the plan's, and every driver that the plan names must
/// be given.
Result<UsageFile> read_usage_file(std::string_view json, const Catalog& plan_file);

/// What the use costs.
struct FilePrice {
  std::string currency;
  std::vector<BillLine> lines;  ///< amounts rounded each
  Rational exact;               ///< the sum of what is in it
  Rational total;               ///< rounded once
  bool at_least = false;  ///< a price is not published
  bool approximate = false;
};

/// The month of a usage file on a plan file's plan. Refers to its arguments.
class FileMonth {
 public:
  FileMonth(const Catalog& plan_file, const UsageFile& file, Zones zones);
  FileMonth(const FileMonth&) = delete;
  FileMonth& operator=(const FileMonth&) = delete;

  /// Everything asked, as if no limit stood in the way.
  FilePrice price() const;
  std::vector<LimitOutcome> limits() const;
  const Cycle& cycle() const { return cycle_; }

 private:
  Usage usage_of(const std::vector<UsageFile::Group>& groups) const;

  const UsageFile& file_;
  const Platform& platform_;
  World world_;
  Cycle cycle_;
  Traffic traffic_;
  Scenario scenario_;
  PlatformUse use_;
};

}  // namespace tollmeter
