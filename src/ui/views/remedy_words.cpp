#include <algorithm>

#include "core/format.h"
#include "ui/views/remedy_buttons.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

// The extra cost of a plan: "+$4,900.00", "about +$41,900, press".
std::string extra_text(const Remedy& remedy) {
  const Money& extra = remedy.extra;
  if (extra.at_least && extra.amount.is_zero()) return "price not published";
  std::string text = money_text(extra);
  if (extra.amount > Rational(0)) {
    const std::size_t figure = text.starts_with("about ") ? 6 : text.starts_with("at least ") ? 9 : 0;
    text.insert(figure, "+");
  }
  return text + (extra.press ? ", press" : "");
}

std::string quantity_words(const Quantity& quantity) {
  return group_digits(quantity.value) + " a" + (quantity.per == Per::hour ? "n " : " ") +
         std::string(per_word(quantity.per));
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
  const std::string amount = to ? quantity_words(*to) : group_digits(remedy.to.floor()) + " a month";
  words.label = "cut to " + amount;
  words.detail = amount;
  words.acts = to.has_value();
  words.name = "Cut " + platform.platform->short_name + " " + noun + " to " + amount;
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
      words.label = "Switch to " + remedy.plan->name;
      words.detail = extra_text(remedy);
      words.name = "Switch " + seller + " to " + remedy.plan->name + ", " + words.detail + " a month";
      break;
    case Remedy::Kind::ask_quote:
      words.label = "Ask for " + remedy.plan->name;
      words.detail = extra_text(remedy);
      words.name = "Ask for " + remedy.plan->name + ": reckon " + seller + " with it, " + words.detail + " a month";
      break;
    case Remedy::Kind::cut:
      return cut_words(remedy, platform, session);
    case Remedy::Kind::wait:
      words.label = "wait " + duration_text(remedy.seconds);
      words.detail = "until the limit is free again";
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
