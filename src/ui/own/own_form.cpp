#include "ui/own/own_form.h"

#include <charconv>
#include <cstdint>
#include <system_error>

#include "core/format.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

void OwnForm::label(std::string_view text) {
  view.kit.silent_text(x, y, text, {12, Face::regular, Ink::dim}, Align::left, w);
  y += view.kit.line_height(12) + 3;
}

void OwnForm::heading(std::string_view text) {
  y += 6;
  view.kit.rule(x, y, w);
  y += 10;
  view.kit.heading(x, y, text, 3, {14, Face::semibold});
  y += view.kit.line_height(14) + 6;
}

void OwnForm::say(std::string_view text, Ink ink) {
  const Run run{text, Face::regular, ink};
  y += view.kit.paragraph({x, y, w, 0}, {&run, 1}, 13) + kOwnGap;
}

bool OwnForm::field(const std::string& field, const Box& box, std::string_view name, std::string& text, bool numeric,
                    std::string_view suffix) {
  FieldSpec spec;
  spec.name = name;
  spec.text = text;
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (numeric && error == std::errc() && end == text.data() + text.size()) {
    spec.text = group_digits(whole);
    spec.edit_text = text;
  }
  spec.suffix = suffix;
  spec.numeric = numeric;
  spec.align = numeric ? Align::right : Align::left;
  spec.live = true;
  const std::optional<std::string> typed = checked_field(view, field, "own/" + field, box, spec);
  if (!typed || *typed == text) return false;
  text = *typed;
  return true;
}

void OwnForm::problem(const std::string& field) { y = refusal(view, "own/" + field, x, y, w); }

}  // namespace tollmeter::ui
