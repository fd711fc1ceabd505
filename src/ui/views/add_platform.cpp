#include "core/language.h"
#include "ui/views.h"
#include "ui/views/usage_picker.h"

namespace tollmeter::ui {

float add_platform(View& view, float x, float y, float w) {
  Kit& kit = view.kit;
  const float h = kit.fingers() ? 44.0F : 34.0F;
  if (kit.button("add_platform", {x, y, w, h}, tr("+ Add a platform"), ButtonLook::add)) {
    view.state.picker_open = true;
    view.state.picker_search.clear();
  }
  float bottom = y + h;
  if (view.session.scenario().platforms.empty()) {
    const float label_h = kit.control_height();
    if (kit.button("presets", {x, bottom + 8, w, label_h}, tr("or begin with a ready-made calculation"), ButtonLook::quiet)) {
      view.state.presets_open = true;
    }
    bottom += 8 + label_h;
  }
  if (view.state.picker_open || !view.state.awaited.empty()) picker(view);
  return bottom;
}

}  // namespace tollmeter::ui
