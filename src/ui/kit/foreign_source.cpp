// What the first part has of foreign text: it joins the fonts when they are made, and is asked for every character that
// they lack.
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/foreign_text.h"
#include "ui/kit/glyphs.h"

namespace tollmeter::ui {

bool ForeignText::load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, unsigned short code,
                             ImFontGlyph* glyph, float* advance) {
  return is_private_use(code) &&
         static_cast<ForeignText*>(source->FontLoaderData)->paint_glyph(*atlas, *source, *baked, code, glyph, advance);
}

void ForeignText::attach(ImFont* font, bool semibold) {
  // It contains no character of its own accord, so IsGlyphInFont goes by Inter alone.
  static ImFontLoader loader;
  loader.Name = "host";
  loader.FontBakedLoadGlyph = &load_glyph;
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = &loader;
  config.FontNo = semibold ? 1 : 0;
  font->ContainerAtlas->AddFont(&config);
  font->Sources.back()->FontLoaderData = this;
}

}  // namespace tollmeter::ui
