#pragma once

#include <map>
#include <vector>

#include "core/solve/price_news.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The changes ahead and those of past days, kept until the scenario, today or the catalogue is another.
struct PriceNewsState {
  Scenario scenario;
  Date today;
  const Platform* catalog = nullptr;
  std::size_t platforms = 0;
  std::vector<PriceNews> ahead;
  bool ahead_known = false;
  std::map<Date, std::vector<RowChange>> past;  ///< of the days that were asked for
};

}  // namespace tollmeter::ui
