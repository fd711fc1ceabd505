#pragma once

#include <map>
#include <set>
#include <string>

#include "core/quantity.h"

namespace tollmeter::ui {

/// What the column of inputs keeps between frames. Keys are "x/posts_read", "driver/accounts".
struct UsageState {
  std::map<std::string, std::string> refused;  ///< fields whose last text could not be read: the sentence that says why
  std::map<std::string, std::string> typed;    ///< what such a field was given last: shown while it is refused
  std::set<std::string> kept;  ///< inputs that stay in view at zero, because they were used in this visit
  std::string card_menu;       ///< platform whose card's menu is open, or empty

  /// The builder of the open explanation: how often x how many x accounts.
  struct Builder {
    std::string key;  ///< the metric it was begun for
    Rational often = 1, many = 1, accounts = 1;
    Per per = Per::day;
  } builder;
};

}  // namespace tollmeter::ui
