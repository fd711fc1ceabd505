#pragma once

#include <vector>

#include "ui/box.h"
#include "ui/semantics.h"

namespace tollmeter::ui::test {

/// An interactive item as Dear ImGui saw it. Windows are left out: nobody operates them.
struct SeenItem {
  NodeId id = 0;
  Box box;
};

/// From now on Dear ImGui's test hooks record each item; clears what they recorded before.
void watch_items();
const std::vector<SeenItem>& seen_items();

}  // namespace tollmeter::ui::test
