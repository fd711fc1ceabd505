#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;
struct ImFontConfig;
struct ImFontGlyph;

namespace tollmeter::ui {

struct GlyphFont;

struct RunOrder {
  std::string_view text;  ///< UTF-8
  float size = 0;         ///< of the em, device pixels
  bool semibold = false;
  bool right_to_left = false;
};

/// Device pixels: how far the next character stands away, and how far what is drawn reaches from where it begins.
struct RunReach {
  float advance = 0, left = 0, up = 0, right = 0, down = 0;
};

/// Draws text with all that the machine has: fonts, shaping, order.
struct RunHost {
  void (*measure)(const RunOrder& order, RunReach& reach);
  /// What was measured last, in black; it begins at (`left`, `up`), the baseline. RGBA, not premultiplied, row after row.
  void (*paint)(int width, int height, int left, int up, unsigned char* texels);
};
inline constexpr int kMostRunWidth = 2000, kMostRunHeight = 200;

/// Text that the page's fonts lack. Each stretch of it that is shaped as a whole, a run, stands for layout and drawing
/// as one private-use character, whose glyph the host paints into the font's texture.
class ForeignText {
 public:
  /// At most so many runs are known at a time; the one that was not drawn for longest makes room.
  static constexpr std::size_t kMostRuns = 1000;
  /// And their glyphs take at most so much of the texture.
  static constexpr int kMostTexels = 4'000'000;
  static constexpr unsigned kFirst = 0xE000;

  explicit ForeignText(const RunHost& host) : host_(host) {}
  ForeignText(const ForeignText&) = delete;
  ForeignText& operator=(const ForeignText&) = delete;

  /// Call right after the font was added to the atlas.
  void attach(ImFont* font, bool semibold);

  /// The text with a character for each run. A run that finds no room, and a private-use character, becomes '?'.
  std::string stand_in(const GlyphFont& font, std::string_view text);
  /// As GlyphFont::fitting; a run is cut only where its characters end.
  std::size_t fitting(const GlyphFont& font, std::string_view text, float most);
  std::size_t runs() const { return runs_.size(); }

 private:
  struct Run {
    std::string text;
    int used = 0;  ///< Dear ImGui's number of the frame
  };

  static bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, unsigned short code,
                         ImFontGlyph* glyph, float* advance);
  bool paint_glyph(ImFontAtlas& atlas, const ImFontConfig& source, ImFontBaked& baked, unsigned code, ImFontGlyph* glyph,
                   float* advance);
  unsigned code_of(std::string_view run, ImFontAtlas& atlas);
  /// The place of the run that was not used for longest, with its glyphs gone; kMostRuns if all are in use.
  std::size_t give_up_one(ImFontAtlas& atlas);
  /// Lets the glyphs go that this frame has not drawn, where the new one would be too much; false if that is not enough.
  bool make_room(ImFontAtlas& atlas, int texels);

  RunHost host_;
  std::vector<Run> runs_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace tollmeter::ui
