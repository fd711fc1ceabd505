#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/wrap.h"

namespace tollmeter::ui {
namespace {

constexpr std::string_view kCut = "…";
constexpr float kLarge = 20;  // from this size on text stands out
constexpr float kLineHeight = 1.45F;  // of the size
// Inter: the baseline lies so far below the middle of its line, as a share of the size.
constexpr float kBaselineBelowMiddle = 0.36328125F;

float left_of(float x, float w, Align align) {
  if (align == Align::center) return x - w / 2;
  return align == Align::right ? x - w : x;
}

}  // namespace

float Kit::line_height(float size) const { return std::round(size * kLineHeight); }

GlyphFont Kit::font(float size, Face face) const {
  ImFont* font = face == Face::semibold ? fonts_.semibold : fonts_.regular;
  return {font, size, frame_.density, face == Face::italic, fonts_.foreign};
}

float Kit::width(std::string_view text, const Style& style) const {
  return font(style.size, style.face).width(text);
}

float Kit::glyphs(float x, float y, std::string_view text, float size, Face face, Color color) const {
  const GlyphFont f = font(size, face);
  f.draw(draw(), x, y + line_height(size) / 2 + size * kBaselineBelowMiddle, text, color);
  return f.width(text);
}

std::string Kit::fit(std::string_view text, const Style& style, float most) const {
  const GlyphFont f = font(style.size, style.face);
  if (most <= 0 || f.width(text) <= most) return std::string(text);
  std::size_t kept = f.fitting(text, most - f.width(kCut));
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)).append(kCut);
}

void Kit::record_text(Role role, float x, float y, float w, std::string_view text, float size) {
  semantics_.add(role, semantics_.read_id(), text, {x, y, w, line_height(size)}).large = size >= kLarge;
}

float Kit::text(float x, float y, std::string_view text, const Style& style, Align align, float most) {
  const std::string shown = fit(text, style, most);
  const float w = width(shown, style);
  const float left = left_of(x, w, align);
  glyphs(left, y, shown, style.size, style.face, ink(style.ink));
  record_text(Role::text, left, y, w, text, style.size);
  return w;
}

void Kit::silent_text(float x, float y, std::string_view text, const Style& style, Align align, float most) {
  const std::string shown = fit(text, style, most);
  glyphs(left_of(x, width(shown, style), align), y, shown, style.size, style.face, ink(style.ink));
}

float Kit::heading(float x, float y, std::string_view text, int level, const Style& style) {
  const float w = glyphs(x, y, text, style.size, style.face, ink(style.ink));
  record_text(Role::heading, x, y, w, text, style.size);
  semantics_.at(static_cast<int>(semantics_.nodes().size()) - 1).level = level;
  return w;
}

float Kit::silent_paragraph(const Box& at_w, std::span<const Run> runs, float size, float* end_x) {
  const float lh = line_height(size);
  const Wrapped wrapped = wrap_runs(runs, at_w.w, [this, size](std::string_view text, Face face) {
    return width(text, {size, face});
  });
  for (const Piece& p : wrapped.pieces) {
    const Run& run = runs[p.run];
    glyphs(at_w.x + p.x, at_w.y + static_cast<float>(p.line) * lh, run.text.substr(p.begin, p.end - p.begin), size,
           run.face, ink(run.ink));
  }
  if (end_x != nullptr) *end_x = at_w.x + wrapped.end_x;
  return static_cast<float>(wrapped.lines) * lh;
}

float Kit::paragraph(const Box& at_w, std::span<const Run> runs, float size, float* end_x) {
  const float h = silent_paragraph(at_w, runs, size, end_x);
  std::string whole;
  for (const Run& run : runs) whole += run.text;
  semantics_.add(Role::text, semantics_.read_id(), whole, {at_w.x, at_w.y, at_w.w, h});
  return h;
}

float Kit::paragraph_height(float w, std::span<const Run> runs, float size) const {
  const Wrapped wrapped = wrap_runs(runs, w, [this, size](std::string_view text, Face face) {
    return width(text, {size, face});
  });
  return static_cast<float>(wrapped.lines) * line_height(size);
}

void Kit::announce(std::string_view key, std::string_view text) {
  semantics_.add(Role::status, id(key), text, {0, 0, 1, 1});
}

}  // namespace tollmeter::ui
