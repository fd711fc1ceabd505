#pragma once

#include <string>
#include <string_view>

#include "core/catalog.h"
#include "core/estimate.h"

namespace tollmeter {

// All in the language that is spoken (core/language.h); as English has it:

/// Figures are grouped by ",", with U+2212 as minus; a number that does not fit is "too large".
std::string group_digits(const Rational& whole);  ///< 30,000; a fraction is rounded half-up to 2 places first ("0.13")
/// As it is: "2,048", "0.25"; what has no end or more than nine decimals is "about 2.666667".
std::string number_text(const Rational& number);
std::string short_number(const Rational& n);      ///< for marks, three digits at most: "10k", "1.5M", "500", "17.3k"
/// "$100.00", "about $42,000" (never with cents), "at least $20.00", "€5.00", "¥500", "KWD 1.000", "−$5.00"; what is not nothing but rounds
/// to it is "under $0.01", or of an amount that is at least so much "more than $0.00".
std::string money_text(const Money& money);
/// What a line comes to: its money, "40 credits" where it is in a private unit, "not published" where nothing of it is known.
std::string line_amount_text(const BillLine& line);
/// A unit price with as many decimals as it has: "$0.005", "$0.20", "$0.0000166667"; a third is "about $0.333333".
std::string price_text(const Rational& price, std::string_view currency);
/// "84 %", "under 1 %"; "3.0 × the cap" is the caller's. The overflow state (something against a cap of zero) is "over
/// 999 %".
std::string percent_text(const Rational& share);
/// "1.19 ×", "12 ×", "3.1 ×": two decimals below 2, one below 10, rounded down, so that it never promises more than
/// holds.
std::string multiple_text(const Rational& factor);
std::string date_text(Date d);       ///< "25 Apr 2023"
std::string long_date_text(Date d);  ///< "25 April 2023"
std::string day_and_month_text(Date d);  ///< "25 Apr"
std::string month_and_year_text(Date d);  ///< "Apr 2023"
std::string month_name(int month);       ///< of 1 to 12: "April"
/// Exact seconds since 1970, shown to the minute that has begun: "5 May 00:00 UTC", "14 Nov 09:12 America/New_York".
std::string instant_text(const Rational& seconds, const ZoneEntry* zone = nullptr);
/// For programs: "2023-05-05T00:00:00Z", with as many decimals of a second as it has, nine at most, rounded down.
std::string instant_iso(const Rational& seconds);
std::string duration_text(const Rational& seconds);      ///< "20 days", "15 minutes", "3 hours", rounded up
std::string clock_text(int seconds);  ///< of the day: "09:30"
std::string span_text(std::int64_t seconds);  ///< "24 h", "15 min", by the largest unit that measures it whole
std::string window_text(const Window& window);    ///< "a month", "in 24 h", "a day", "in 15 min"
std::string reset_text(const Window& window);     ///< "resets 00:00 UTC", "rolling", "resets on your cycle day"
std::string confidence_words(Confidence c);  ///< "platform's own page", "dated copy", "press", "sources disagree", "not the platform's"
/// "29 Mar 2023 to about late October 2024", "since 9 Feb 2023", "seen in 2026; start not known"; the end is the last day
/// that it holds.
std::string validity_text(const Validity& v);
int currency_exponent(std::string_view currency);  ///< ISO 4217: USD 2, JPY 0, KWD 3; 2 when not known

}  // namespace tollmeter
