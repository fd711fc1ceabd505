#pragma once

#include <string>

#include "core/language.h"
#include "core/link.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// What the strip says of the calculations that a shared comparison holds beside the one that is edited.
struct MovedBeside {
  Document shared;
  Date today = {};
  std::size_t platforms = 0;  ///< in the catalogue: more of them may have come
  const Language* language = nullptr;
  std::string words;
};

/// " Also moved: B “Free”, $0.00 when shared, $100.00 with today’s prices." of those whose total is another one today; else empty.
/// Computed once for a document and a day.
const std::string& moved_beside(View& view, const Document& shared);

}  // namespace tollmeter::ui
