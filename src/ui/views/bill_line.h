#pragma once

#include <string>
#include <vector>

#include "core/correction.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// Right edges of the number columns. On a phone the numbers stand below the name instead, as one sentence.
struct BillColumns {
  float left = 0, asked = 0, served = 0, each = 0, amount = 0;
  bool narrow = false;  ///< the numbers stand in a sentence below the name
  float width() const { return amount - left; }
};

/// A line of the bill in words.
struct BillRow {
  std::string key;  ///< see bill_key
  std::string name;
  std::string below;  ///< what the plan includes, and the source
  std::string asked, served, each, amount;  ///< empty where they do not apply
  bool refused = false;  ///< less is served than asked
  std::vector<std::string> details;  ///< the arithmetic, the unit price, the source in full
  Corrected figure;                  ///< what they rest on
};
/// In ViewState::open_lines: platform and charge, "x/posts-read".
std::string bill_key(const PlatformEstimate& platform, const BillLine& line);
BillRow bill_row(const PlatformEstimate& platform, const BillLine& line, const Session& session);
/// Wide enough for the numbers of every line.
BillColumns bill_columns(View& view, float x, float w);

/// A line with its place on the page.
struct PlacedLine {
  BillRow row;
  bool open = false;
  float y = 0;
  float text_h = 0;     ///< of the line itself
  float details_h = 0;  ///< 0 while folded
  float bottom() const { return y + text_h + details_h; }
};

/// The rows of one platform under their heading, into the open table; the lines are appended to `lines`. Returns the y below.
float bill_rows(View& view, const PlatformEstimate& platform, const BillColumns& columns, float y,
                std::vector<PlacedLine>& lines);
/// What a table cannot hold: the source below a line, the target that opens it and the arithmetic that it opens to.
void bill_details(View& view, const PlacedLine& line, const BillColumns& columns);

}  // namespace tollmeter::ui
