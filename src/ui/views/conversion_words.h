#pragma once

#include <string>
#include <vector>

#include "ui/session.h"

namespace tollmeter::ui {

/// The converted total in words; all empty where totals are in one currency and no other is wanted.
struct ConversionWords {
  std::string said;    ///< "Together $15.42 at 1 EUR = 1.0845 USD, rate of 20 Nov 2026", or what is missing for it
  std::string action;  ///< of the link behind it: "Change the rates"
  std::string total;   ///< of what was chosen; empty: a rate is missing
};
ConversionWords conversion_words(const Session& session);

/// " at your rate of 20 Nov 2026", " at the link's rates of 20 Nov 2026 and 3 May 2026"; empty without rates.
std::string rates_words(const Session& session, const std::vector<const ExchangeRate*>& rates);

/// The currency of the converted total: the one that was set, else that of the first total.
const std::string& target_currency(const Session& session);
/// All that are to be converted into it: those with a rate, and those of the totals. At most kMostRates.
std::vector<std::string> foreign_currencies(const Session& session);

}  // namespace tollmeter::ui
