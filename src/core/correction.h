#pragma once

#include <string>
#include <string_view>

#include "core/catalog.h"

namespace tollmeter {

/// A figure that may be wrong: one of the two rows, of a plan.
struct Corrected {
  const Platform* platform = nullptr;
  const Plan* plan = nullptr;
  const Charge* charge = nullptr;
  const Limit* limit = nullptr;
};

/// A person's own prices are theirs to change.
bool can_be_corrected(const Corrected& figure);
/// "posts created", in the language that is spoken.
std::string corrected_name(const Corrected& figure);
/// The address of a new issue in which everything is filled in but what is right, as on the page of the platform
/// (tools/pages/correction.mjs). In English, whatever is spoken, and of at most 8,000 characters.
std::string correction_address(std::string_view repository, const Corrected& figure, const Catalog& catalog);

}  // namespace tollmeter
