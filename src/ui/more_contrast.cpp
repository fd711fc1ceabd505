#include "ui/theme.h"

namespace tollmeter::ui {

Theme more_contrast(Theme theme) {
  theme.card_border = theme.header_border = theme.strip_border = theme.rule = theme.field_border;
  theme.dim = theme.field_border = theme.text;
  // Half way to the text they keep their hue.
  const auto nearer = [&theme](Color color) {
    return (color >> 1 & 0x7f7f7fU) + (theme.text >> 1 & 0x7f7f7fU) + 0xff000000U;
  };
  theme.accent = theme.focus = theme.track_used = nearer(theme.accent);
  theme.bad = theme.track_over = nearer(theme.bad);
  theme.good = nearer(theme.good);
  theme.warn = nearer(theme.warn);
  return theme;
}

}  // namespace tollmeter::ui
