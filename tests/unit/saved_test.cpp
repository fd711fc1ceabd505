// Saved calculations: what the browser keeps and what a file holds, read back, and bad ones refused in one sentence.
#include "core/saved.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/scenario.h"

namespace tollmeter {
namespace {

SavedCalculation named(const char* title, const char* link = "1;d=2026-03-03~abc") {
  return {title, *Date::parse("2026-11-24"), {{311, "USD"}}, link};
}

TEST(Saved, ComesBackAsItWasWritten) {
  const std::vector<SavedCalculation> all = {named("Q3 \"launch\" \\ plan"), named("プラン", "2;1;x~a;1;y~b~c"), named("none")};
  const Result<std::vector<SavedCalculation>> read = read_saved(write_saved(all));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value(), all);
  EXPECT_TRUE(read_saved(write_saved({})).value().empty());
}

// As another reader of JSON sees it.
TEST(Saved, IsTheJsonThatItsDescriptionSays) {
  const nlohmann::json json = nlohmann::json::parse(write_saved(std::vector{named("Plan")}));
  EXPECT_EQ(json["tollmeter"], "calculations");
  EXPECT_EQ(json["version"], 2);
  EXPECT_EQ(json["calculations"][0]["title"], "Plan");
  EXPECT_EQ(json["calculations"][0]["saved"], "2026-11-24");
  EXPECT_EQ(json["calculations"][0]["totals"], nlohmann::json::parse(R"([{"amount": "311", "currency": "USD"}])"));
  EXPECT_EQ(json["calculations"][0]["link"], "1;d=2026-03-03~abc");
}

TEST(Saved, TotalsComeBackAsFiguresAndNotAsWords) {
  SavedCalculation one = named("A");
  one.totals = {{Rational::parse("12.5"), "EUR", true, false}, {7, "KWD", false, true}, {0, "JPY"}};
  const Result<std::vector<SavedCalculation>> read = read_saved(write_saved(std::vector{one}));
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  EXPECT_EQ(read.value()[0].totals, one.totals);
}

// What a browser kept before totals were figures, and the files of that time.
TEST(Saved, AFileOfVersion1OpensWithTheWordsOfItsTotal) {
  const std::string head = R"({"tollmeter": "calculations", "version": 1, "calculations": [{"title": "A", "saved": "2026-11-24", "total": ")";
  const Result<std::vector<SavedCalculation>> read = read_saved(head + R"(100,00\u202f$", "link": "x"}]})");
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  EXPECT_EQ(read.value()[0].old_total, "100,00\u202F$");
  EXPECT_TRUE(read.value()[0].totals.empty());
  EXPECT_EQ(read_saved(write_saved(read.value())).value(), read.value());
  EXPECT_EQ(read_saved(head + std::string(900, '9') + R"(", "link": "x"}]})").value()[0].old_total.size(), static_cast<std::size_t>(kMostTitleBytes));
}

TEST(Saved, AByteOrderMarkIsNoPartOfAFile) {
  const std::string file = "\xEF\xBB\xBF" + write_saved(std::vector{named("A")});
  EXPECT_TRUE(is_saved_file(file));
  ASSERT_TRUE(read_saved(file).ok()) << read_saved(file).problem().sentence();
  EXPECT_EQ(read_saved(file).value(), std::vector{named("A")});
}

