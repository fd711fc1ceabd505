#include "ui/foreign_text.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/scripts.h"

namespace tollmeter::ui {
namespace {

// Dear ImGui counts a baked font's glyphs with 16 bits and never takes one out of its list.
constexpr int kMostGlyphs = 60'000;
constexpr unsigned short kNotLookedUp = 0xFFFF;  // imgui_draw.cpp: IM_FONTGLYPH_INDEX_UNUSED
// A browser that keeps pages from reading pictures gives noise instead: then the clear margin is not clear.
constexpr unsigned char kMostMargin = 8;
constexpr unsigned char kColoured = 24;
constexpr float kMostAdvance = 4 * kMostRunWidth;

// Nobody but who made up a private-use character knows what it looks like. U+F0000 is F3 B0 80 80.
bool begins_private(std::string_view run) {
  unsigned code = 0;
  ImTextCharFromUtf8(&code, run.data(), run.data() + run.size());
  return is_private_use(code) || run >= "\xF3\xB0";
}

struct Picture {
  int width = 0, height = 0, left = 0, up = 0;
  std::vector<unsigned char> texels;
};

// Whole pixels and a clear one; at most `most`, whatever the host said.
int pixels(float reach, int most) {
  return reach > -1 ? static_cast<int>(std::min(std::ceil(reach) + 1, static_cast<float>(most))) : 0;
}

// Nothing is drawn of characters that only steer.
bool is_seen(const RunReach& reach) { return reach.left + reach.right > 0 && reach.up + reach.down > 0; }

Picture painted(const RunHost& host, const RunReach& reach) {
  Picture picture;
  picture.left = pixels(reach.left, kMostRunWidth);
  picture.up = pixels(reach.up, kMostRunHeight);
  picture.width = std::clamp(picture.left + pixels(reach.right, kMostRunWidth), 1, kMostRunWidth);
  picture.height = std::clamp(picture.up + pixels(reach.down, kMostRunHeight), 1, kMostRunHeight);
  picture.texels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  host.paint(picture.width, picture.height, picture.left, picture.up, picture.texels.data());
  return picture;
}

bool margin_is_clear(const Picture& picture) {
  const std::size_t row = static_cast<std::size_t>(picture.width) * 4;
  for (std::size_t i = 3; i < row; i += 4) {
    if (picture.texels[i] > kMostMargin) return false;
  }
  return true;
}

// Emoji keep their colours; everything else is made white, which takes the text's.
bool whitened(std::vector<unsigned char>& texels) {
  for (std::size_t i = 0; i < texels.size(); i += 4) {
    if (texels[i + 3] > kMostMargin && std::max({texels[i], texels[i + 1], texels[i + 2]}) > kColoured) return false;
  }
  for (std::size_t i = 0; i < texels.size(); i += 4) texels[i] = texels[i + 1] = texels[i + 2] = 255;
  return true;
}

template <typename Each>
void each_baked(ImFontAtlas& atlas, const Each& each) {
  ImStableVector<ImFontBaked, 32>& pool = atlas.Builder->BakedPool;
  for (int i = 0; i < pool.Size; ++i) {
    if (!pool[i].WantDestroy) each(pool[i]);
  }
}

int texels_in_use(ImFontAtlas& atlas) {
  int sum = 0;
  each_baked(atlas, [&](const ImFontBaked& baked) {
    for (const ImFontGlyph& glyph : baked.Glyphs) {
      if (!is_private_use(glyph.Codepoint) || glyph.PackId == ImFontAtlasRectId_Invalid) continue;
      const ImTextureRect& rect = *ImFontAtlasPackGetRect(&atlas, glyph.PackId);
      sum += rect.w * rect.h;
    }
  });
  return sum;
}

void forget_glyph(ImFontAtlas& atlas, unsigned code) {
  each_baked(atlas, [&](ImFontBaked& baked) {
    const int at = static_cast<int>(code);
    if (at >= baked.IndexLookup.Size) return;
    if (baked.IsGlyphLoaded(static_cast<ImWchar>(code))) {
      ImFontAtlasBakedDiscardFontGlyph(&atlas, baked.ContainerFont, &baked, &baked.Glyphs[baked.IndexLookup[at]]);
    }
    baked.IndexLookup[at] = kNotLookedUp;
    baked.IndexAdvanceX[at] = -1;
  });
}

}  // namespace

std::string ForeignText::stand_in(const GlyphFont& font, std::string_view text) {
  std::string out;
  for (const Stretch& stretch : stretches(text, [&](unsigned code) { return font.holds(code); })) {
    const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
    if (!stretch.foreign) {
      out += part;
      continue;
    }
    char utf8[5];
    ImTextCharToUtf8(utf8, code_of(part, *font.used()->ContainerAtlas));
    out += utf8;
  }
  return out;
}

std::size_t ForeignText::fitting(const GlyphFont& font, std::string_view text, float most) {
  for (const Stretch& stretch : stretches(text, [&](unsigned code) { return font.holds(code); })) {
    const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
    const float w = font.width(part);
    if (w <= most) {
      most -= w;
      continue;
    }
    if (!stretch.foreign) return stretch.begin + font.fitting(part, most);
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < part.size(); ends.push_back(at)) at = character_end(part, at);
    // The share of the characters is nearly right, and each that is tried is painted.
    std::size_t kept = static_cast<std::size_t>(static_cast<float>(ends.size()) * std::max(most, 0.0F) / w);
    kept = std::min(kept, ends.size() - 1);
    while (kept > 0 && font.width(part.substr(0, ends[kept - 1])) > most) --kept;
    return stretch.begin + (kept > 0 ? ends[kept - 1] : 0);
  }
  return text.size();
}

