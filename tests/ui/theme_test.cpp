#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

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
    {"button border on the page", &Theme::field_border, &Theme::page, kPart},
    {"button border in the strip", &Theme::field_border, &Theme::strip, kPart},
    {"button border under the pointer", &Theme::field_border, &Theme::hover, kPart},
    {"field border on grey", &Theme::field_border, &Theme::neutral_ground, kPart},
    {"focus ring in the strip", &Theme::focus, &Theme::strip, kPart},
    {"focus ring on grey", &Theme::focus, &Theme::neutral_ground, kPart},
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

// Whatever may carry text, and each ink that may stand on it.
constexpr Color Theme::*kGrounds[] = {&Theme::page,  &Theme::card,  &Theme::header, &Theme::strip,
                                      &Theme::field, &Theme::hover, &Theme::neutral_ground};
constexpr Color Theme::*kInks[] = {&Theme::text, &Theme::dim, &Theme::accent, &Theme::good, &Theme::warn, &Theme::bad};

TEST(Theme, Contrast) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Pair& p : kPairs) {
      EXPECT_GE(contrast(theme->*p.front, theme->*p.ground), p.least) << (theme->dark ? "dark: " : "light: ") << p.what;
    }
    for (std::size_t ground = 0; ground < std::size(kGrounds); ++ground) {
      for (std::size_t ink = 0; ink < std::size(kInks); ++ink) {
        EXPECT_GE(contrast(theme->*kInks[ink], theme->*kGrounds[ground]), kText)
            << (theme->dark ? "dark: ink " : "light: ink ") << ink << " on ground " << ground;
      }
    }
  }
}

TEST(Theme, MoreContrastWhereItIsAskedFor) {
  for (const Theme* usual : {&light_theme(), &dark_theme()}) {
    const Theme theme = more_contrast(*usual);
    const std::string which = usual->dark ? "dark" : "light";
    for (const Color Theme::*ground : kGrounds) {
      for (const Color Theme::*ink : kInks) EXPECT_GE(contrast(theme.*ink, theme.*ground), 7) << which;
    }
    EXPECT_GE(contrast(theme.good, theme.good_ground), 7) << which;
    EXPECT_GE(contrast(theme.warn, theme.warn_ground), 7) << which;
    EXPECT_GE(contrast(theme.bad, theme.bad_ground), 7) << which;
    EXPECT_GE(contrast(theme.on_accent, theme.accent), 7) << which;
    EXPECT_GE(contrast(theme.field_border, theme.field), 7) << which;
    EXPECT_GE(contrast(theme.card_border, theme.card), kPart) << which;
    EXPECT_GE(contrast(theme.card_border, theme.page), kPart) << which;
    EXPECT_EQ(theme.card, usual->card);
    EXPECT_EQ(theme.dark, usual->dark);
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

using Triple = std::array<double, 3>;

Triple linear(Color c) {
  Triple out{};
  for (int i = 0; i < 3; ++i) {
    const double v = (c >> (8 * i) & 0xff) / 255.0;
    out[static_cast<std::size_t>(i)] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  }
  return out;
}

Triple seen_through(const std::array<double, 9>& eye, const Triple& c) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    out[i] = std::clamp(eye[3 * i] * c[0] + eye[3 * i + 1] * c[1] + eye[3 * i + 2] * c[2], 0.0, 1.0);
  }
  return out;
}

// CIE L*a*b*, in which distances are about as large as they look; 2.3 is just seen.
Triple lab(const Triple& c) {
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
  const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
  const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

TEST(Theme, LinesOfAChartStandOutAndDifferForEveryEye) {
  // Machado, Oliveira and Fernandes 2009, on linear colours: all cones, and without those for red, green, blue.
  const std::array<double, 9> eyes[] = {
      {1, 0, 0, 0, 1, 0, 0, 0, 1},
      {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
      {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
      {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
  };
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (std::size_t i = 0; i < 8; ++i) {
      EXPECT_GE(contrast(series_color(*theme, i), theme->card), kPart) << i;
      for (std::size_t j = 0; j < i; ++j) {
        for (const auto& eye : eyes) {
          const Triple a = lab(seen_through(eye, linear(series_color(*theme, i))));
          const Triple b = lab(seen_through(eye, linear(series_color(*theme, j))));
          EXPECT_GE(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), 20) << theme->dark << ": " << i << " and " << j;
        }
      }
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
