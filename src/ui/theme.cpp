#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tollmeter::ui {
namespace {

constexpr Color rgb(std::uint32_t hex, std::uint32_t alpha = 0xff) {
  return alpha << 24 | (hex & 0xff) << 16 | (hex & 0xff00) | hex >> 16;
}

constexpr Theme kLight = {
    .dark = false,
    .page = rgb(0xf4f5f7),
    .card = rgb(0xffffff),
    .card_border = rgb(0xe1e5ea),
    .header = rgb(0xffffff),
    .header_border = rgb(0xe1e5ea),
    .strip = rgb(0xeaf0fd),
    .strip_border = rgb(0xe1e5ea),
    .field = rgb(0xffffff),
    .field_border = rgb(0x7d8796),
    .rule = rgb(0xe1e5ea),
    .text = rgb(0x12161d),
    .dim = rgb(0x56606d),
    .accent = rgb(0x2457d6),
    .on_accent = rgb(0xffffff),
    .good = rgb(0x17744a),
    .warn = rgb(0x945400),
    .bad = rgb(0xb92626),
    .good_ground = rgb(0xe6f4ec),
    .warn_ground = rgb(0xfdf1dd),
    .bad_ground = rgb(0xfbe7e7),
    .neutral_ground = rgb(0xe8ebf0),
    .track = rgb(0xaab3bf),
    .track_used = rgb(0x2457d6),
    .track_over = rgb(0xb92626),
    .knob = rgb(0xffffff),
    .mark = rgb(0x12161d),
    .focus = rgb(0x2457d6),
    .shade = rgb(0x0e1116, 0x73),
    .hover = rgb(0xf0f2f5),
    .chart_line = rgb(0x3f4a5a),
    .chart_chosen = rgb(0xb92626),
    .chart_grid = rgb(0xf0f2f5),
};

constexpr Theme kDark = {
    .dark = true,
    .page = rgb(0x0e1116),
    .card = rgb(0x161b22),
    .card_border = rgb(0x2a313b),
    .header = rgb(0x161b22),
    .header_border = rgb(0x2a313b),
    .strip = rgb(0x172238),
    .strip_border = rgb(0x2a313b),
    .field = rgb(0x161b22),
    .field_border = rgb(0x6d7784),
    .rule = rgb(0x2a313b),
    .text = rgb(0xe8ecf2),
    .dim = rgb(0xa6b0bd),
    .accent = rgb(0x7aa2ff),
    .on_accent = rgb(0x0b1020),
    .good = rgb(0x4cc38a),
    .warn = rgb(0xf0b14a),
    .bad = rgb(0xff8079),
    .good_ground = rgb(0x12281d),
    .warn_ground = rgb(0x2e230e),
    .bad_ground = rgb(0x331617),
    .neutral_ground = rgb(0x252c36),
    .track = rgb(0x4d5763),
    .track_used = rgb(0x7aa2ff),
    .track_over = rgb(0xff8079),
    .knob = rgb(0x161b22),
    .mark = rgb(0xe8ecf2),
    .focus = rgb(0x7aa2ff),
    .shade = rgb(0x000000, 0x99),
    .hover = rgb(0x20252e),
    .chart_line = rgb(0xc6d0dd),
    .chart_chosen = rgb(0xff8079),
    .chart_grid = rgb(0x20252e),
};

struct PlatformColor {
  std::string_view platform;  // the beginning of its id
  Color light, dark;
};

constexpr std::array kPlatforms = {
    PlatformColor{"x", rgb(0x3f4a5a), rgb(0xc6d0dd)},        PlatformColor{"facebook", rgb(0x0b7f7f), rgb(0x3fc1bd)},
    PlatformColor{"linkedin", rgb(0x6f45c4), rgb(0xb79cff)}, PlatformColor{"instagram", rgb(0xa92b86), rgb(0xf08fd2)},
    PlatformColor{"youtube", rgb(0x8a6100), rgb(0xe0b548)},  PlatformColor{"reddit", rgb(0x3c7a1e), rgb(0x8fd16a)},
    PlatformColor{"openai", rgb(0xb04a12), rgb(0xf09a66)},   PlatformColor{"whatsapp", rgb(0x0a6aa6), rgb(0x62b6f0)},
    PlatformColor{"twilio", rgb(0x7a5360), rgb(0xd3a5b4)},   PlatformColor{"mailgun", rgb(0x555555), rgb(0xb5b5b5)},
};
static_assert(kPlatforms.size() == kPlatformColors);

float luminance(Color c) {
  const auto channel = [c](int shift) {
    const float v = static_cast<float>(c >> shift & 0xff) / 255.0F;
    return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
  };
  return 0.2126F * channel(0) + 0.7152F * channel(8) + 0.0722F * channel(16);
}

}  // namespace

Color Theme::ink(Ink ink) const {
  switch (ink) {
    case Ink::text:
      return text;
    case Ink::dim:
      return dim;
    case Ink::accent:
      return accent;
    case Ink::good:
      return good;
    case Ink::warn:
      return warn;
    case Ink::bad:
      return bad;
    case Ink::on_accent:
      return on_accent;
  }
  return text;
}

const Theme& light_theme() { return kLight; }

const Theme& dark_theme() { return kDark; }

Color platform_color(const Theme& theme, int slot) {
  const PlatformColor& color = kPlatforms[static_cast<std::size_t>(slot)];
  return theme.dark ? color.dark : color.light;
}

int preferred_color(std::string_view platform) {
  const auto known = std::find_if(kPlatforms.begin(), kPlatforms.end(), [platform](const PlatformColor& p) {
    return p.platform.size() < 3 ? platform == p.platform : platform.starts_with(p.platform);
  });
  if (known != kPlatforms.end()) return static_cast<int>(known - kPlatforms.begin());
  std::size_t sum = 0;
  for (const char c : platform) sum = sum * 31 + static_cast<unsigned char>(c);
  return static_cast<int>(sum % kPlatforms.size());
}

Color series_color(const Theme& theme, std::size_t place) {
  // Found by search: any two stay far apart for eyes that lack one of the three kinds of cones.
  constexpr std::array kOnLight = {rgb(0x313fd5), rgb(0xd37e1c), rgb(0x2f785e), rgb(0x7d2996),
                                   rgb(0x1294ef), rgb(0x834900), rgb(0x0d2d46), rgb(0x8c77a3)};
  constexpr std::array kOnDark = {rgb(0x797cff), rgb(0xe36f2e), rgb(0x398676), rgb(0xa75cac),
                                  rgb(0x68b7ff), rgb(0xffc11e), rgb(0xf1ffff), rgb(0x77f882)};
  return theme.dark ? kOnDark[place % kOnDark.size()] : kOnLight[place % kOnLight.size()];
}

float contrast(Color a, Color b) {
  const float la = luminance(a);
  const float lb = luminance(b);
  return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

}  // namespace tollmeter::ui
