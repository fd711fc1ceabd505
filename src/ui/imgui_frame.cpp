#include "ui/imgui_frame.h"

#include <algorithm>

#include <imgui.h>

#include "ui/kit.h"

namespace tollmeter::ui {

void begin_imgui(float width, float height, float density, double since_last) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  // A page at rest draws nothing for minutes; what moves should not jump by that.
  io.DeltaTime = static_cast<float>(std::clamp(since_last, 0.001, 0.1));
  prepare_imgui_style(density);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
}

void end_imgui() {
  ImGui::End();
  ImGui::PopStyleVar(3);
  ImGui::Render();
}

}  // namespace tollmeter::ui
