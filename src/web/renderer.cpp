#include "web/renderer.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace tollmeter::web {

bool Renderer::start() { return ImGui_ImplOpenGL3_Init("#version 300 es"); }

bool Renderer::restored() {
  // Shutting down marks the font atlas's texture as gone, so that the next frame makes it anew; WebGL itself
  // ignores the deletion of what was lost.
  ImGui_ImplOpenGL3_Shutdown();
  lost_ = false;
  return start();
}

void Renderer::draw(int device_width, int device_height) {
  if (lost_) return;
  ImGui_ImplOpenGL3_NewFrame();
  glViewport(0, 0, device_width, device_height);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace tollmeter::web
