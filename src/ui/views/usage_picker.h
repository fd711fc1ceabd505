#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/scenario.h"
#include "ui/views.h"

namespace tollmeter::ui {

struct PickerRow {
  const Listing* listing = nullptr;
  std::string also;  ///< the alias that the search met: "Twitter"
};
/// Platforms not yet in use whose name, alias or category holds the search, whatever the case; names that begin with it first,
/// what only its category finds last. Without a search all, category by category.
std::vector<PickerRow> picker_rows(const Catalog& catalog, const Scenario& scenario, std::string_view search);
/// What stands where no row does, one sentence.
std::string picker_empty(const Catalog& catalog, const Scenario& scenario, std::string_view search);

/// The dialog that adds a platform, while it is open or a platform's prices are awaited.
void picker(View& view);

}  // namespace tollmeter::ui
