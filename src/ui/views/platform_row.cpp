#include <algorithm>

#include "core/language.h"
#include "ui/views/own_unit_words.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kSwatch = 10;
constexpr float kNameAt = kSwatch + 9;
constexpr float kUseAt = 106;
constexpr float kCostRoom = 76;
constexpr float kPhoneCostRoom = 70;
constexpr float kBadge = 21;
constexpr float kGap = 8;

}  // namespace

bool platform_row(View& view, const PlatformEstimate& platform, float x, float y, float w, float h) {
  Kit& kit = view.kit;
  const Platform& about = *platform.platform;
  std::string words = use_words(about, *platform.use);
  const std::optional<OwnUnit>& unit = view.session.scenario().unit;
  if (unit && unit->parts.contains(about.id)) {
    const std::string units = units_words(*unit, unit->count.value);
    const bool alone = std::all_of(platform.use->quantities.begin(), platform.use->quantities.end(),
                                   [](const auto& quantity) { return quantity.second.value.is_zero(); });
    words = alone ? tr("for {0}", {units}) : tr("{0}, and for {1}", {words, units});
  }
  const FullestBadge badge = fullest_badge(platform);
  const std::string cost = marked_money(platform.subtotal);
  const Box box{x, y, w, h};
  const float lh = kit.line_height(14);
  const float top = y + (h - lh) / 2;

  const std::string name = tr("{0}: {1}, fullest limit {2}, {3}", {about.name, words, badge.text, cost});
  const bool opened = kit.disclosure("open", box, name, false);
  kit.swatch(x, y + (h - kSwatch) / 2, color_of(view, about.id));
  const float cost_w = kit.width(cost, {14});
  kit.silent_text(x + w, top, cost, {14}, Align::right);
  const float cost_room = std::max(view.phone ? kPhoneCostRoom : kCostRoom, cost_w + kGap);
  const float badge_right = x + w - cost_room;
  const float badge_w = kit.badge(badge_right, y + (h - kBadge) / 2, badge.text, badge.tone, Align::right);
  const float name_room = view.phone ? badge_right - badge_w - x - kNameAt - kGap : kUseAt - kNameAt - 4;
  kit.silent_text(x + kNameAt, top, view.phone ? about.name : about.short_name, {14, Face::semibold, Ink::text},
                  Align::left, name_room);
  const float use_room = badge_right - badge_w - kGap - x - kUseAt;
  if (!view.phone && use_room > 24) {
    kit.silent_text(x + kUseAt, y + (h - kit.line_height(13)) / 2, words, {13, Face::regular, Ink::dim}, Align::left,
                    use_room);
  }
  return opened;
}

}  // namespace tollmeter::ui