unsigned ForeignText::code_of(std::string_view run, ImFontAtlas& atlas) {
  const int frame = atlas.Builder->FrameCount;
  if (const auto known = places_.find(run); known != places_.end()) {
    runs_[known->second].used = frame;
    return kFirst + static_cast<unsigned>(known->second);
  }
  if (begins_private(run)) return '?';
  std::size_t place = runs_.size();
  if (place < kMostRuns) {
    runs_.emplace_back();
  } else {
    place = give_up_one(atlas);
    if (place == kMostRuns) return '?';
  }
  runs_[place] = {std::string(run), frame};
  places_.emplace(run, place);
  return kFirst + static_cast<unsigned>(place);
}

std::size_t ForeignText::give_up_one(ImFontAtlas& atlas) {
  const auto oldest = std::min_element(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.used < b.used; });
  if (oldest == runs_.end() || oldest->used >= atlas.Builder->FrameCount) return kMostRuns;
  const auto place = static_cast<std::size_t>(oldest - runs_.begin());
  forget_glyph(atlas, kFirst + static_cast<unsigned>(place));
  places_.erase(oldest->text);
  return place;
}

bool ForeignText::make_room(ImFontAtlas& atlas, int texels) {
  if (texels_in_use(atlas) + texels <= kMostTexels) return true;
  for (std::size_t place = 0; place < runs_.size(); ++place) {
    if (runs_[place].used < atlas.Builder->FrameCount) forget_glyph(atlas, kFirst + static_cast<unsigned>(place));
  }
  return texels_in_use(atlas) + texels <= kMostTexels;
}

bool ForeignText::paint_glyph(ImFontAtlas& atlas, const ImFontConfig& source, ImFontBaked& baked, unsigned code,
                              ImFontGlyph* glyph, float* advance) {
  const std::size_t place = code - kFirst;
  if (place >= runs_.size() || baked.Glyphs.Size > kMostGlyphs) return false;
  const Run& run = runs_[place];
  const float density = baked.RasterizerDensity;
  RunReach reach;
  host_.measure({run.text, baked.Size / kHeightOfEm * density, source.FontNo == 1, right_to_left(run.text)}, reach);
  if (!(reach.advance >= 0 && reach.advance < kMostAdvance)) return false;
  if (advance != nullptr) {
    *advance = reach.advance / density;
    return true;
  }
  glyph->AdvanceX = reach.advance / density;
  if (!is_seen(reach)) return true;
  Picture picture = painted(host_, reach);
  if (!margin_is_clear(picture) || !make_room(atlas, picture.width * picture.height)) return false;
  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(&atlas, picture.width, picture.height);
  if (packed == ImFontAtlasRectId_Invalid) return false;
  glyph->Colored = !whitened(picture.texels);
  glyph->Visible = true;
  glyph->PackId = packed;
  glyph->X0 = static_cast<float>(-picture.left) / density;
  glyph->Y0 = IM_ROUND(baked.Ascent) - static_cast<float>(picture.up) / density;
  glyph->X1 = glyph->X0 + static_cast<float>(picture.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(picture.height) / density;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): Dear ImGui only reads it
  ImFontAtlasBakedSetFontGlyphBitmap(&atlas, &baked, const_cast<ImFontConfig*>(&source), glyph,
                                     ImFontAtlasPackGetRect(&atlas, packed), picture.texels.data(),
                                     ImTextureFormat_RGBA32, picture.width * 4);
  return true;
}

}  // namespace tollmeter::ui
