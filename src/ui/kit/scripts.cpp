#include "ui/kit/scripts.h"

#include <algorithm>
#include <initializer_list>

#include "core/utf8.h"

namespace tollmeter::ui {
namespace {

constexpr unsigned kUnknown = 0xFFFD;
constexpr unsigned kJoiner = 0x200D;

struct Character {
  unsigned code = kUnknown;
  std::size_t length = 1;
};

// What is no UTF-8 is one unknown character a byte.
Character read(std::string_view text, std::size_t at) {
  const std::size_t length = utf8_length(text.substr(at));
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + i])); };
  if (length == 0) return {};
  if (length == 1) return {byte(0), 1};
  unsigned code = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(i) & 0x3F);
  return {code, length};
}

struct Range {
  unsigned first, last;
};

bool within(unsigned code, std::initializer_list<Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return code >= r.first && code <= r.last; });
}

// What stands on the character before it, or is part of an emoji. Marks of scripts that are drawn by words are not needed
// here but where a word is too long.
bool is_mark(unsigned code) {
  return within(code, {{0x300, 0x36F},     {0x483, 0x489},     {0x591, 0x5BD},     {0x5BF, 0x5BF},     {0x5C1, 0x5C2},
                       {0x5C4, 0x5C5},     {0x5C7, 0x5C7},     {0x610, 0x61A},     {0x64B, 0x65F},     {0x670, 0x670},
                       {0x6D6, 0x6DC},     {0x6DF, 0x6E4},     {0x6E7, 0x6E8},     {0x6EA, 0x6ED},     {0x711, 0x711},
                       {0x730, 0x74A},     {0x900, 0x903},     {0x93A, 0x93C},     {0x93E, 0x94F},     {0x951, 0x957},
                       {0x962, 0x963},     {0x981, 0x983},     {0x9BC, 0x9BC},     {0x9BE, 0x9CD},     {0xA01, 0xA03},
                       {0xA3C, 0xA51},     {0xA81, 0xA83},     {0xABC, 0xABC},     {0xABE, 0xACD},     {0xB01, 0xB03},
                       {0xB3C, 0xB3C},     {0xB3E, 0xB57},     {0xB82, 0xB82},     {0xBBE, 0xBCD},     {0xC00, 0xC04},
                       {0xC3E, 0xC56},     {0xC81, 0xC83},     {0xCBC, 0xCBC},     {0xCBE, 0xCD6},     {0xD00, 0xD03},
                       {0xD3E, 0xD4D},     {0xDCA, 0xDDF},     {0xE31, 0xE31},     {0xE34, 0xE3A},     {0xE47, 0xE4E},
                       {0xEB1, 0xEB1},     {0xEB4, 0xEBC},     {0xEC8, 0xECE},     {0xF71, 0xF84},     {0x102B, 0x103E},
                       {0x135D, 0x135F},   {0x17B4, 0x17D3},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200C, 0x200D},
                       {0x20D0, 0x20FF},   {0x302A, 0x302F},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},
                       {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF}});
}

bool is_right(unsigned code) {
  return within(code, {{0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}});
}

// Drawn one by one: Latin beyond the page's, and with no letters that join punctuation, symbols, Chinese, Japanese,
// Korean, Yi, emoji.
bool is_single(unsigned code) {
  return within(code, {{0, 0x2FF},
                       {0x1E00, 0x1EFF},
                       {0x2000, 0x2BFF},
                       {0x2E00, 0xA4CF},
                       {0xAC00, 0xD7AF},
                       {0xE000, 0xFAFF},
                       {0xFE10, 0xFE6F},
                       {0xFF00, 0xFFFF},
                       {0x1B000, 0x1B16F},
                       {0x1F000, 0x10FFFF}});
}

