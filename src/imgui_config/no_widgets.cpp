// Instead of imgui_widgets.cpp and imgui_tables.cpp: the page's widgets are its own (src/ui/kit). What is here is what
// imgui.cpp calls to close what a program left open, to draw scrollbars, titles and borders that the page's windows
// have not, and in windows about itself. None of it is ever reached, and the two files would be a quarter of all of
// Dear ImGui that is fetched.
#include <imgui.h>
#include <imgui_internal.h>

ImGuiInputTextState::ImGuiInputTextState() { memset(static_cast<void*>(this), 0, sizeof *this); }
ImGuiInputTextState::~ImGuiInputTextState() = default;

void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

void TextV(const char*, va_list) {}
void SeparatorText(const char*) {}
bool Button(const char*, const ImVec2&) { return false; }
bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
bool InputText(const char*, char*, size_t, ImGuiInputTextFlags, ImGuiInputTextCallback, void*) { return false; }
void InputTextDeactivateHook(ImGuiID) {}
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
bool SliderInt(const char*, int*, int, int, const char*, ImGuiSliderFlags) { return false; }
void Scrollbar(ImGuiAxis) {}
void TreePop() {}
void EndMenuBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void EndTabBar() {}

void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}

void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