TEST(Saved, WhatCannotBeOpenedIsLeftOutWithTheReason) {
  const std::string good = seal_link("1;d=2026-03-03"), cut = good.substr(0, good.size() - 1), nine = seal_link("9;d=2026-03-03");
  std::string changed = good;
  changed.replace(changed.find("03-03"), 5, "03-04");
  const Openable some = openable({named("Good", good.c_str()), named("Script", "javascript:alert(1)"), named("New", nine.c_str())});
  EXPECT_EQ(some.all, std::vector{named("Good", good.c_str())});
  EXPECT_EQ(some.refused,
            "2 calculations cannot be opened and were left out. “Script”: link: is not a link of this page; expected a link such as "
            "1;d=2023-04-25;p=x:basic~.... “New”: link: is of version 9, which this page does not know; expected version 1 or 2; a newer page may "
            "open it.");
  EXPECT_NE(openable({named("Cut", cut.c_str())}).refused, "");
  EXPECT_NE(openable({named("Changed", changed.c_str())}).refused, "");
  EXPECT_NE(openable({named("Long", seal_link("1;t=" + std::string(20'000, 'x')).c_str())}).refused, "");
  EXPECT_EQ(openable({named("Good", good.c_str()), named("Comparison", seal_link("2;" + good + ";" + good).c_str())}).refused, "");
  const Openable many = openable(std::vector<SavedCalculation>(100, named("Script", "javascript:alert(1)")));
  EXPECT_TRUE(many.all.empty());
  EXPECT_TRUE(many.refused.starts_with("100 calculations cannot be opened"));
  EXPECT_LT(many.refused.size(), 1000U) << "a few reasons stand for all";
}

TEST(Saved, TitlesAreCleanAndEachThereOnce) {
  const char* json = R"({"tollmeter": "calculations", "version": 1, "calculations": [
    {"title": " Plan\u0007 ", "saved": "2026-11-24", "link": "a"}, {"title": "Plan", "saved": "2026-11-24", "link": "b"},
    {"title": "Plan", "saved": "2026-11-24", "link": "c"}]})";
  const Result<std::vector<SavedCalculation>> read = read_saved(json);
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  ASSERT_EQ(read.value().size(), 3U);
  EXPECT_EQ(read.value()[0].title, "Plan");
  EXPECT_EQ(read.value()[1].title, "Plan (2)");
  EXPECT_EQ(read.value()[2].title, "Plan (3)");
}

TEST(Saved, ALongTitleKeepsItsNumberWithinWhatATitleMayHold) {
  const std::string longest(kMostTitleBytes, 'x');
  const std::string free = free_title(std::vector{named(longest.c_str())}, longest);
  EXPECT_EQ(free.size(), static_cast<std::size_t>(kMostTitleBytes));
  EXPECT_TRUE(free.ends_with("x (2)"));
}

TEST(Saved, MergingLosesNothingAndAddsNothingTwice) {
  const std::vector<SavedCalculation> here = {named("A", "a"), named("B", "b")};
  const std::vector<SavedCalculation> file = {named("B", "b"), named("A", "other"), named("C", "c")};
  const std::vector<SavedCalculation> both = merged(here, file);
  ASSERT_EQ(both.size(), 4U);
  EXPECT_EQ(both[0], here[0]);
  EXPECT_EQ(both[1], here[1]);
  EXPECT_EQ(both[2], named("A (2)", "other"));
  EXPECT_EQ(both[3], named("C", "c"));
  EXPECT_EQ(merged(both, {}), both);
  EXPECT_EQ(merged(both, file), both) << "the same file again";
}

TEST(Saved, AFileMeansToBeOneByItsHead) {
  EXPECT_TRUE(is_saved_file(write_saved({})));
  EXPECT_TRUE(is_saved_file(R"({ "tollmeter":"calculations", "version": 9)"));
  EXPECT_FALSE(is_saved_file(R"({"tollmeter": "prices", "version": 1})"));
  EXPECT_FALSE(is_saved_file(std::string(300, ' ') + write_saved({})));
  EXPECT_FALSE(is_saved_file(""));
}

// The bound of the whole is in bytes: what was found to have room is read again.
TEST(Saved, WhatFindsRoomCanBeRead) {
  const std::string link(60'000, 'x');
  std::vector<SavedCalculation> all;
  const auto another = [&] { return named("A", (std::to_string(all.size()) + link).c_str()); };
  while (has_room(all, another())) all = merged(all, std::vector{another()});
  EXPECT_GT(all.size(), 10U);
  EXPECT_LT(all.size(), kMostSaved);
  EXPECT_LE(write_saved(all).size(), kMostSavedBytes);
  const Result<std::vector<SavedCalculation>> read = read_saved(write_saved(all));
  ASSERT_TRUE(read.ok()) << read.problem().sentence();
  EXPECT_EQ(read.value(), all);
  EXPECT_EQ(merged(all, std::vector{named("B", link.c_str())}), all);
}

TEST(Saved, RefusesWhatIsNoListOfCalculations) {
  const std::string head = R"({"tollmeter": "calculations", "version": 1, "calculations": [)";
  const auto sentence = [](const std::string& json) {
    const Result<std::vector<SavedCalculation>> read = read_saved(json);
    return read.ok() ? "" : read.problem().sentence();
  };
  EXPECT_NE(sentence(""), "");
  EXPECT_NE(sentence("[]"), "");
  EXPECT_NE(sentence("null"), "");
  EXPECT_NE(sentence(std::string(1'000'000, '[')), "");
  EXPECT_NE(sentence(std::string(5'000'000, ' ')), "");
  EXPECT_NE(sentence(R"({"tollmeter": "prices", "version": 1, "calculations": []})"), "");
  EXPECT_EQ(sentence(R"({"tollmeter": "calculations", "version": 3, "calculations": []})"),
            "version: it is of a version that this page does not know; expected 1 or 2 (a newer page may read it)");
  for (const char* totals : {R"([{"amount": "-1", "currency": "USD"}])", R"([{"amount": "<b>", "currency": "USD"}])", R"([{"amount": "1", "currency": "XXX"}])",
                             R"([{"amount": "1"}])", R"([{"amount": "1", "currency": "USD", "words": "x"}])", R"(["$1"])", R"({"amount": "1"})"}) {
    EXPECT_NE(sentence(head + R"({"title": "A", "saved": "2026-11-24", "link": "x", "totals": )" + totals + "}]}"), "") << totals;
  }
  EXPECT_EQ(sentence(head + R"({"title": "A", "saved": "2026-11-24", "link": "1;<script>\n"}]})"),
            "calculations[0].link: it holds characters that no link has; expected what stands behind # in an address of Tollmeter");
  EXPECT_EQ(sentence(head + R"({"title": "\u0007", "saved": "2026-11-24", "link": "x"}]})"),
            "calculations[0].title: it holds no character that can be shown; expected a name");
  EXPECT_NE(sentence(head + R"({"title": "A", "saved": "2026-02-30", "link": "x"}]})"), "");
  EXPECT_NE(sentence(head + R"({"title": "A", "saved": "2026-11-24"}]})"), "");
  EXPECT_NE(sentence(head + R"({"title": "A", "saved": "2026-11-24", "link": "x", "run": "y"}]})"), "");
  EXPECT_NE(sentence(head + R"({"title": "A", "saved": "2026-11-24", "link": ")" + std::string(90'000, 'x') + R"("}]})"), "");
  std::vector<SavedCalculation> many(kMostSaved, named("A"));
  EXPECT_TRUE(read_saved(write_saved(many)).ok());
  many.push_back(named("A"));
  EXPECT_EQ(sentence(write_saved(many)), "calculations[100]: there are too many; expected at most 100 calculations");
}

TEST(Saved, AnyCutIsRefused) {
  const std::string whole = write_saved(std::vector{named("A"), named("B")});
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(read_saved(whole.substr(0, size)).ok()) << size;
}

}  // namespace
}  // namespace tollmeter
