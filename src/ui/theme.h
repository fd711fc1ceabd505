#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tollmeter::ui {

using Color = std::uint32_t;  ///< ImU32: ABGR

enum class Face : std::uint8_t { regular, semibold, italic };  ///< italic: regular, slanted

/// Text colours; each reaches 4.5:1 on page, card and its badge.
enum class Ink : std::uint8_t { text, dim, accent, good, warn, bad, on_accent };

enum class Tone : std::uint8_t { neutral, good, warn, bad };

/// Every colour of the page, light or dark (DESIGN's pictures). Borders of fields and slider marks reach 3:1 on their
/// ground, text 4.5:1; a test computes both.
struct Theme {
  bool dark = false;
  Color page, card, card_border, header, header_border;
  Color strip, strip_border;  ///< the notice under the header
  Color field, field_border, rule;
  Color text, dim, accent, on_accent, good, warn, bad;
  Color good_ground, warn_ground, bad_ground, neutral_ground;  ///< badges
  Color track, track_used, track_over, knob, mark;             ///< sliders
  Color focus;                                                 ///< the ring round what has the keyboard
  Color shade;                                                 ///< over the page behind a dialog
  Color hover;                                                 ///< of buttons, rows and menu items
  Color chart_line, chart_chosen, chart_grid;

  Color ink(Ink ink) const;
};

const Theme& light_theme();
const Theme& dark_theme();
/// The same for who asks for more contrast: text, also the dim one, reaches 7:1, borders of fields and cards too, or 3:1.
Theme more_contrast(Theme theme);
/// The colours of platforms, 3:1 on the card; a name always stands beside one, so that no colour has to be told apart. `slot` is 0 .. kPlatformColors - 1.
inline constexpr int kPlatformColors = 10;
Color platform_color(const Theme& theme, int slot);
/// The one that a platform has unless another of the scenario has it already.
int preferred_color(std::string_view platform);
/// Of the lines of one chart, by their place: the first eight are distinct, safe for colour-blind people, 3:1 on the card.
Color series_color(const Theme& theme, std::size_t place);
/// WCAG contrast ratio of two opaque colours, 1..21.
float contrast(Color a, Color b);

}  // namespace tollmeter::ui
