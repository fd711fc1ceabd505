#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/questions.h"
#include "ui/views/traffic_input.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr float kTitle = 15;
constexpr float kLabel = 12;
constexpr float kColumnGap = 9;
constexpr float kRowGap = 10;
constexpr float kHelp = 16;
constexpr float kHelpGap = 3;
constexpr float kPhoneRow = 44;

Style label_style() { return {kLabel, Face::regular, Ink::dim}; }

std::string explained_key(const Driver& driver) { return "driver/" + driver.id; }
std::string explained_key(const Choice& choice) { return "choice/" + choice.id; }

// The label of a field, with a question mark that opens its explanation.
void field_label(View& view, const std::string& key, const std::string& label, const std::string& name,
                 const std::string& help, float x, float y, float w) {
  Kit& kit = view.kit;
  const float label_h = kit.line_height(kLabel);
  const float label_w = kit.text(x, y, label, label_style(), Align::left, w - kHelp - kHelpGap);
  if (help.empty()) return;
  const bool open = view.state.explained == key;
  const Box box{x + label_w + kHelpGap, y + (label_h - kHelp) / 2, kHelp, kHelp};
  if (kit.icon_button("help", box, Kit::Icon::question, tr("What are {0}", {name}), ButtonLook::quiet)) {
    view.state.explained = open ? "" : key;
  }
}

void set_driver(View& view, const Driver& driver, const std::string& text) {
  const std::string key = explained_key(driver);
  Scenario next = view.session.scenario();
  if (text.find_first_not_of(' ') == std::string::npos) {
    next.drivers.erase(driver.id);  // an emptied field is assumed again
    view.state.usage.refused.erase(key);
    view.session.edit(std::move(next), true);
    return;
  }
  const auto value = read_or_refuse(view, key, [&] { return parse_number(text); });
  if (!value) return;
  if (*value < driver.least || *value > driver.most) {
    view.state.usage.refused[key] = tr("{0}: from {1} to {2}, not {3}.", {driver.name, group_digits(driver.least),
                                                                          group_digits(driver.most), group_digits(*value)});
    return;
  }
  next.drivers[driver.id] = *value;
  view.session.edit(std::move(next), true);
}

void driver_field(View& view, const Driver& driver, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push(driver.id);
  const Scenario& scenario = view.session.scenario();
  const Rational value = driver_value(scenario, view.session.catalog(), driver.id);
  const float label_h = kit.line_height(kLabel);
  const std::string key = explained_key(driver);
  const std::string& label = driver.short_name.empty() ? driver.name : driver.short_name;
  field_label(view, key, label, driver.name, driver.help, x, y, w);
  FieldSpec field;
  field.name = driver.name;
  const bool none = driver.optional_zero && value.is_zero();
  field.text = none ? tr("none@@a number") : group_digits(value);
  field.edit_text = value.text();
  const bool assumed = !scenario.drivers.contains(driver.id);
  field.suffix = assumed && !none ? tr("assumed") : "";
  field.description = assumed ? join({driver.help, " ", tr("Assumed until you say otherwise.")}) : driver.help.shown();
  field.align = Align::left;
  const auto typed = checked_field(view, "field", key, {x, y + label_h + 2, w, kit.control_height()}, field);
  if (typed && *typed != field.edit_text) set_driver(view, driver, *typed);
  if (typed && *typed == field.edit_text) view.state.usage.refused.erase(key);
  kit.pop();
}

void choice_field(View& view, const Choice& choice, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push(choice.id);
  const float label_h = kit.line_height(kLabel);
  field_label(view, explained_key(choice), choice.short_name, choice.name, choice.help, x, y, w);
  SelectSpec spec;
  spec.name = choice.name;
  const std::string& chosen = chosen_option(view.session.scenario(), choice);
  for (const Choice::Option& option : choice.options) {
    if (option.is == chosen) spec.chosen = static_cast<int>(spec.options.size());
    spec.options.push_back({option.name, "", "", false});
  }
  if (const auto picked = kit.select("choice", {x, y + label_h + 2, w, kit.control_height()}, spec)) {
    Scenario next = view.session.scenario();
    next.choices[choice.id] = choice.options[static_cast<std::size_t>(*picked)].is;
    view.session.edit(std::move(next), true);
  }
  kit.pop();
}

