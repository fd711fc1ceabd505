#pragma once

#include <string>
#include <string_view>

#include "ui/theme.h"

struct ImDrawList;
struct ImFont;

namespace tollmeter::ui {

class ForeignText;

/// Inter's ascent and descent over its em: Dear ImGui sizes fonts by that height, the page by the em as CSS does.
inline constexpr float kHeightOfEm = 1.2109375F;

constexpr bool is_private_use(unsigned code) { return code >= 0xE000 && code <= 0xF8FF; }

/// A font at a size of CSS pixels (of the em), at the screen's density.
/// Dear ImGui's own text functions round the size to whole units and the place to whole CSS pixels, which is off at
/// fractional densities; these keep the size and put the baseline on a device pixel.
struct GlyphFont {
  ImFont* font = nullptr;
  float size = 13;
  float density = 1;
  bool slanted = false;
  ForeignText* foreign = nullptr;  ///< draws what the font lacks; nullptr: nothing does

  // Moved into all that measure, it would be many times its size.
  [[gnu::noinline]] float width(std::string_view text) const;
  /// How many bytes of `text` fit into `most`.
  std::size_t fitting(std::string_view text, float most) const;
  /// `y` is the baseline.
  void draw(ImDrawList* list, float x, float y, std::string_view text, Color color) const;

  ImFont* used() const;
  /// Whether the character is drawn without the host: the font has it, or it is one of the small triangles, or unknown.
  bool holds(unsigned code) const;

 private:
  bool all_held(std::string_view text) const;
  /// The text, or in `buffer` what stands for it.
  std::string_view shown(std::string_view text, std::string& buffer) const;
};

}  // namespace tollmeter::ui
