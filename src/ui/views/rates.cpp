#include <string>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/typed_day.h"
#include "core/words.h"
#include "ui/views.h"
#include "ui/views/conversion_words.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kGap = 6;
constexpr float kCode = 62;  // "1 EUR ="
constexpr float kDate = 112;

// To choose from, beside those of the totals: the currencies that are traded most.
constexpr std::string_view kCurrencies =
    "AED AUD BRL CAD CHF CLP CNY COP CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW KWD MXN MYR NGN NOK NZD PHP PLN SAR SEK "
    "SGD THB TRY TWD USD VND ZAR";

void target_select(View& view, const Box& box) {
  const std::string into = target_currency(view.session);
  SelectSpec spec;
  spec.name = tr("Currency of the whole total");
  const auto offer = [&](std::string_view code) {
    if (code == into) spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({std::string(code), "", "", false});
  };
  for (std::size_t at = 0; at < kCurrencies.size(); at += 4) offer(kCurrencies.substr(at, 3));
  if (spec.chosen < 0) {
    spec.chosen = static_cast<int>(spec.options.size());
    offer(into);
  }
  const auto picked = view.kit.select("into", box, spec);
  if (!picked || *picked == spec.chosen) return;
  // Rates lead into the currency they were said for, so they go with it. The first total's own is where one begins.
  Scenario next = view.session.scenario();
  next.conversion.rates.clear();
  next.conversion.into = spec.options[static_cast<std::size_t>(*picked)].label;
  if (next.conversion.into == view.session.shown().chosen.totals.front().currency) next.conversion.into.clear();
  view.session.edit(std::move(next));
}

void remove_rate(View& view, const std::string& currency) {
  Scenario next = view.session.scenario();
  next.conversion.remove(currency);
  if (next.conversion.rates.empty()) next.conversion.into.clear();
  view.session.edit(std::move(next));
}

void set_rate(View& view, const ExchangeRate& rate) {
  Scenario next = view.session.scenario();
  next.conversion.into = target_currency(view.session);
  next.conversion.set(rate);
  view.session.edit(std::move(next));
}

// A field that was left as it was or whose text is fine takes its sentence of refusal along.
void refuse(View& view, const std::string& key, std::string sentence) {
  std::string& said = view.state.usage.refused[key];
  said = std::move(sentence);
  if (said.empty()) view.state.usage.refused.erase(key);
}

void rate_field(View& view, const std::string& key, ExchangeRate rate, const Box& box) {
  FieldSpec spec;
  spec.suffix = target_currency(view.session);
  spec.name = tr("{0} for 1 {1}", {spec.suffix, rate.currency});
  spec.text = local_typed(rate.typed);
  const auto typed = checked_field(view, "rate", key, box, spec);
  if (!typed) return;
  std::string refused;
  if (typed->empty()) {
    remove_rate(view, rate.currency);
  } else if (*typed != spec.text) {
    const Result<Rational> value = parse_rate(*typed);
    if (value.ok()) {
      rate.value = value.value();
      rate.typed = *typed;
      rate.as_of = view.session.today();  // until its day is typed too
      set_rate(view, rate);
    } else {
      refused = value.problem().sentence();
    }
  }
  refuse(view, key, std::move(refused));
}

void day_field(View& view, const std::string& key, ExchangeRate rate, const Box& box) {
  FieldSpec spec;
  spec.name = tr("Day of the {0} rate, as year-month-day", {rate.currency});
  spec.text = rate.as_of.iso();
  spec.numeric = false;
  spec.align = Align::left;
  const auto typed = checked_field(view, "day", key, box, spec);
  if (!typed) return;
  const Result<Date> read = parse_day(*typed);
  if (!read) return refuse(view, key, join({read.problem().sentence(), "."}));
  const Date day = read.value();
  const Date today = view.session.today();
  // The day of a link's rate may be ahead, and stays as long as it is not typed over.
  if (today < day && day != rate.as_of) {
    return refuse(view, key, tr("{0} is still to come; expected the day of a rate that was there, today ({1}) at the latest.",
                                 {date_text(day), today.iso()}));
  }
  if (day != rate.as_of) {
    rate.as_of = day;
    set_rate(view, rate);
  }
  refuse(view, key, "");
}

// "1 EUR =" and what of it there is: the rate, its day, a button that takes both away.
float rate_row(View& view, const std::string& currency, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push(currency);
  const float h = kit.control_height();
  const std::string key = join({"rate/", currency});
  const std::string day_key = join({"day/", currency});
  // An edit replaces the scenario, so what is drawn is a copy.
  const ExchangeRate* set = view.session.scenario().conversion.rate_of(currency);
  ExchangeRate rate;
  rate.currency = currency;
  if (set) rate = *set;
  kit.text(x, y + (h - kit.line_height(14)) / 2, join({"1 ", currency, " ="}), {14});
  const Box field{x + kCode, y, w - kCode - kDate - h - 2 * kGap, h};
  rate_field(view, key, rate, field);
  if (set) {
    day_field(view, day_key, rate, {field.right() + kGap, y, kDate, h});
    if (kit.icon_button("remove", {x + w - h, y, h, h}, Kit::Icon::close, tr("Remove the {0} rate", {currency}),
                        ButtonLook::quiet)) {
      remove_rate(view, currency);
    }
  }
  y = refusal(view, day_key, x, refusal(view, key, x, y + h, w), w);
  kit.pop();
  return y + kGap;
}

}  // namespace

void rates_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("rates-dialog", tr("One total in one currency"), screen, 440, &view.state.rates_open, &content)) return;
  float y = content.y;
  const std::string how = tr(
      "Prices stay in the currency in which they are printed. There are no rates in here: one that you set "
      "adds the totals up and travels in the link with its day.");
  const Run about[] = {{how, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, about, 13) + 12;
  const float h = kit.control_height();
  kit.text(content.x, y + (h - kit.line_height(14)) / 2, tr("Total in"), {14});
  target_select(view, {content.x + kCode, y, 96, h});
  y += h + 2 * kGap;
  bool of_link = false;
  for (const std::string& currency : foreign_currencies(view.session)) {
    y = rate_row(view, currency, content.x, y, content.w);
    const ExchangeRate* rate = view.session.scenario().conversion.rate_of(currency);
    of_link |= rate != nullptr && view.session.is_of_link(*rate);
  }
  if (of_link) {
    const std::string said = tr("A rate that came with the link holds until you change or remove it.");
    const Run link[] = {{said, Face::regular, Ink::dim}};
    y += kit.paragraph({content.x, y, content.w, 0}, link, 12);
  }
  kit.end_dialog(y);
}

}  // namespace tollmeter::ui
