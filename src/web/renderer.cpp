#include "web/renderer.h"

#include <imgui.h>

extern "C" {
// drawing.js says what they do.
int drawing_start();
int drawing_make_texture(int width, int height);
void drawing_fill_texture(int texture, int x, int y, int width, int height, const void* texels, int row);
void drawing_drop_texture(int texture);
void drawing_begin(int width, int height, float units_across, float units_down);
void drawing_load(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);
void drawing_triangles(int texture, unsigned first, unsigned count, int x, int y, int width, int height);
}

namespace tollmeter::web {
namespace {

static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2, "drawing.js takes them for that");

int number_of(ImTextureID id) { return static_cast<int>(id); }

void fill(ImTextureData& texture, const ImTextureRect& part) {
  drawing_fill_texture(number_of(texture.TexID), part.x, part.y, part.w, part.h, texture.GetPixelsAt(part.x, part.y),
                       texture.Width);
}

void drop(ImTextureData& texture) {
  drawing_drop_texture(number_of(texture.TexID));
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

/// Does with a texture what Dear ImGui asks for by its status.
void bring_up_to_date(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    texture.SetTexID(static_cast<ImTextureID>(drawing_make_texture(texture.Width, texture.Height)));
    fill(texture, {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    for (const ImTextureRect& part : texture.Updates) fill(texture, part);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    drop(texture);
  }
}

void draw_list(const ImDrawList& list, ImVec2 scale, int device_height) {
  drawing_load(list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               list.IdxBuffer.size_in_bytes());
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4 clip = command.ClipRect;
    const float left = clip.x * scale.x, top = clip.y * scale.y, right = clip.z * scale.x, bottom = clip.w * scale.y;
    if (right <= left || bottom <= top) continue;
    drawing_triangles(number_of(command.GetTexID()), command.IdxOffset, command.ElemCount, static_cast<int>(left),
                      static_cast<int>(static_cast<float>(device_height) - bottom), static_cast<int>(right - left),
                      static_cast<int>(bottom - top));
  }
}

}  // namespace

void Renderer::start() {
  const int longest_side = drawing_start();
  lost_ = longest_side == 0;
  // Text is measured all the same.
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  if (!lost_) platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = longest_side;
}

void Renderer::restored() {
  // A texture that is said to be gone is made anew for the next frame; WebGL ignores the deletion of what was lost.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) drop(*texture);
  start();
}

void Renderer::draw(int device_width, int device_height) {
  if (lost_) return;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (ImTextureData* texture : *data.Textures) bring_up_to_date(*texture);
  drawing_begin(device_width, device_height, data.DisplaySize.x, data.DisplaySize.y);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, data.FramebufferScale, device_height);
}

}  // namespace tollmeter::web
