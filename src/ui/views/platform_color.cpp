#include "ui/views.h"

namespace tollmeter::ui {

namespace {

// `taken` has a bit for each colour; beyond ten platforms it begins again.
int take(unsigned& taken, std::string_view platform) {
  if (taken == (1U << kPlatformColors) - 1) taken = 0;
  int slot = preferred_color(platform);
  while ((taken >> slot & 1U) != 0) slot = (slot + 1) % kPlatformColors;
  taken |= 1U << slot;
  return slot;
}

}  // namespace

Color color_of(const View& view, std::string_view platform) {
  unsigned taken = 0;
  for (const PlatformUse& use : view.session.scenario().platforms) {
    const int slot = take(taken, use.platform);
    if (use.platform == platform) return platform_color(view.kit.theme(), slot);
  }
  return platform_color(view.kit.theme(), take(taken, platform));
}

}  // namespace tollmeter::ui
