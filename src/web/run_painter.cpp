#include "web/run_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

extern "C" {
// seam.js says what they do.
void seam_measure_run(const char* text, std::size_t bytes, float size, int semibold, int right_to_left, float* reach);
void seam_paint_run(int width, int height, int left, int up, unsigned char* texels);
}

namespace tollmeter::web {
namespace {

constexpr float kMargin = 1;

// Whole pixels, and one more; at most `most`, whatever the browser said.
int pixels(float reach, int most) {
  return reach > -kMargin ? static_cast<int>(std::min(std::ceil(reach) + kMargin, static_cast<float>(most))) : 0;
}

}  // namespace

bool paint_run(const ui::RunOrder& order, ui::RunPicture& picture) {
  std::array<float, 5> reach{};
  seam_measure_run(order.text.data(), order.text.size(), order.size, order.semibold ? 1 : 0, order.right_to_left ? 1 : 0,
                   reach.data());
  const auto [advance, left, up, right, down] = reach;
  if (!(advance >= 0) || advance > static_cast<float>(ui::kMostRunWidth) * 4) return false;
  picture.advance = advance;
  // Nothing is drawn of a mark that is invisible or of a character that only steers.
  if (!(left + right > 0) || !(up + down > 0)) return true;
  picture.left = pixels(left, ui::kMostRunWidth);
  picture.up = pixels(up, ui::kMostRunHeight);
  picture.width = std::min(picture.left + pixels(right, ui::kMostRunWidth), ui::kMostRunWidth);
  picture.height = std::min(picture.up + pixels(down, ui::kMostRunHeight), ui::kMostRunHeight);
  picture.texels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  if (!picture.texels.empty()) {
    seam_paint_run(picture.width, picture.height, picture.left, picture.up, picture.texels.data());
  }
  return true;
}

}  // namespace tollmeter::web