float explanation(View& view, const std::string& key, const std::string& help, float x, float y, float w) {
  y = refusal(view, key, x, y, w);
  if (view.state.explained != key) return y;
  const Run text{help, Face::regular, Ink::text};
  return y + 6 + view.kit.paragraph({x, y + 6, w, 0}, {&text, 1}, 13);
}

float fields(View& view, const Questions& questions, float x, float y, float w) {
  Kit& kit = view.kit;
  const std::vector<const Driver*>& drivers = questions.drivers;
  const std::vector<const Choice*>& choices = questions.choices;
  const auto traffic = static_cast<std::size_t>(traffic_fields(view.session.scenario().traffic));
  const std::size_t asked = drivers.size() + choices.size();
  const std::size_t count = asked + traffic;
  const std::size_t columns = view.phone || count == 2 || count == 4 ? 2 : 3;
  const float column_w = (w - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float row_h = kit.line_height(kLabel) + 2 + kit.control_height();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = i / columns;
    const float left = x + static_cast<float>(i % columns) * (column_w + kColumnGap);
    const float top = y + static_cast<float>(row) * (row_h + kRowGap);
    if (i < drivers.size()) {
      driver_field(view, *drivers[i], left, top, column_w);
    } else if (i < asked) {
      choice_field(view, *choices[i - drivers.size()], left, top, column_w);
    } else {
      traffic_field(view, static_cast<int>(i - asked), left, top, column_w);
    }
  }
  const std::size_t rows = (count + columns - 1) / columns;
  y += static_cast<float>(rows) * (row_h + kRowGap) - kRowGap;
  for (const Driver* driver : drivers) y = explanation(view, explained_key(*driver), driver->help, x, y, w);
  for (const Choice* choice : choices) y = explanation(view, explained_key(*choice), choice->help, x, y, w);
  return traffic_below(view, x, y, w);
}

// "60 accounts, even traffic"
std::string summary(const Session& session, const Questions& questions) {
  std::string text;
  for (const Driver* driver : questions.drivers) {
    if (!session.scenario().drivers.contains(driver->id)) continue;
    const std::string& name = driver->short_name.empty() ? driver->name : driver->short_name;
    text += group_digits(session.scenario().drivers.find(driver->id)->second) + " " + name + ", ";
  }
  for (const Choice* choice : questions.choices) {
    text += choice->option(chosen_option(session.scenario(), *choice))->name + ", ";
  }
  return text + tr("{0} traffic", {shape_words(session.scenario().traffic.shape)});
}

// The card on a phone: a line that opens.
bool phone_title(View& view, const Questions& questions, float x, float y, float w) {
  Kit& kit = view.kit;
  const bool open = view.state.about_open;
  const std::string words = summary(view.session, questions) + (open ? " ▴" : " ▾");
  if (kit.disclosure("open", {x, y, w, kPhoneRow}, tr("About you: {0}", {summary(view.session, questions)}), open)) {
    view.state.about_open = !open;
  }
  const float title_w = kit.width(tr("About you"), {kTitle, Face::semibold});
  kit.heading(x, y + (kPhoneRow - kit.line_height(kTitle)) / 2, tr("About you"), 2, {kTitle, Face::semibold});
  kit.silent_text(x + w, y + (kPhoneRow - kit.line_height(13)) / 2, words, {13, Face::regular, Ink::dim}, Align::right,
                  w - title_w - kColumnGap);
  return open;
}

}  // namespace

float about_you(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const Questions questions =
      questions_of(view.session.shown().chosen, view.session.scenario(), view.session.catalog());
  Kit::Card card(kit, "about", tr("About you"), x, y, w);
  if (view.phone) {
    y = card.y - Kit::kCardPadding;
    const bool open = phone_title(view, questions, card.x, y, card.w);
    y += kPhoneRow;
    if (!open) return card.end(y - Kit::kCardPadding).bottom();
    return card.end(fields(view, questions, card.x, y + 2, card.w)).bottom();
  }
  const float title_h = kit.line_height(kTitle);
  kit.heading(card.x, card.y - 4, tr("About you"), 2, {kTitle, Face::semibold});
  if (!questions.drivers.empty() || !questions.choices.empty()) {
    const float why_y = card.y - 4 + (title_h - kit.line_height(13)) / 2;
    kit.text(card.x + card.w, why_y, tr("asked because your plans need it"), {13, Face::regular, Ink::dim},
             Align::right);
  }
  return card.end(fields(view, questions, card.x, card.y - 4 + title_h + 4, card.w) - 4).bottom();
}

}  // namespace tollmeter::ui
