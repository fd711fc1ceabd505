#include "cli/catalogue.h"

#include <cstdio>

#include "cli/files.h"
#include "core/catalog_reader.h"

namespace tollmeter::cli {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// "LinkedIn: 3 plans, 0 prices, 6 limits, 3 sources, newest read 2026-10-01"
std::string holdings(const Catalog& catalog) {
  const Platform& platform = catalog.platforms.front();
  std::size_t prices = 0, limits = 0;
  for (const Plan& plan : platform.plans) {
    limits += plan.limits.size();
    for (const Charge& charge : plan.charges) prices += charge.model != ChargeModel::included ? 1 : 0;
  }
  return platform.name + ": " + std::to_string(platform.plans.size()) + " plans, " + std::to_string(prices) + " prices, " +
         std::to_string(limits) + " limits, " + std::to_string(platform.sources.size()) + " sources, newest read " +
         catalog.as_of.iso();
}

}  // namespace

int check_catalogue(const std::vector<std::string>& words) {
  if (words.size() < 3 || words[1] != "check") return fail("'catalogue' was called without 'check' and a file; expected catalogue check FILE...");
  int code = 0;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::string& path = words[i];
    const Result<std::string> common = read_file(folder_of(path) + "common.json");
    if (!common) return fail(common.problem().sentence());
    const auto catalog =
        read_from(path, [&](const std::string& text) { return read_platform_file(common.value(), text); });
    if (catalog) {
      std::printf("%s\n", holdings(catalog.value()).c_str());
    } else {
      code = fail(catalog.problem().sentence());
    }
  }
  return code;
}

}  // namespace tollmeter::cli
