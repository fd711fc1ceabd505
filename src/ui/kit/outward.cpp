#include "ui/kit.h"

namespace tollmeter::ui {

void Kit::outward(std::string_view key, float x, float y, std::string_view label, std::string_view name, std::string_view address,
                  float size) {
  if (still()) return;
  const NodeId item = id(key);
  const Box box{x, y, width(label, {size}), line_height(size)};
  // The press is the browser's: so it opens as the person wants, in a tab or a window, and no blocker of popups is in its way.
  const Hit pointed = hit(item, target(box), false, "pointer");
  semantics_.add(Role::link, item, name, target(box)).value = address;
  const Color color = pointed.hovered ? theme_.accent : theme_.dim;
  glyphs(x, y, label, size, Face::regular, color);
  fill({x, y + box.h / 2 + size * 0.48F, box.w, hairline()}, color);
  focus_ring(item, box, 3);
}

}  // namespace tollmeter::ui
