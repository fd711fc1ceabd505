#include <algorithm>

#include "core/format.h"
#include "core/format_text.h"
#include "core/language.h"
#include "ui/views/remedy_buttons.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

// The plus stands where a minus would: "about +$41,900".
std::string with_plus(const Money& money) {
  const int places = money.approximate ? 0 : currency_exponent(money.currency);
  if (money.amount.round_half_up(places).is_zero()) return "+" + money_text(money);  // "+under $0.01"
  Money less = money;
  less.amount = -money.amount;
  std::string text = money_text(less);
  const std::size_t at = text.find(kMinus);
  return at == std::string::npos ? text : text.replace(at, kMinus.size(), "+");
}

// The extra cost of a plan: "+$4,900.00", "about +$41,900, press".
std::string extra_text(const Remedy& remedy) {
  const Money& extra = remedy.extra;
  if (extra.at_least && extra.amount.is_zero()) return tr("price not published");
  const std::string text = extra.amount > Rational(0) ? with_plus(extra) : money_text(extra);
  return extra.press ? tr("{0}, press", {text}) : text;
}

// Rounded down, so that it fits: whole from a hundred on, else to what three digits say.
Rational rounded_down(Rational value) {
  Rational scale = 1;
  while (value.ok() && value > Rational(0) && value * scale < Rational(100) && scale < Rational(1'000'000)) {
    scale = scale * Rational(10);
  }
  return (value * scale).floor() / scale;
}

RemedyWords cut_words(const Remedy& remedy, const PlatformEstimate& platform, const Session& session) {
  RemedyWords words;
  const std::string noun = operation_noun(*platform.platform, *remedy.metric);
  const std::optional<Quantity> to =
      cut_quantity(*remedy.metric, remedy.to, *platform.use, session.shown().chosen.cycle);
  const std::string amount = quantity_words(to.value_or(Quantity{remedy.to.floor(), Per::month, ""}));
  words.label = tr("cut to {0}", {amount});
  words.detail = amount;
  words.acts = to.has_value();
  words.name = tr("Cut {0} {1} to {2}", {platform.platform->short_name, noun, amount});
  return words;
}

}  // namespace

std::optional<Quantity> cut_quantity(const Metric& metric, Rational to, const PlatformUse& use, const Cycle& cycle) {
  if (metric.kind != Metric::Kind::entered) return std::nullopt;
  const auto typed = use.quantities.find(metric.id);
  const Per per = typed == use.quantities.end() ? Per::month : typed->second.per;
  const Quantity one{1, per, ""};
  const Rational value = per == Per::month ? to.floor() : rounded_down(to / one.in(cycle));
  if (!value.ok()) return std::nullopt;
  return Quantity{value, per, quantity_text(value, per)};
}

RemedyWords remedy_words(const Remedy& remedy, const PlatformEstimate& platform, const Session& session) {
  RemedyWords words;
  const std::string& seller = platform.platform->short_name;
  switch (remedy.kind) {
    case Remedy::Kind::switch_plan:
      words.label = tr("Switch to {0}", {remedy.plan->name});
      words.detail = extra_text(remedy);
      words.name = tr("Switch {0} to {1}, {2} a month", {seller, remedy.plan->name, words.detail});
      break;
    case Remedy::Kind::ask_quote:
      words.label = tr("Ask for {0}", {remedy.plan->name});
      words.detail = extra_text(remedy);
      words.name = tr("Ask for {0}: reckon {1} with it, {2} a month", {remedy.plan->name, seller, words.detail});
      break;
    case Remedy::Kind::cut:
      return cut_words(remedy, platform, session);
    case Remedy::Kind::wait:
      words.label = tr("wait {0}", {duration_text(remedy.seconds)});
      words.detail = tr("until the limit is free again");
      words.acts = false;
      break;
  }
  return words;
}

Scenario with_remedy(const Session& session, const PlatformEstimate& platform, const Remedy& remedy) {
  Scenario next = session.scenario();
  const auto use = std::find_if(next.platforms.begin(), next.platforms.end(), [&](const PlatformUse& candidate) {
    return candidate.platform == platform.platform->id;
  });
  if (use == next.platforms.end()) return next;
  switch (remedy.kind) {
    case Remedy::Kind::switch_plan:
    case Remedy::Kind::ask_quote:
      use->plan = remedy.plan->id;
      break;
    case Remedy::Kind::cut: {
      const std::optional<Quantity> to = cut_quantity(*remedy.metric, remedy.to, *use, session.shown().chosen.cycle);
      if (to) use->quantities[remedy.metric->id] = *to;
      break;
    }
    case Remedy::Kind::wait:
      break;
  }
  return next;
}

}  // namespace tollmeter::ui
