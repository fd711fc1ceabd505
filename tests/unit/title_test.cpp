#include "core/title.h"

#include <gtest/gtest.h>

#include <string>

#include "core/scenario.h"

namespace tollmeter {
namespace {

struct Row {
  const char* name;
  std::string typed;
  std::string kept;
};

TEST(CleanTitle, KeepsTextAndDropsWhatIsNone) {
  const Row rows[] = {
      {"as typed", "Q3 launch plan", "Q3 launch plan"},
      {"outer spaces", "  plan  ", "plan"},
      {"inner spaces stay", "a  b", "a  b"},
      {"line breaks and tabs", "a\nb\tc", "abc"},
      {"C1 control", "a\xC2\x85z", "az"},
      {"other scripts", "Größe 値段", "Größe 値段"},
      {"stray continuation byte", "a\x80z", "az"},
      {"cut character at the end", "a\xE5\x80", "a"},
      {"overlong slash", "a\xC0\xAFz", "az"},
      {"surrogate", "a\xED\xA0\x80z", "az"},
      {"beyond the last character", "a\xF4\x90\x80\x80z", "az"},
      {"empty", "", ""},
      {"only spaces", "   ", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(clean_title(row.typed), row.kept) << row.name;
}

TEST(CleanTitle, CutsAtAWholeCharacter) {
  std::string typed;
  while (typed.size() < 3 * static_cast<std::size_t>(kMostTitleBytes)) typed += "é";
  const std::string kept = clean_title("x" + typed);
  EXPECT_EQ(kept.size(), static_cast<std::size_t>(kMostTitleBytes) - 1);  // 119: one and 59 twos
  EXPECT_EQ(clean_title(kept), kept);
}

}  // namespace
}  // namespace tollmeter
