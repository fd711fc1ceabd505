#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/views.h"

namespace tollmeter::ui {

inline constexpr float kOwnGap = 8;

/// Fields of a form below one another, each with its sentence where it cannot be read. What is typed is in `text` at once; true
/// where it has changed.
struct OwnForm {
  View& view;
  float x, y, w;

  /// A label in dim small letters; moves down.
  void label(std::string_view text);
  void heading(std::string_view text);
  /// A sentence in dim letters; moves down.
  void say(std::string_view text, Ink ink = Ink::dim);
  /// In `box`; does not move. `field` is the key of its problem.
  bool field(const std::string& field, const Box& box, std::string_view name, std::string& text, bool numeric = true,
             std::string_view suffix = {});
  /// Draws the problem of a field, if there is one, and moves down.
  void problem(const std::string& field);
  float height() const { return view.kit.control_height(); }
};

/// Replaces what is wrong with the fields of the form: keys as in `problems`.
template <class Problems>
void show_problems(View& view, const Problems& problems) {
  auto& refused = view.state.usage.refused;
  std::erase_if(refused, [](const auto& one) { return one.first.starts_with("own/"); });
  for (const auto& [field, sentence] : problems) refused["own/" + field] = sentence;
}

}  // namespace tollmeter::ui
