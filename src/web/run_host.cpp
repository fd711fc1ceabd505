#include "web/run_host.h"

extern "C" {
// seam.js says what they do.
void seam_measure_run(const char* text, std::size_t bytes, float size, int semibold, int right_to_left, float* reach);
void seam_paint_run(int width, int height, int left, int up, unsigned char* texels);
}

namespace tollmeter::web {
namespace {

static_assert(sizeof(ui::RunReach) == 5 * sizeof(float), "seam.js takes it for that");

void measure(const ui::RunOrder& order, ui::RunReach& reach) {
  seam_measure_run(order.text.data(), order.text.size(), order.size, order.semibold ? 1 : 0, order.right_to_left ? 1 : 0,
                   &reach.advance);
}

}  // namespace

ui::RunHost run_host() { return {&measure, &seam_paint_run}; }

}  // namespace tollmeter::web
