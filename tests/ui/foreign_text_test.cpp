#include "ui/foreign_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "harness.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/kit/glyphs.h"

namespace tollmeter::ui::test {
namespace {

using testing::ElementsAre;

std::string utf8(unsigned code) {
  char text[5];
  ImTextCharToUtf8(text, code);
  return text;
}

std::vector<std::string> texts_painted() {
  std::vector<std::string> texts;
  for (const Painted& p : painted()) texts.push_back(p.text);
  return texts;
}

// The corners of what this draws beyond the window's own.
std::vector<ImDrawVert> drawn(const std::function<void()>& draw) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int before = list.VtxBuffer.Size;
  draw();
  return {list.VtxBuffer.begin() + before, list.VtxBuffer.end()};
}

TEST(ForeignText, WhatTheFontHasAsksNobody) {
  Stage stage([](Kit& kit) {
    kit.text(10, 10, "Budget of 2026 – 30,000 × €2 ≈ “a” → ▸ é", {});
    kit.text(10, 40, "malformed \xFF\xC3", {});
  });
  EXPECT_THAT(painted(), testing::IsEmpty());
  EXPECT_EQ(stage.headless().foreign().runs(), 0U);
}

TEST(ForeignText, ARunIsPaintedOnceForItsSizeWeightAndDensity) {
  Stage stage([](Kit& kit) {
    kit.text(10, 10, "予 תקציב", {13});
    kit.text(10, 40, "予", {20, Face::semibold});
  }, 800, 600, false, 2);
  ASSERT_THAT(texts_painted(), ElementsAre("予", "תקציב", "予"));
  EXPECT_NEAR(painted()[0].size, 26, 0.01);
  EXPECT_FALSE(painted()[0].semibold);
  EXPECT_FALSE(painted()[0].right_to_left);
  EXPECT_TRUE(painted()[1].right_to_left);
  EXPECT_NEAR(painted()[2].size, 40, 0.01);
  EXPECT_TRUE(painted()[2].semibold);
  stage.frames(5);
  EXPECT_EQ(painted().size(), 3U);
}

TEST(ForeignText, WidthIsWhatTheHostSays) {
  Stage stage([](Kit& kit) {
    EXPECT_NEAR(kit.width("бюджет", {20}), 60, 0.01);
    EXPECT_NEAR(kit.width("Abc бюджет", {20}), kit.width("Abc ", {20}) + 60, 0.01);
    EXPECT_NEAR(kit.width("予算", {20}), 20, 0.01);
  });
}

TEST(ForeignText, APictureStandsAtItsPlaceInTheTextsColour) {
  Stage stage([](Kit& kit) {
    const std::vector<ImDrawVert> corners = drawn([&] { kit.text(100, 50, "予", {20, Face::regular, Ink::bad}); });
    ASSERT_EQ(corners.size(), 4U);
    EXPECT_NEAR(corners[0].pos.x, 99, 0.01);  // the picture begins a pixel before the text
    EXPECT_NEAR(corners[2].pos.x - corners[0].pos.x, 12, 0.01);
    EXPECT_NEAR(corners[2].pos.y - corners[0].pos.y, 22, 0.01);
    EXPECT_EQ(corners[0].col, light_theme().bad);
    EXPECT_NE(corners[0].uv.x, corners[2].uv.x);
  });
}

TEST(ForeignText, TwoTextsHaveTwoPictures) {
  Stage stage([](Kit& kit) {
    const auto a = drawn([&] { kit.text(10, 10, "予", {}); });
    const auto b = drawn([&] { kit.text(10, 10, "算", {}); });
    const auto unknown = drawn([&] { kit.text(10, 10, "\uE000", {}); });
    const auto mark = drawn([&] { kit.text(10, 10, "?", {}); });
    EXPECT_NE(std::pair(a[0].uv.x, a[0].uv.y), std::pair(b[0].uv.x, b[0].uv.y));
    EXPECT_EQ(kit.width("\U000F0000", {}), kit.width("?", {}));
    // A private-use character in a text is no way to another text's picture.
    EXPECT_EQ(std::pair(unknown[0].uv.x, unknown[0].uv.y), std::pair(mark[0].uv.x, mark[0].uv.y));
  });
  EXPECT_EQ(stage.headless().foreign().runs(), 2U);
}

TEST(ForeignText, ATextThatIsTooWideIsCutWhereACharacterEnds) {
  Stage stage([](Kit& kit) {
    kit.text(10, 10, "プロジェクト予算", {20}, Align::left, 70);
    kit.text(10, 60, "бюджетныйплан", {20}, Align::left, 70);
  });
  // 70 less the ellipsis: of a word as many letters as fit, at half a size each.
  const auto cut = std::find_if(painted().begin(), painted().end(), [](const Painted& p) { return p.text == "бюдже"; });
  EXPECT_NE(cut, painted().end());
  EXPECT_NE(stage.node(Role::text, "бюджетныйплан"), nullptr) << "the mirror says it whole";
}

TEST(ForeignText, ALineBreaksBetweenCharactersAndWords) {
  Stage stage([](Kit& kit) {
    const std::vector<ui::Run> chinese = {{"予算計画予算計画"}};
    EXPECT_NEAR(kit.paragraph_height(45, chinese, 20), 2 * kit.line_height(20), 0.01);
    const std::vector<ui::Run> hebrew = {{"תקציב שנתי"}};
    EXPECT_NEAR(kit.paragraph_height(60, hebrew, 20), 2 * kit.line_height(20), 0.01);
    EXPECT_NEAR(kit.paragraph_height(200, hebrew, 20), kit.line_height(20), 0.01);
    painted().clear();
    kit.paragraph({10, 10, 200, 100}, hebrew, 20);
  });
  EXPECT_THAT(texts_painted(), testing::Contains("תקציב שנתי")) << "drawn in one, so that the order is right";
}

TEST(ForeignText, AWordThatIsTooLongBreaksWithItsMarks) {
  Stage stage([](Kit& kit) {
    const std::vector<ui::Run> runs = {{"👩‍💻👩‍💻👩‍💻👩‍💻"}};
    kit.paragraph({10, 10, 70, 100}, runs, 20);
  });
  EXPECT_THAT(texts_painted(), ElementsAre("👩‍💻"));
}

TEST(ForeignText, TenThousandCharactersOverTimeNeverBreak) {
  unsigned next = 0x4E00;
  Stage stage([&](Kit& kit) {
    for (int line = 0; line < 10; ++line) {
      std::string title;
      for (int i = 0; i < 20; ++i) title += utf8(next++);
      kit.text(10, static_cast<float>(20 * line), title, {13});
    }
    kit.text(10, 300, "予", {13});
  });
  while (next < 0x4E00 + 10'000) stage.frame();
  EXPECT_EQ(stage.headless().foreign().runs(), ForeignText::kMostRuns);
  // What is on every frame is never given up.
  const auto texts = texts_painted();
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "予"), 1);
}

