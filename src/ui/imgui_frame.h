#pragma once

namespace tollmeter::ui {

/// From ImGui::NewFrame to the one window that all is drawn in, as large as the page. CSS pixels, `density` device pixels each;
/// `since_last` in seconds.
void begin_imgui(float width, float height, float density, double since_last);
/// To ImGui::Render.
void end_imgui();

}  // namespace tollmeter::ui
