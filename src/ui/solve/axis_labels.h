#pragma once

#include <string>

namespace tollmeter::ui {

// What ticks say where whole units are too coarse: what one of something costs may be a fraction of a cent.

std::string count_label(double value);        ///< "10k"
std::string fine_dollar_label(double value);  ///< "$0.005", "$10"
std::string fine_label(double value);         ///< of another currency, which the axis need not name

}  // namespace tollmeter::ui
