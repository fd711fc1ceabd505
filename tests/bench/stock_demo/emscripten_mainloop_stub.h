// In the place of the header of this name that Debian's source package of Dear ImGui leaves out with examples/libs: the
// example's loop becomes a function that the browser calls for each frame.
#pragma once

#include <emscripten.h>
#include <functional>

static std::function<void()> loop_body;

#define EMSCRIPTEN_MAINLOOP_BEGIN loop_body = [&]() { do
#define EMSCRIPTEN_MAINLOOP_END \
  while (false); \
  }; \
  emscripten_set_main_loop([] { loop_body(); }, 0, true)
