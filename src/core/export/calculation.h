#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/estimate.h"

namespace tollmeter {

// A calculation as the page shows it, in exact numbers and in the page's words. All exports and the printed report are made of it, so
// that they say the same. It holds copies and points to nothing.

struct ExportedSource {
  std::string platform, title;
  std::string url;         ///< empty: none
  Date read;
  std::string confidence;  ///< in words
};

/// What the person said, or what is assumed.
struct ExportedInput {
  std::string platform;  ///< its name; empty: of the calculation as a whole
  std::string id;        ///< of the metric, driver or choice; "traffic", "unit"
  std::string name;
  std::string text;      ///< "30,000 a month", "40 %", "Germany"
  std::optional<Rational> number;  ///< what the text says, where that is a number; of a share 0..1
  std::string per;       ///< of a quantity: "day", "month"
  bool assumed = false;
  std::string low, high;  ///< between what it may be, as the text; empty: no range
};

struct ExportedLine {
  std::string id, name;
  std::optional<Rational> asked, served;  ///< units in the cycle; none of a flat charge
  Money amount;
  bool unknown = false;  ///< the price, or a part of it, is not published
  bool in_sum = true;
  std::string text;      ///< "$54.00"
  std::string note;      ///< "about, press report"; may be empty
  std::vector<std::string> steps;  ///< the arithmetic
  int source = -1;       ///< in Calculation::sources; below zero: none is named
};

/// A limit that something is asked of.
struct ExportedLimit {
  std::string id, name;
  LimitState state = LimitState::holds;  ///< holds, breached or unpublished
  std::string currency;    ///< of one that counts money; else empty
  std::optional<Rational> cap, busiest;  ///< in the fullest window of one counter; none of an unpublished one
  bool approximate = false;  ///< the cap
  Rational utilisation;    ///< busiest / cap; the overflow state where the cap is zero
  std::string window, reset, scope;      ///< "a month", "rolling", "for each user"
  Rational counters = 1;   ///< how many share the use
  std::optional<Rational> breaks_at;     ///< the instant
  std::string breaks_text;               ///< "5 May 00:00 UTC"; empty where nothing breaks
  Rational refused, delayed;             ///< calls, over all counters
  bool simulated = false;  ///< both are about
  std::string cap_text, busiest_text, verdict;  ///< "10,000", "30,000", "breaks: 3.0 × the cap"
  int source = -1;
};

struct ExportedPlatform {
  std::string id, name;
  std::string plan_id, plan;  ///< empty: none is sold on the day
  std::string state;          ///< how the plan came about, in words
  bool fits = false;
  Money subtotal;
  std::vector<ExportedLine> lines;
  std::vector<ExportedLimit> limits;
  std::vector<std::string> not_offered;  ///< asked, but not served on the plan: names
};

struct Calculation {
  std::string title;  ///< one line; may be empty
  std::string link;   ///< the address that opens it
  Date date;          ///< whose prices and limits hold
  Date read_to;       ///< the newest day on which figures were read
  Cycle cycle;
  int breaches = 0;
  std::vector<Money> totals;          ///< before tax
  std::vector<Money> totals_serving;  ///< on the cheapest plans that fit; empty where nothing breaks
  bool serves_all = true;             ///< the cheapest plans serve everything
  std::optional<Money> converted;     ///< all totals as one at the person's rates
  std::string budget;                 ///< "Budget $500.00: crossed by $184.00"; may be empty
  std::vector<ExportedInput> inputs;
  std::vector<ExportedPlatform> platforms;
  std::vector<ExportedSource> sources;  ///< of the lines and limits above, each once
  std::vector<std::string> assumptions, problems;  ///< sentences
};

/// `serving` is the estimate on the cheapest plans that fit; `link` the whole address.
Calculation exported_calculation(const Scenario& scenario, const Estimate& chosen, const Estimate& serving, const World& world,
                                 std::string_view link);

/// "$748.00", "$10.00 + €5.00".
std::string exported_totals(const std::vector<Money>& totals);
/// "about, press report"; empty where the amount is certain.
std::string exported_marks(const Money& money);
/// "1234.50": with the decimals of the currency, no grouping, "-" as minus; "too large" for what does not fit.
std::string exported_amount(const Money& money);
/// "30000", "0.005"; a fraction such as "1/3" where it has no end as a decimal.
std::string exported_number(const Rational& number);

}  // namespace tollmeter
