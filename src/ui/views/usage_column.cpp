#include <algorithm>
#include <vector>

#include "core/language.h"
#include "ui/views/usage_parts.h"

namespace tollmeter::ui {

namespace {

constexpr std::size_t kOpenAtFirst = 3;
constexpr std::size_t kOpenAtFirstPhone = 1;
constexpr float kRow = 36;
constexpr float kPhoneRow = 48;
constexpr float kTighter = 10;  // folded rows bring their own room, so the card's padding shrinks by this

std::vector<std::string> platforms_in_use(const Session& session) {
  std::vector<std::string> ids;
  for (const PlatformEstimate& platform : session.shown().chosen.platforms) {
    if (platform.platform != nullptr) ids.push_back(platform.platform->id);
  }
  return ids;
}

// What is folded at first is decided once, when a platform is seen first: a card must not fold under the hand
// because a slider moved.
void decide_folds(View& view) {
  ViewState& state = view.state;
  const std::vector<std::string> ids = platforms_in_use(view.session);
  const auto decided = [&](const std::string& id) { return state.touched_fold.contains(id); };
  if (std::all_of(ids.begin(), ids.end(), decided)) return;
  const auto open_now = static_cast<std::size_t>(
      std::count_if(ids.begin(), ids.end(), [&](const std::string& id) { return state.unfolded.contains(id); }));
  const std::size_t slots = view.phone ? kOpenAtFirstPhone : kOpenAtFirst;
  const std::set<std::string> first =
      begin_unfolded(view.session.shown().chosen, slots > open_now ? slots - open_now : 0);
  for (const std::string& id : ids) {
    if (decided(id)) continue;
    if (first.contains(id)) state.unfolded.insert(id);
    state.touched_fold.insert(id);
  }
}

float folded_card(View& view, const std::vector<std::string>& ids, float x, float y, float w) {
  Kit& kit = view.kit;
  Kit::Card card(kit, "folded", tr("Other platforms"), x, y, w);
  const float h = view.phone ? kPhoneRow : std::max(kRow, kit.control_height());
  y = card.y - kTighter;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const PlatformEstimate* platform = find_estimate(view.session, ids[i]);
    if (platform == nullptr) continue;
    if (i > 0) kit.rule(card.x, y, card.w);
    kit.push(ids[i]);
    if (platform_row(view, *platform, card.x, y, card.w, h)) view.state.unfolded.insert(ids[i]);
    kit.pop();
    y += h;
  }
  return card.end(y - kTighter).bottom();
}

}  // namespace

float platform_cards(View& view, float x, float y, float w) {
  decide_folds(view);
  std::vector<std::string> open, folded;
  for (std::string& id : platforms_in_use(view.session)) {
    (view.state.unfolded.contains(id) ? open : folded).push_back(std::move(id));
  }
  const Catalog& catalog = view.session.catalog();
  float bottom = y;
  bool first = true;
  const auto next_top = [&] {
    const float top = first ? y : bottom + Kit::kCardGap;
    first = false;
    return top;
  };
  for (const std::string& id : open) {
    if (const Platform* platform = catalog.platform(id)) bottom = platform_card(view, *platform, x, next_top(), w);
  }
  if (!folded.empty()) bottom = folded_card(view, folded, x, next_top(), w);
  // With nothing in use the next card stands where this one would have.
  return first ? y - Kit::kCardGap : bottom;
}

}  // namespace tollmeter::ui
