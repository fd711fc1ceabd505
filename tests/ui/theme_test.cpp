#include "ui/theme.h"

#include <gtest/gtest.h>

namespace tollmeter::ui {
namespace {

struct Pair {
  const char* what;
  Color Theme::*front;
  Color Theme::*ground;
  float least;
};

constexpr float kText = 4.5F;
constexpr float kPart = 3.0F;

const Pair kPairs[] = {
    {"text on the page", &Theme::text, &Theme::page, kText},
    {"text on a card", &Theme::text, &Theme::card, kText},
    {"text in the header", &Theme::text, &Theme::header, kText},
    {"text in the strip", &Theme::text, &Theme::strip, kText},
    {"text in a field", &Theme::text, &Theme::field, kText},
    {"text on a hovered row", &Theme::text, &Theme::hover, kText},
    {"text on the chosen tab", &Theme::text, &Theme::neutral_ground, kText},
    {"dim on the page", &Theme::dim, &Theme::page, kText},
    {"dim on a card", &Theme::dim, &Theme::card, kText},
    {"dim in the strip", &Theme::dim, &Theme::strip, kText},
    {"dim on a hovered row", &Theme::dim, &Theme::hover, kText},
    {"dim on its badge", &Theme::dim, &Theme::neutral_ground, kText},
    {"links on a card", &Theme::accent, &Theme::card, kText},
    {"links in the strip", &Theme::accent, &Theme::strip, kText},
    {"links on the page", &Theme::accent, &Theme::page, kText},
    {"the primary button's label", &Theme::on_accent, &Theme::accent, kText},
    {"good on a card", &Theme::good, &Theme::card, kText},
    {"good on its badge", &Theme::good, &Theme::good_ground, kText},
    {"warn on a card", &Theme::warn, &Theme::card, kText},
    {"warn on its badge", &Theme::warn, &Theme::warn_ground, kText},
    {"bad on a card", &Theme::bad, &Theme::card, kText},
    {"bad on its badge", &Theme::bad, &Theme::bad_ground, kText},
    {"field border on a card", &Theme::field_border, &Theme::card, kPart},
    {"field border in a field", &Theme::field_border, &Theme::field, kPart},
    {"button border in the header", &Theme::field_border, &Theme::header, kPart},
    {"slider mark on a card", &Theme::mark, &Theme::card, kPart},
    {"slider mark on the track", &Theme::mark, &Theme::track, kPart},
    {"used track on a card", &Theme::track_used, &Theme::card, kPart},
    {"track over the cap on a card", &Theme::track_over, &Theme::card, kPart},
    {"focus ring on a card", &Theme::focus, &Theme::card, kPart},
    {"focus ring on the page", &Theme::focus, &Theme::page, kPart},
    {"chart line on a card", &Theme::chart_line, &Theme::card, kPart},
    {"chosen line on a card", &Theme::chart_chosen, &Theme::card, kPart},
};

TEST(Theme, Contrast) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Pair& p : kPairs) {
      EXPECT_GE(contrast(theme->*p.front, theme->*p.ground), p.least) << (theme->dark ? "dark: " : "light: ") << p.what;
    }
  }
}

TEST(Theme, ContrastOfKnownPairs) {
  EXPECT_NEAR(contrast(0xff000000, 0xffffffff), 21, 1e-3);
  EXPECT_NEAR(contrast(0xff123456, 0xff123456), 1, 1e-6);
  EXPECT_NEAR(contrast(0xff767676, 0xffffffff), 4.54, 0.01);  // the grey that just passes, from WCAG's own examples
  EXPECT_FLOAT_EQ(contrast(0xff0000ff, 0xffffffff), contrast(0xffffffff, 0xff0000ff));
}

TEST(Theme, PlatformsStandOutAndDiffer) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (int p = 0; p < kPlatformColors; ++p) {
      EXPECT_GE(contrast(platform_color(*theme, p), theme->card), kPart) << p;
      for (int q = 0; q < p; ++q) EXPECT_NE(platform_color(*theme, p), platform_color(*theme, q)) << p << " " << q;
    }
  }
}

TEST(Theme, EveryPlatformPrefersAColor) {
  for (const char* platform : {"acme", "xylophone", "", "x", "mailgun"}) {
    EXPECT_GE(preferred_color(platform), 0) << platform;
    EXPECT_LT(preferred_color(platform), kPlatformColors) << platform;
  }
  EXPECT_NE(preferred_color("x"), preferred_color("facebook"));
}

}  // namespace
}  // namespace tollmeter::ui
