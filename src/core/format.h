#pragma once

#include <string>
#include <string_view>

#include "core/catalog.h"
#include "core/estimate.h"

namespace tollmeter {

std::string group_digits(Rational whole);  ///< 30,000; a fraction is rounded half-up to 2 places first ("0.13")
std::string short_number(Rational n);      ///< for marks: "10k", "1.5M", "500", "3M"
/// "$100.00", "about $42,000" (never with cents), "at least $20.00", "€5.00", "JPY 500"; with `exact` as many decimals as
/// the amount has (unit prices: "$0.005", "$0.0000166667").
std::string money_text(const Money& money);
std::string price_text(Rational price, std::string_view currency);
std::string percent_text(Rational share);     ///< "84 %", "under 1 %", "3.0 × the cap" is the caller's
std::string multiple_text(Rational factor);   ///< "1.19 ×", "12 ×", "3.1 ×": three significant digits at most
std::string date_text(Date d);                ///< "25 Apr 2023"
std::string long_date_text(Date d);           ///< "25 April 2023"
std::string instant_text(Rational seconds, const ZoneEntry* zone = nullptr);  ///< "5 May 00:00 UTC", "14 Nov 09:12 UTC"; the zone's name if not UTC
std::string duration_text(Rational seconds);  ///< "20 days", "15 minutes", "3 hours"
std::string window_text(const Window& window);  ///< "a month", "in 24 h", "a day", "in 15 min"
std::string reset_text(const Window& window);   ///< "resets 00:00 UTC", "rolling", "resets on your cycle day"
std::string_view confidence_words(Confidence c);  ///< "platform's own page", "dated copy", "press", "sources disagree"
std::string validity_text(const Validity& v);     ///< "29 Mar 2023 to about late October 2024", "start not known"
int currency_exponent(std::string_view currency); ///< ISO 4217: USD 2, JPY 0, KWD 3; 2 when not known

}  // namespace tollmeter
