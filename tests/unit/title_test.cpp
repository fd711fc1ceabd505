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
      {"text turned round", "a\u202Ez\u202C", "az"},
      {"embeddings and isolates", "\u202Aa\u202Bb\u202Dc\u2066d\u2067e\u2068f\u2069", "abcdef"},
      {"direction marks", "a\u200Eb\u200Fc\u061Cd", "abcd"},
      {"line separators", "a\u2028b\u2029c", "abc"},
      {"right-to-left letters stay", "תקציב شهري", "תקציב شهري"},
      {"joiners belong to their script", "می\u200Cخواهم", "می\u200Cخواهم"},
      {"neighbours of the marks stay", "a\u2027\u202F\u2065\u206A\u200D\u2010", "a\u2027\u202F\u2065\u206A\u200D\u2010"},
      {"a space before a mark", " \u200F plan", "plan"},
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
