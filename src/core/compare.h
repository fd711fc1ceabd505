#pragma once

#include <string>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

/// A bill line that two estimates of one scenario do not agree on.
struct MovedLine {
  std::string platform;  ///< short name
  std::string line;      ///< "posts with a link, 2,400"
  Money before, after;   ///< zero where the line is missing on one side
  std::string why;       ///< "20 Apr 2026: $0.010 → $0.200", "Basic ended; now pay per use"
  const Source* source = nullptr;
};

struct Comparison {
  std::vector<MovedLine> moved;
  int unchanged_lines = 0;
  Money unchanged;  ///< their sum
};

/// Lines are matched by platform and metric (flat charges by platform), in the order of `after`.
Comparison compare(const Estimate& before, Date before_date, const Estimate& after, Date after_date);

/// A charge's price in brief: "$0.01", "$0.10 per 1,000", "by tier", "included", "price not published".
std::string charge_price_words(const Charge& charge, const std::string& currency);

}  // namespace tollmeter
