#include "ui/views/conversion_words.h"

#include "core/conversion.h"
#include "core/format.h"
#include "core/language.h"
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

// "1 EUR = 1.0845 USD, rate of 20 Nov 2026; 1 GBP = 1.27 USD, rate of the link, as of 3 May 2026"
std::string used_rates(const Session& session) {
  const std::string& into = target_currency(session);
  std::string text;
  for (const ExchangeRate& rate : session.scenario().conversion.rates) {
    // Others may be left of platforms that went.
    if (!is_among(session.shown().chosen.totals, rate.currency)) continue;
    const std::string day = date_text(rate.as_of);
    const std::string one = session.is_of_link(rate)
                                ? tr("1 {0} = {1} {2}, rate of the link, as of {3}", {rate.currency, local_typed(rate.typed), into, day})
                                : tr("1 {0} = {1} {2}, rate of {3}", {rate.currency, local_typed(rate.typed), into, day});
    text = text.empty() ? one : tr("{0}; {1}", {text, one});
  }
  return text;
}

// "Together $15.42 as chosen, $20.00 to serve it all, at 1 EUR = ..."
std::string converted_words(const Session& session, const std::string& total, bool several) {
  const Shown& shown = session.shown();
  const std::string rates = used_rates(session);
  if (!shown.one_figure && serves_all(shown.serve_all)) {
    const ConvertedTotal all = converted_total(shown.serve_all, session.scenario());
    if (all.total) {
      const std::string serve = money_text(*all.total);
      return several ? tr("Together {0} as chosen, {1} to serve it all, at {2}", {total, serve, rates})
                     : tr("That is {0} as chosen, {1} to serve it all, at {2}", {total, serve, rates});
    }
  }
  return several ? tr("Together {0} at {1}", {total, rates}) : tr("That is {0} at {1}", {total, rates});
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
  std::string said;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string day = date_text(days[i]);
    said = i == 0 ? day : i + 1 == days.size() ? tr("{0} and {1}", {said, day}) : join({said, ", ", day});
  }
  const auto n = static_cast<std::int64_t>(rates.size());
  return " " + (of_link ? tr_count(n, "at the link's rate of {0}", "at the link's rates of {0}", {said})
                        : tr_count(n, "at your rate of {0}", "at your rates of {0}", {said}));
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
    words.said = tr("Totals stand per currency");
    words.action = tr("Set a rate to add them up");
  } else if (!chosen.total) {
    std::string lacking;
    for (const std::string& currency : chosen.lacking) lacking = lacking.empty() ? currency : tr("{0} and {1}", {lacking, currency});
    words.said = tr("No total in {0} yet: a rate for {1} is missing", {scenario.conversion.into, lacking});
    words.action = tr("Set a rate");
  } else {
    words.total = money_text(*chosen.total);
    words.said = converted_words(session, words.total, several);
    words.action = tr("Change the rates");
  }
  return words;
}

}  // namespace tollmeter::ui
