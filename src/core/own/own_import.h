#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/catalog.h"
#include "core/json_value.h"
#include "core/result.h"

namespace tollmeter {

inline constexpr std::size_t kMostImportBytes = 1u << 20;

/// What came of a file.
struct OwnImport {
  std::string own;                    ///< the own prices with what was taken; as before where nothing was
  std::vector<std::string> taken;     ///< the names of what is new or replaced
  std::vector<std::string> left_out;  ///< what was not taken, by name and with the reason; whole sentences
};

/// Reads own prices that were kept as a file, a platform's file of the catalogue or several of them, or prices in Stripe's JSON
/// (stripe_import.h), and adds them to `own`. Nothing of a file is executed; it is bounded (1 MB, depth 32). A Problem where it is
/// none of these; `own` then stays what it was.
Result<OwnImport> import_own(const Catalog& list, std::string_view own, std::string_view file, Date today);

}  // namespace tollmeter
