#pragma once

#include <map>
#include <memory>
#include <vector>

#include "core/language.h"
#include "core/solve/price_news.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// The changes ahead and those of past days, kept until the scenario, today or the catalogue is another.
struct PriceNewsState {
  Scenario scenario;
  Date today;
  const Platform* catalog = nullptr;
  std::size_t platforms = 0;
  const Language* language = nullptr;  ///< of what is said of the changes
  std::unique_ptr<PriceNewsRun> ahead;  ///< begun when its list is opened
  std::map<Date, std::vector<RowChange>> past;  ///< of the days that were asked for
};

}  // namespace tollmeter::ui
