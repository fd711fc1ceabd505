#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/language.h"
#include "core/result.h"

namespace tollmeter {

// A person's own prices are a text in JSON (docs/catalogue.md, "Own prices"): plans laid over platforms of the list, and whole
// platforms. They are read by the reader of the catalogue, into a catalogue in which they stand beside the list's.

inline constexpr std::size_t kMostOwnBytes = 9'000;  ///< as compact JSON: with the rest they have to fit into a link
inline constexpr std::size_t kMostOwnPlans = 60;      ///< of all platforms together
inline constexpr std::size_t kMostOwnNameBytes = 60;
/// With which the ids of all own plans and platforms begin, and no id of the list does.
inline constexpr std::string_view kOwnIdPrefix = "own-";
/// Follows the names of own plans and platforms wherever they stand, in the language that is spoken when they are read.
inline constexpr const char* kOwnMark = marked(" (own)");

struct OwnReading {
  Catalog catalog;                ///< the list's, with all that could be read
  std::vector<Problem> problems;  ///< one for each plan or platform that could not; its place is a JSON path
};
/// Plans of a platform that the list does not hold (yet) are passed over.
OwnReading read_own_prices(const Catalog& list, std::string_view own);

/// "Basic" of "Basic (own)", which was read in the language that is spoken.
std::string_view without_own_mark(std::string_view name);

}  // namespace tollmeter
