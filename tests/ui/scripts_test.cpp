#include "ui/kit/scripts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace tollmeter::ui {
namespace {

using testing::ElementsAre;

bool latin(unsigned code) { return code < 0x100 || code == 0x2026 || code == 0x25BE || code == 0xFFFD; }

// Foreign stretches in brackets.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (const Stretch& s : stretches(text, latin)) {
    EXPECT_EQ(s.begin, at) << "nothing is lost between stretches";
    at = s.end;
    const std::string part(text.substr(s.begin, s.end - s.begin));
    out.push_back(s.foreign ? "[" + part + "]" : part);
  }
  EXPECT_EQ(at, text.size());
  return out;
}

TEST(Scripts, WhatTheFontHoldsIsOneStretch) {
  EXPECT_THAT(split("Budget 2026 – no, … é"), ElementsAre("Budget 2026 ", "[–]", " no, … é"));
  EXPECT_THAT(split(""), ElementsAre());
}

TEST(Scripts, ChineseAndJapaneseAndKoreanGoByCharacters) {
  EXPECT_THAT(split("A 予算 計画"), ElementsAre("A ", "[予]", "[算]", " ", "[計]", "[画]"));
  EXPECT_THAT(split("예산"), ElementsAre("[예]", "[산]"));
  EXPECT_THAT(split("か\u3099"), ElementsAre("[か\u3099]"));
}

TEST(Scripts, JoinedScriptsGoByWords) {
  EXPECT_THAT(split("бюджет на год"), ElementsAre("[бюджет]", " ", "[на]", " ", "[год]"));
  EXPECT_THAT(split("बजट योजना, 3"), ElementsAre("[बजट]", " ", "[योजना]", ", 3"));
  EXPECT_THAT(split("X-бюджет."), ElementsAre("X-", "[бюджет]", "."));
  EXPECT_THAT(split("งบประมาณ"), ElementsAre("[งบประมาณ]"));
}

TEST(Scripts, APhraseFromTheRightIsOne) {
  EXPECT_THAT(split("Plan of תקציב (2026) שנתי: 300 calls"), ElementsAre("Plan of ", "[תקציב (2026) שנתי]", ": 300 calls"));
  EXPECT_THAT(split("ميزانية API سنة"), ElementsAre("[ميزانية]", " API ", "[سنة]"));
}

TEST(Scripts, ATextFromTheRightTakesItsDigitsAlong) {
  EXPECT_THAT(split(" תקציב 2026! "), ElementsAre(" ", "[תקציב 2026!]", " "));
  EXPECT_THAT(split("תקציב 2026 ▾"), ElementsAre("[תקציב 2026]", " ▾"));
  EXPECT_THAT(split("\"תקציב, 2026\": "), ElementsAre("\"", "[תקציב, 2026]", "\": "));
  EXPECT_THAT(split("2026 ميزانية"), ElementsAre("[2026 ميزانية]"));
}

TEST(Scripts, EmojiOfSeveralCharactersAreOne) {
  EXPECT_THAT(split("a👩‍💻b"), ElementsAre("a", "[👩‍💻]", "b"));
  EXPECT_THAT(split("👍🏽👍"), ElementsAre("[👍🏽]", "[👍]"));
  EXPECT_THAT(split("🇫🇷🇩🇪"), ElementsAre("[🇫🇷]", "[🇩🇪]"));
  EXPECT_THAT(split("1\uFE0F\u20E3 2"), ElementsAre("[1\uFE0F\u20E3]", " 2"));
  EXPECT_THAT(split("❤\uFE0F\u200D🔥"), ElementsAre("[❤\uFE0F\u200D🔥]"));
}

TEST(Scripts, MarksStandOnTheirLetters) {
  EXPECT_THAT(split("cafe\u0301s"), ElementsAre("caf", "[e\u0301]", "s"));
  EXPECT_THAT(split("\u0301a"), ElementsAre("[\u0301]", "a"));
  EXPECT_THAT(split("Kế"), ElementsAre("K", "[ế]"));
}

TEST(Scripts, StretchesAreBounded) {
  std::string marks = "e", letters, phrase;
  for (int i = 0; i < 500; ++i) {
    marks += "\u0301";
    letters += "ж";
    phrase += "שנה ";
  }
  for (const std::string& text : {marks, letters, phrase}) {
    const std::vector<Stretch> all = stretches(text, latin);
    EXPECT_GT(all.size(), 5U);
    for (const Stretch& s : all) {
      EXPECT_TRUE(!s.foreign || s.end - s.begin <= kMostStretchBytes) << s.begin;
    }
  }
}

TEST(Scripts, WhatIsNoUtf8IsUnknownCharacters) {
  EXPECT_THAT(split("a\xFF\xC3"), ElementsAre("a\xFF\xC3"));
  EXPECT_THAT(split("\xE4\xBA\x88\xE7\xAE"), ElementsAre("[予]", "\xE7\xAE"));
  EXPECT_EQ(character_end("\xE7\xAE", 0), 1U);
}

}  // namespace
}  // namespace tollmeter::ui
