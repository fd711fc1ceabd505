#include "ui/kit/wrap.h"

#include <gtest/gtest.h>

#include <string>

namespace tollmeter::ui {
namespace {

using Stretch = Run;  // testing::Test has a Run of its own

// Every character is 10 wide, so that lines can be counted on the fingers.
float ten(std::string_view text, Face) {
  float w = 0;
  for (const char c : text) w += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0.0F : 10.0F;
  return w;
}

std::vector<std::string> lines_of(const std::vector<Run>& runs, float w) {
  const Wrapped wrapped = wrap_runs(runs, w, ten);
  std::vector<std::string> lines(static_cast<std::size_t>(wrapped.lines));
  for (const Piece& p : wrapped.pieces) {
    std::string& line = lines[static_cast<std::size_t>(p.line)];
    while (static_cast<float>(line.size()) * 10 < p.x && ten(line, Face::regular) < p.x) line += ' ';
    line += runs[p.run].text.substr(p.begin, p.end - p.begin);
  }
  return lines;
}

TEST(Wrap, Lines) {
  struct Row {
    const char* what;
    std::vector<Stretch> runs;
    float w;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"nothing", {}, 100, {}},
      {"empty text", {{""}}, 100, {}},
      {"one line", {{"used up on"}}, 100, {"used up on"}},
      {"breaks at a space that vanishes", {{"used up on"}}, 70, {"used up", "on"}},
      {"a word to the pixel", {{"used"}}, 40, {"used"}},
      {"the comma stays with the bold word before it",
       {{"on "}, {"5 May", Face::semibold}, {", then"}},
       70,
       {"on 5", "May,", "then"}},
      {"runs join without a space", {{"ab"}, {"cd", Face::semibold}, {"ef"}}, 60, {"abcdef"}},
      {"a line feed", {{"one\ntwo"}}, 100, {"one", "two"}},
      {"two line feeds", {{"a\n\nb"}}, 100, {"a", "", "b"}},
      {"a word too long is cut", {{"abcdefgh ij"}}, 30, {"abc", "def", "gh", "ij"}},
      {"no letter of a cut word is left alone",
       {{"see 0123456789abcdefghij"}},
       190,
       {"see", "0123456789abcdef", "ghij"}},
      {"nor are two", {{"0123456789abcdef"}}, 140, {"0123456789ab", "cdef"}},
      {"narrower than a character", {{"abc"}}, 5, {"a", "b", "c"}},
      {"characters of two bytes stay whole", {{"××××"}}, 20, {"××", "××"}},
  };
  for (const Row& row : rows) EXPECT_EQ(lines_of(row.runs, row.w), row.lines) << row.what;
}

TEST(Wrap, EndIsBehindTheLastWord) {
  const std::vector<Stretch> runs = {{"used up on "}, {"5 May", Face::semibold}};
  EXPECT_FLOAT_EQ(wrap_runs(runs, 1000, ten).end_x, 160);
  EXPECT_FLOAT_EQ(wrap_runs(runs, 110, ten).end_x, 50);
}

}  // namespace
}  // namespace tollmeter::ui
