#include "hooks.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace tollmeter::ui::test {
namespace {

std::vector<SeenItem>& items() {
  static std::vector<SeenItem> seen;
  return seen;
}

bool is_window(const ImGuiContext& g, ImGuiID id) {
  return std::any_of(g.Windows.begin(), g.Windows.end(),
                     [id](const ImGuiWindow* w) { return w->ID == id || w->MoveId == id || w->ChildId == id; });
}

}  // namespace

void watch_items() {
  items().clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

const std::vector<SeenItem>& seen_items() { return items(); }

}  // namespace tollmeter::ui::test

// What Dear ImGui calls when it is compiled with IMGUI_ENABLE_TEST_ENGINE.

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, const ImRect& bb, const ImGuiLastItemData*) {
  // Nobody sees the window that Dear ImGui keeps for items drawn outside any other.
  if (ctx->CurrentWindow->IsFallbackWindow || tollmeter::ui::test::is_window(*ctx, id)) return;
  tollmeter::ui::test::items().push_back({id, {bb.Min.x, bb.Min.y, bb.GetWidth(), bb.GetHeight()}});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
