#pragma once

#include <string_view>

#include "ui/theme.h"

struct ImDrawList;
struct ImFont;

namespace tollmeter::ui {

/// A font at a size of CSS pixels (of the em), at the screen's density.
/// Dear ImGui's own text functions round the size to whole units and the place to whole CSS pixels, which is off at
/// fractional densities; these keep the size and put the baseline on a device pixel.
struct GlyphFont {
  ImFont* font = nullptr;
  float size = 13;
  float density = 1;
  bool slanted = false;

  float width(std::string_view text) const;
  /// How many bytes of `text` fit into `most`.
  std::size_t fitting(std::string_view text, float most) const;
  /// `y` is the baseline.
  void draw(ImDrawList* list, float x, float y, std::string_view text, Color color) const;
};

}  // namespace tollmeter::ui
