#include <algorithm>
#include <cctype>

#include "core/language.h"
#include "ui/views/usage_picker.h"

namespace tollmeter::ui {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// By its English too, which a person may know better.
bool is_of(const std::string& category, const std::string& wanted) {
  return lower(category).find(wanted) != std::string::npos || lower(tr(category)).find(wanted) != std::string::npos;
}

bool in_use(const Scenario& scenario, const Listing& listing) {
  return std::any_of(scenario.platforms.begin(), scenario.platforms.end(),
                     [&](const PlatformUse& use) { return use.platform == listing.id; });
}

// Categories in the order in which the catalogue first names them, and within one its own order.
std::vector<PickerRow> by_category(const Catalog& catalog, const Scenario& scenario) {
  std::vector<std::string> categories;
  for (const Listing& listing : catalog.listings) {
    if (std::find(categories.begin(), categories.end(), listing.category) == categories.end()) {
      categories.push_back(listing.category);
    }
  }
  std::vector<PickerRow> rows;
  for (const std::string& category : categories) {
    for (const Listing& listing : catalog.listings) {
      if (listing.category == category && !in_use(scenario, listing)) rows.push_back({&listing, ""});
    }
  }
  return rows;
}

}  // namespace

std::vector<PickerRow> picker_rows(const Catalog& catalog, const Scenario& scenario, std::string_view search) {
  if (scenario.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) return {};
  const std::string wanted = lower(trimmed(search));
  if (wanted.empty()) return by_category(catalog, scenario);
  std::vector<PickerRow> begins, holds, of_category;
  for (const Listing& listing : catalog.listings) {
    if (in_use(scenario, listing)) continue;
    std::size_t at = lower(listing.name).find(wanted);
    std::string also;
    for (const std::string& alias : listing.aliases) {
      const std::size_t in_alias = lower(alias).find(wanted);
      if (in_alias == std::string::npos || (at != std::string::npos && at <= in_alias)) continue;
      at = in_alias;
      also = alias;
    }
    if (at != std::string::npos) {
      (at == 0 ? begins : holds).push_back({&listing, also});
    } else if (is_of(listing.category, wanted)) {
      of_category.push_back({&listing, ""});
    }
  }
  begins.insert(begins.end(), holds.begin(), holds.end());
  begins.insert(begins.end(), of_category.begin(), of_category.end());
  return begins;
}

std::string picker_empty(const Catalog& catalog, const Scenario& scenario, std::string_view search) {
  if (scenario.platforms.size() >= static_cast<std::size_t>(kMostPlatforms)) {
    return tr("A calculation holds at most {0} platforms.", {std::to_string(kMostPlatforms)});
  }
  const bool all = std::all_of(catalog.listings.begin(), catalog.listings.end(),
                               [&](const Listing& listing) { return in_use(scenario, listing); });
  if (all) return tr("Every platform that is known here is in this calculation already.");
  return tr("No further platform here is called \"{0}\".", {trimmed(search)});
}

}  // namespace tollmeter::ui
