#include "ui/kit/glyphs.h"

#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/foreign_text.h"

namespace tollmeter::ui {
namespace {

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
  ImFont* font = f.used();
  ImFontBaked* b = ImFontAtlasBakedGetOrAdd(font->ContainerAtlas, font, f.size * kHeightOfEm, f.density);
  // What is marked as used is not thrown out when the atlas is packed anew.
  b->LastUsedFrame = font->ContainerAtlas->Builder->FrameCount;
  return b;
}

float advance(ImFontBaked& b, unsigned int c, float size) {
  if (small_triangle(c) != Turn::none) return size * kTriangleAdvance;
  return b.FindGlyph(static_cast<ImWchar>(c))->AdvanceX;
}

float loaded_width(const GlyphFont& f, std::string_view shown) {
  ImFontBaked& b = *baked(f);
  Reader reader{shown.data(), shown.data() + shown.size()};
  float w = 0;
  while (reader.at < reader.end) w += advance(b, reader.next(), f.size);
  return w;
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

ImFont* GlyphFont::used() const { return font != nullptr ? font : ImGui::GetFont(); }

bool GlyphFont::holds(unsigned code) const {
  if (code < 0xA0 || code == IM_UNICODE_CODEPOINT_INVALID || small_triangle(code) != Turn::none) return true;
  return code <= IM_UNICODE_CODEPOINT_MAX && !is_private_use(code) && used()->IsGlyphInFont(static_cast<ImWchar>(code));
}

bool GlyphFont::all_held(std::string_view text) const {
  Reader reader{text.data(), text.data() + text.size()};
  ImFontBaked* b = nullptr;
  while (reader.at < reader.end) {
    const auto lead = static_cast<unsigned char>(*reader.at);
    if (lead < 0x80) {
      ++reader.at;
      continue;
    }
    // Four bytes: above U+FFFF, where Dear ImGui reads nothing.
    if (lead >= 0xF0 && reader.end - reader.at >= 4) return false;
    const unsigned int c = reader.next();
    // What was drawn before is found at once.
    if (b == nullptr) b = baked(*this);
    if ((is_private_use(c) || !b->IsGlyphLoaded(static_cast<ImWchar>(c))) && !holds(c)) return false;
  }
  return true;
}

std::string_view GlyphFont::shown(std::string_view text, std::string& buffer) const {
  if (foreign == nullptr || all_held(text)) return text;
  return buffer = foreign->stand_in(*this, text);
}

float GlyphFont::width(std::string_view text) const {
  std::string buffer;
  return loaded_width(*this, shown(text, buffer));
}

std::size_t GlyphFont::fitting(std::string_view text, float most) const {
  if (foreign != nullptr && !all_held(text)) return foreign->fitting(*this, text, most);
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
  std::string buffer;
  text = shown(text, buffer);
  // Measuring loads every glyph, so that the atlas stays where it is while they are drawn.
  const float w = loaded_width(*this, text);
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
      // A run's picture is as sharp as the browser drew it only if it lies on device pixels.
      const float left = (is_private_use(c) ? snapped(pen) : pen) + g.X0;
      const float right = left + g.X1 - g.X0;
      const Color ink = g.Colored ? color | ~IM_COL32_A_MASK : color;
      const float over = slanted ? (baseline - top - g.Y0) * kSlant : 0;
      const float under = slanted ? (baseline - top - g.Y1) * kSlant : 0;
      list->PrimReserve(6, 4);
      list->PrimQuadUV({left + over, top + g.Y0}, {right + over, top + g.Y0}, {right + under, top + g.Y1},
                       {left + under, top + g.Y1}, {g.U0, g.V0}, {g.U1, g.V0}, {g.U1, g.V1}, {g.U0, g.V1}, ink);
    }
    pen += g.AdvanceX;
  }
}

}  // namespace tollmeter::ui
