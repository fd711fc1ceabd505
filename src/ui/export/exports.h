#pragma once

#include <string>
#include <string_view>

#include "ui/views.h"

namespace tollmeter::ui {

// What can be handed over, by number: FrameOutput::deliver and App::exported name it so, and web/later/exports.mjs.
//
// App::exported answers with the file's name, a line feed and what is in it; of a picture with its file's name, a line feed and
// what it shows, for who cannot see it. Empty: there is nothing.
inline constexpr int kExportCsv = 0;
inline constexpr int kExportJson = 1;
inline constexpr int kExportMarkdown = 2;
inline constexpr int kExportPaper = 3;    ///< only delivered: the browser prints
inline constexpr int kExportPicture = 4;  ///< and from there on one for each chart of the charts' card

/// The charts that can be pictures, in the order of their card.
struct ChartPicture {
  const char* name;  ///< "Price history", in English
  const char* key;   ///< "price-history"
  float (*draw)(View& view, const Box& box);
  bool (*shows)(const Session& session);  ///< false: there is nothing to draw
};
inline constexpr int kChartPictures = 6;
const ChartPicture& chart_picture(int chart);

/// What is in the file; `page_address` is what stands before a link.
std::string exported_text(const Session& session, std::string_view page_address, int what);

}  // namespace tollmeter::ui
