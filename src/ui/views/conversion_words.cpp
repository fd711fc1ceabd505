#include "ui/views/conversion_words.h"

#include "core/conversion.h"
#include "core/format.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

bool is_among(const std::vector<Money>& totals, const std::string& currency) {
  for (const Money& total : totals) {
    if (total.currency == currency) return true;
  }
  return false;
}

bool serves_all(const Estimate& estimate) {
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (platform.platform && !platform.fits) return false;
  }
  return true;
}

void append_rates(const Session& session, std::string& text) {
  const char* joint = " at 1 ";
  for (const ExchangeRate& rate : session.scenario().conversion.rates) {
    // Others may be left of platforms that went.
    if (!is_among(session.shown().chosen.totals, rate.currency)) continue;
    append(text, {joint, rate.currency, " = ", rate.typed, " ", target_currency(session),
                  session.is_of_link(rate) ? ", rate of the link, as of " : ", rate of ", date_text(rate.as_of)});
    joint = "; 1 ";
  }
}

}  // namespace

std::string rates_words(const Session& session, const std::vector<const ExchangeRate*>& rates) {
  if (rates.empty()) return {};
  bool of_link = true;
  std::vector<Date> days;
  for (const ExchangeRate* rate : rates) {
    of_link = of_link && session.is_of_link(*rate);
    bool known = false;
    for (const Date day : days) known |= day == rate->as_of;
    if (!known) days.push_back(rate->as_of);
  }
  std::string text = join({of_link ? " at the link's rate" : " at your rate", rates.size() > 1 ? "s of " : " of "});
  for (std::size_t i = 0; i < days.size(); ++i) {
    append(text, {i == 0 ? "" : i + 1 == days.size() ? " and " : ", ", date_text(days[i])});
  }
  return text;
}

const std::string& target_currency(const Session& session) {
  const std::string& into = session.scenario().conversion.into;
  return into.empty() ? session.shown().chosen.totals.front().currency : into;
}

std::vector<std::string> foreign_currencies(const Session& session) {
  std::vector<std::string> all;
  for (const ExchangeRate& rate : session.scenario().conversion.rates) all.push_back(rate.currency);
  for (const Estimate* estimate : {&session.shown().chosen, &session.shown().serve_all}) {
    for (const Money& total : estimate->totals) {
      bool there = total.currency == target_currency(session) || all.size() == kMostRates;
      for (const std::string& currency : all) there |= currency == total.currency;
      if (!there) all.push_back(total.currency);
    }
  }
  return all;
}

ConversionWords conversion_words(const Session& session) {
  const Shown& shown = session.shown();
  const Scenario& scenario = session.scenario();
  const bool several = shown.chosen.totals.size() > 1;
  ConversionWords words;
  if (!several && shown.chosen.totals.front().currency == target_currency(session)) return words;
  const ConvertedTotal chosen = converted_total(shown.chosen, scenario);
  if (scenario.conversion.into.empty()) {
    words.said = "Totals stand per currency";
    words.action = "Set a rate to add them up";
  } else if (!chosen.total) {
    words.said = join({"No total in ", scenario.conversion.into, " yet: a rate for "});
    for (const std::string& currency : chosen.lacking) {
      append(words.said, {&currency == &chosen.lacking.front() ? "" : " and ", currency});
    }
    words.said += " is missing";
    words.action = "Set a rate";
  } else {
    words.total = money_text(*chosen.total);
    words.said = join({several ? "Together " : "That is ", words.total});
    if (!shown.one_figure && serves_all(shown.serve_all)) {
      const ConvertedTotal all = converted_total(shown.serve_all, scenario);
      if (all.total) append(words.said, {" as chosen, ", money_text(*all.total), " to serve it all,"});
    }
    append_rates(session, words.said);
    words.action = "Change the rates";
  }
  return words;
}

}  // namespace tollmeter::ui