bool is_flag_half(unsigned code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

// What the page puts around a title: spaces, quotation marks, a colon or comma, the triangles of what opens and steps.
bool is_around(unsigned code) {
  return within(code, {{' ', ' '}, {'"', '"'}, {',', ','}, {'.', '.'}, {':', ';'}, {0xA0, 0xA0}, {0xAB, 0xAB},
                       {0xBB, 0xBB}, {0x201C, 0x201E}, {0x202F, 0x202F}, {0x25B2, 0x25C5}});
}

// Spaces, digits, punctuation, symbols: what takes the direction of the letters around it.
bool is_neutral(unsigned code) {
  const bool letter = within(code, {{'\n', '\n'}, {'A', 'Z'}, {'a', 'z'}, {0xAA, 0xAA}, {0xB5, 0xB5}, {0xBA, 0xBA}});
  return !letter && (is_mark(code) || within(code, {{0, 0xBF}, {0x2000, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020},
                                                    {0xFFFD, 0xFFFD}, {0x1F000, 0x1FFFF}}));
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::function<bool(unsigned)>& held) : text_(text), held_(held) {}

  std::vector<Stretch> run() {
    if (!whole_phrase()) {
      for (std::size_t at = 0; at < text_.size();) at = put_from(at);
    }
    return std::move(out_);
  }

 private:
  // A title in a script from the right with its digits and brackets.
  bool whole_phrase() {
    if (!right_to_left(text_)) return false;
    std::size_t first = text_.size(), end = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = read(text_, at);
      if (!is_right(c.code) && !is_neutral(c.code)) return false;
      const bool outside = is_around(c.code) && held_(c.code);
      if (!outside) first = std::min(first, at);
      at += c.length;
      if (!outside) end = at;
    }
    if (end - first > kMostStretchBytes) return false;
    put(0, first, false);
    put(first, end, true);
    put(end, text_.size(), false);
    return true;
  }

  std::size_t put_from(std::size_t at) {
    const Character c = read(text_, at);
    std::size_t end = character_end(text_, at);
    const bool alone = end == at + c.length;
    if (alone && held_(c.code)) {
      put(at, end, false);
      return end;
    }
    if (is_right(c.code)) {
      end = phrase_end(at, end);
    } else if (alone ? !is_single(c.code) && !is_mark(c.code) : !is_single(c.code)) {
      end = word_end(at, end);
    }
    put(at, end, true);
    return end;
  }

  std::size_t word_end(std::size_t begin, std::size_t end) const {
    while (end < text_.size()) {
      const unsigned code = read(text_, end).code;
      if (held_(code) || is_single(code) || is_right(code)) break;
      const std::size_t next = character_end(text_, end);
      if (next - begin > kMostStretchBytes) break;
      end = next;
    }
    return end;
  }

  std::size_t phrase_end(std::size_t begin, std::size_t end) const {
    for (std::size_t at = end; at < text_.size();) {
      const unsigned code = read(text_, at).code;
      const bool right = is_right(code);
      if (!right && !is_neutral(code)) break;
      at = character_end(text_, at);
      if (at - begin > kMostStretchBytes) break;
      if (right) end = at;
    }
    return end;
  }

  void put(std::size_t begin, std::size_t end, bool foreign) {
    if (begin == end) return;
    if (!foreign && !out_.empty() && !out_.back().foreign) {
      out_.back().end = end;
    } else {
      out_.push_back({begin, end, foreign});
    }
  }

  std::string_view text_;
  const std::function<bool(unsigned)>& held_;
  std::vector<Stretch> out_;
};

}  // namespace

std::size_t character_end(std::string_view text, std::size_t at) {
  const Character first = read(text, at);
  std::size_t end = at + first.length;
  if (is_flag_half(first.code) && end < text.size()) {
    const Character second = read(text, end);
    if (is_flag_half(second.code)) end += second.length;
  }
  bool joined = false;
  while (end < text.size()) {
    const Character c = read(text, end);
    // A joiner puts two emoji together; of letters it says only how they join.
    if (!is_mark(c.code) && !(joined && first.code >= 0x2000 && c.code >= 0x2000)) break;
    if (end + c.length - at > kMostStretchBytes) break;
    joined = c.code == kJoiner;
    end += c.length;
  }
  return end;
}

std::vector<Stretch> stretches(std::string_view text, const std::function<bool(unsigned)>& held) {
  return Splitter(text, held).run();
}

bool right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = read(text, at);
    if (is_right(c.code)) return true;
    at += c.length;
  }
  return false;
}

}  // namespace tollmeter::ui
