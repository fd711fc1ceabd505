#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/link.h"
#include "core/result.h"

namespace tollmeter {

/// A calculation that the person keeps under a name.
struct SavedCalculation {
  std::string title;  ///< cleaned, not empty, each once
  Date saved;
  std::vector<SharedTotal> totals;  ///< as they were, one for each currency; none: not known
  std::string link;                 ///< see write_link; read only when it is opened
  std::string old_total = {};       ///< of a file of version 1, in the words of its language: "$311.00"; may be empty
  friend bool operator==(const SavedCalculation&, const SavedCalculation&) = default;
};

inline constexpr std::size_t kMostSaved = 100;
inline constexpr std::size_t kMostSavedBytes = 1u << 20;

/// What the browser keeps and what a file holds, as docs/link.md says. At most kMostSavedBytes; a title that is there twice is told apart
/// by a number.
Result<std::vector<SavedCalculation>> read_saved(std::string_view json);
std::string write_saved(std::span<const SavedCalculation> all);

/// Those whose links can be opened, as far as that can be said before their prices are there, and a sentence about the others: how many
/// there are and why.
struct Openable {
  std::vector<SavedCalculation> all;
  std::string refused;
};
Openable openable(std::vector<SavedCalculation> all);

/// Whether a text means to be that, well or ill.
bool is_saved_file(std::string_view text);
/// One more finds room.
bool has_room(std::span<const SavedCalculation> all, const SavedCalculation& more);

const SavedCalculation* find_saved(std::span<const SavedCalculation> all, std::string_view title);
/// "Plan" where nothing has that title yet, else "Plan (2)" and so on.
std::string free_title(std::span<const SavedCalculation> all, std::string_view title);
/// `all` with those of `more` whose link is not there under the same title, numbered or not, under titles that are free, as far as there
/// is room.
std::vector<SavedCalculation> merged(std::vector<SavedCalculation> all, std::span<const SavedCalculation> more);

}  // namespace tollmeter
