#pragma once

namespace tollmeter::web {

/// What draws Dear ImGui's lists with WebGL 2, on the page's canvas, and how it lives through a lost context. The
/// canvas's size and the news of loss and return are the page's.
class Renderer {
 public:
  /// Call with the ImGui context made. Where there is no WebGL 2 nothing is drawn, as while the context is lost.
  void start();
  void lost() { lost_ = true; }
  /// Everything that lived in the graphics memory is made again.
  void restored();
  /// Draws ImGui::GetDrawData(); nothing while the context is lost.
  void draw(int device_width, int device_height);

 private:
  bool lost_ = false;
};

}  // namespace tollmeter::web
