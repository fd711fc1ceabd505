#include "ui/kit/glyphs.h"

#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace tollmeter::ui {
namespace {

// Inter's ascent and descent over its em: Dear ImGui sizes fonts by that height, the page by the em as CSS does.
constexpr float kHeightOfEm = 1.2109375F;
constexpr float kSlant = 0.18F;  // 10 degrees

// Small triangles that Inter lacks, as shares of the em.
constexpr float kTriangleAdvance = 0.62F;
constexpr float kTriangleWide = 0.5F;
constexpr float kTriangleHigh = 0.3F;
constexpr float kTriangleMiddle = 0.36F;  // above the baseline

enum class Turn { none, down, up, left, right };

Turn small_triangle(unsigned int c) {
  switch (c) {
    case 0x25B4:
      return Turn::up;
    case 0x25B8:
      return Turn::right;
    case 0x25BE:
      return Turn::down;
    case 0x25C2:
      return Turn::left;
    default:
      return Turn::none;
  }
}

struct Reader {
  const char* at;
  const char* end;

  // The next character; malformed UTF-8 reads as one unknown character a byte.
  unsigned int next() {
    unsigned int c = 0;
    const int used = ImTextCharFromUtf8(&c, at, end);
    at += used > 0 ? used : 1;
    return c <= IM_UNICODE_CODEPOINT_MAX ? c : IM_UNICODE_CODEPOINT_INVALID;
  }
};

ImFontBaked* baked(const GlyphFont& f) {
  ImFont* font = f.font != nullptr ? f.font : ImGui::GetFont();
  ImFontBaked* b = ImFontAtlasBakedGetOrAdd(font->ContainerAtlas, font, f.size * kHeightOfEm, f.density);
  // What is marked as used is not thrown out when the atlas is packed anew.
  b->LastUsedFrame = font->ContainerAtlas->Builder->FrameCount;
  return b;
}

float advance(ImFontBaked& b, unsigned int c, float size) {
  if (small_triangle(c) != Turn::none) return size * kTriangleAdvance;
  return b.FindGlyph(static_cast<ImWchar>(c))->AdvanceX;
}

void draw_triangle(ImDrawList* list, float x, float baseline, float size, Turn turn, Color color) {
  const bool upright = turn == Turn::up || turn == Turn::down;
  const float half_w = size * (upright ? kTriangleWide : kTriangleHigh) / 2;
  const float half_h = size * (upright ? kTriangleHigh : kTriangleWide) / 2;
  const float cx = x + size * kTriangleAdvance / 2;
  const float cy = baseline - size * kTriangleMiddle;
  ImVec2 tip;
  ImVec2 a;
  ImVec2 b;
  if (upright) {
    const float down = turn == Turn::down ? 1.0F : -1.0F;
    tip = {cx, cy + half_h * down};
    a = {cx - half_w * down, cy - half_h * down};
    b = {cx + half_w * down, cy - half_h * down};
  } else {
    const float right = turn == Turn::right ? 1.0F : -1.0F;
    tip = {cx + half_w * right, cy};
    a = {cx - half_w * right, cy + half_h * right};
    b = {cx - half_w * right, cy - half_h * right};
  }
  // Clockwise, or the smooth fringe lies inside out.
  list->AddTriangleFilled(a, b, tip, color);
}

}  // namespace

float GlyphFont::width(std::string_view text) const {
  ImFontBaked& b = *baked(*this);
  Reader reader{text.data(), text.data() + text.size()};
  float w = 0;
  while (reader.at < reader.end) w += advance(b, reader.next(), size);
  return w;
}

std::size_t GlyphFont::fitting(std::string_view text, float most) const {
  ImFontBaked& b = *baked(*this);
  Reader reader{text.data(), text.data() + text.size()};
  float w = 0;
  while (reader.at < reader.end) {
    const char* before = reader.at;
    w += advance(b, reader.next(), size);
    if (w > most) return static_cast<std::size_t>(before - text.data());
  }
  return text.size();
}

void GlyphFont::draw(ImDrawList* list, float x, float y, std::string_view text, Color color) const {
  // Measuring loads every glyph, so that the atlas stays where it is while they are drawn.
  const float w = width(text);
  const ImVec4& clip = list->_ClipRectStack.back();
  if (x > clip.z || x + w < clip.x || y - size * 1.2F > clip.w || y + size * 0.5F < clip.y) return;
  ImFontBaked& b = *baked(*this);
  const auto snapped = [this](float v) { return std::round(v * density) / density; };
  float pen = snapped(x);
  const float baseline = snapped(y);
  const float top = baseline - IM_ROUND(b.Ascent);
  Reader reader{text.data(), text.data() + text.size()};
  while (reader.at < reader.end) {
    const unsigned int c = reader.next();
    if (const Turn turn = small_triangle(c); turn != Turn::none) {
      draw_triangle(list, pen, baseline, size, turn, color);
      pen += size * kTriangleAdvance;
      continue;
    }
    const ImFontGlyph& g = *b.FindGlyph(static_cast<ImWchar>(c));
    if (g.Visible) {
      const float over = slanted ? (baseline - top - g.Y0) * kSlant : 0;
      const float under = slanted ? (baseline - top - g.Y1) * kSlant : 0;
      list->PrimReserve(6, 4);
      list->PrimQuadUV({pen + g.X0 + over, top + g.Y0}, {pen + g.X1 + over, top + g.Y0},
                       {pen + g.X1 + under, top + g.Y1}, {pen + g.X0 + under, top + g.Y1}, {g.U0, g.V0}, {g.U1, g.V0},
                       {g.U1, g.V1}, {g.U0, g.V1}, color);
    }
    pen += g.AdvanceX;
  }
}

}  // namespace tollmeter::ui
