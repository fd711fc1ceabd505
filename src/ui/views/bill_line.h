#pragma once

#include <string>
#include <vector>

#include "ui/views.h"

namespace tollmeter::ui {

/// Right edges of the number columns. On a phone the numbers stand below the name instead, as one sentence.
struct BillColumns {
  float left = 0, asked = 0, served = 0, each = 0, amount = 0;
  bool narrow = false;
};
BillColumns bill_columns(float x, float w);

/// A line of the bill in words.
struct BillRow {
  std::string key;  ///< in ViewState::open_lines: "x/posts_read"
  std::string name;
  std::string below;  ///< what the plan includes, and the source
  std::string asked, served, each, amount;  ///< empty where they do not apply
  bool refused = false;  ///< less is served than asked
  std::vector<std::string> details;  ///< the arithmetic, the unit price, the source in full
};
BillRow bill_row(const PlatformEstimate& platform, const BillLine& line, const Session& session);

/// The lines of one platform as a table with its heading, each opening its details. Returns the y below.
float bill_platform(View& view, const PlatformEstimate& platform, const BillColumns& columns, float y);

}  // namespace tollmeter::ui