TEST(ForeignText, WhatIsTooMuchForOneFrameIsQuestionMarks) {
  Stage stage([](Kit& kit) {
    for (unsigned i = 0; i < 1'500; ++i) kit.text(10, 10, utf8(0x4E00 + i), {13});
    const auto last = drawn([&] { kit.text(10, 10, utf8(0x9000), {13}); });
    const auto mark = drawn([&] { kit.text(10, 10, "?", {13}); });
    EXPECT_EQ(std::pair(last[0].uv.x, last[0].uv.y), std::pair(mark[0].uv.x, mark[0].uv.y));
  });
  EXPECT_EQ(stage.headless().foreign().runs(), ForeignText::kMostRuns);
}

TEST(ForeignText, TheTextureIsBounded) {
  unsigned next = 0x400;
  Stage stage([&](Kit& kit) {
    for (int line = 0; line < 20; ++line) {
      std::string word;
      for (int i = 0; i < 50; ++i) word += utf8(0x430 + (next * 7 + static_cast<unsigned>(i * i)) % 32);
      ++next;
      kit.text(10, 10, word, {40, Face::regular}, Align::left);
    }
  }, 800, 600, false, 3);
  stage.frames(20);
  const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
  EXPECT_LE(texture.Width * texture.Height, 4096 * 4096);
}

TEST(ForeignText, WhatTheHostSaysOfItsSizeIsBounded) {
  Headless headless;
  prepare_imgui_style(1);
  ImGui::NewFrame();
  static int widest, highest;
  widest = highest = 0;
  ForeignText huge({[](const RunOrder&, RunReach& reach) { reach = {10, 1e30F, 1e30F, 1e30F, 1e30F}; },
                    [](int width, int height, int, int, unsigned char*) { widest = width, highest = height; }});
  ImFont* font = headless.fonts().semibold;
  font->Sources[1]->FontLoaderData = &huge;
  const GlyphFont glyphs{font, 20, 1, false, &huge};
  EXPECT_NEAR(glyphs.width("予"), 10, 0.01);
  ImGui::EndFrame();
  EXPECT_EQ(widest, kMostRunWidth);
  EXPECT_EQ(highest, kMostRunHeight);
}

TEST(ForeignText, AHostThatCannotDrawLeavesTheMarkOfTheUnknown) {
  Headless headless;
  prepare_imgui_style(1);
  ImGui::NewFrame();
  const auto square = [](const RunOrder&, RunReach& reach) { reach = {4, 0, 4, 4, 0}; };
  const auto nonsense = [](const RunOrder&, RunReach& reach) { reach = {NAN, 1e30F, NAN, -1e30F, 7}; };
  const auto white = [](int width, int height, int, int, unsigned char* texels) { std::fill_n(texels, width * height * 4, 255); };
  ForeignText none({nonsense, white});
  ForeignText noise({square, white});
  for (ForeignText* foreign : {&none, &noise}) {
    ImFont* font = headless.fonts().semibold;
    foreign->attach(font, true);  // the last font: sources join it
    font->Sources[1]->FontLoaderData = foreign;
    ImFontAtlasFontDiscardBakes(font->ContainerAtlas, font, 0);
    const GlyphFont glyphs{font, 20, 1, false, foreign};
    EXPECT_FLOAT_EQ(glyphs.width("予"), glyphs.width("?"));
  }
  ImGui::EndFrame();
}

}  // namespace
}  // namespace tollmeter::ui::test
