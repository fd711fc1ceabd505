// The tree that is built from nlohmann/json's events against the tree that nlohmann/json builds itself.
#include "core/json_document.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;
using Other = nlohmann::json;

constexpr JsonBounds kBounds{1u << 22, 32, 1000};

bool same(const JsonValue& value, const Other& other) {
  if (value.items.size() != (other.is_structured() ? other.size() : 0)) return false;
  switch (value.kind) {
    case Kind::null:
      return other.is_null();
    case Kind::boolean:
      return other.is_boolean() && value.is_true == other.get<bool>();
    case Kind::number:
      return other.is_number();
    case Kind::text:
      return other.is_string() && value.text == other.get<std::string>();
    case Kind::list:
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (!same(value.items[i], other.at(i))) return false;
      }
      return other.is_array();
    case Kind::object:
      for (const JsonValue& item : value.items) {
        if (!other.contains(item.key) || !same(item, other.at(item.key))) return false;
      }
      return other.is_object();
  }
  return false;
}

void expect_agreement(const std::string& text) {
  SCOPED_TRACE(text.substr(0, 200));
  const Other other = Other::parse(text, nullptr, false);
  const Result<JsonValue> read = parse_json_document(text, kBounds);
  if (read.ok()) {
    ASSERT_FALSE(other.is_discarded());
    EXPECT_TRUE(same(read.value(), other));
  } else if (!other.is_discarded()) {
    EXPECT_EQ(read.problem().expected, "each key once");  // which the other one lets pass
  }
}

TEST(JsonDocument, ReadsAndRefusesAsNlohmannDoes) {
  for (const char* text : {"null",
                           " true\t",
                           "\r\nfalse\n",
                           "\"\"",
                           "[]",
                           "{}",
                           "[1,[2,{\"a\":[]}],{}]",
                           "{\"\":1,\"b\":{\"c\":\"d\"}}",
                           "",
                           " ",
                           "nul",
                           "nulll",
                           "truE",
                           "[",
                           "]",
                           "{",
                           "}",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{\"a\" : 1 , \"b\" : 2}",
                           "[1]x",
                           "[1] []",
                           "'a'",
                           "// no\n1",
                           "0",
                           "-0",
                           "-",
                           "+1",
                           "01",
                           "10",
                           "-10.5e+3",
                           "1.",
                           ".5",
                           "1e",
                           "1e5",
                           "1E-5",
                           "1e+",
                           "0x1",
                           "NaN",
                           "1.5.5"}) {
    expect_agreement(text);
  }
}

TEST(JsonDocument, ReadsTextsAsNlohmannDoes) {
  for (const char* text : {"plain",
                           "caf\xC3\xA9",
                           "\xE2\x82\xAC",
                           "\xF0\x9F\x98\x80",
                           R"(\"\\\/\b\f\n\r\t)",
                           R"(\u0041\u00e9\u20AC)",
                           R"(\ud83d\ude00)",
                           R"(\uD83D)",
                           R"(\uD83D\u0041)",
                           R"(\uDE00)",
                           R"(\uD83D\uD83D)",
                           R"(\u12)",
                           R"(\u12G4)",
                           R"(\x)",
                           R"(\)",
                           "tab\there",
                           "line\nbreak",
                           "\x7F",
                           "\xC3",
                           "\xC0\x80",
                           "\xE0\x80\x80",
                           "\xED\xA0\x80",
                           "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80",
                           "\x80",
                           "\xE2\x82",
                           R"(\u0000)",
                           R"(\uFFFF)"}) {
    expect_agreement("\"" + std::string(text) + "\"");
  }
  expect_agreement(std::string("\"\0\"", 3));
}

TEST(JsonDocument, ReadsTheCatalogueAndItsGarblesAsNlohmannDoes) {
  std::ifstream file(TOLLMETER_CATALOG);
  const std::string whole(std::istreambuf_iterator<char>(file), {});
  expect_agreement(whole);
  const std::string part = R"({"a":[{"b":"caf\u00e9 \u20ac","c":[true,null,-1.5e3]},{"d":{}}],"e":false})";
  constexpr std::string_view kOdd = "\"\\{}[]:,0-.eu \x01\xff";
  for (std::size_t at = 0; at <= part.size(); ++at) {
    expect_agreement(part.substr(0, at));
    for (const char odd : kOdd) {
      std::string garbled = part;
      garbled.insert(at, 1, odd);
      expect_agreement(garbled);
      if (at == part.size()) continue;
      garbled = part;
      garbled[at] = odd;
      expect_agreement(garbled);
    }
  }
}

TEST(JsonDocument, KeepsItsBounds) {
  const auto problem = [](const std::string& text, JsonBounds bounds) {
    const Result<JsonValue> read = parse_json_document(text, bounds);
    return read.ok() ? std::string("none") : read.problem().sentence();
  };
  EXPECT_EQ(problem("[1]", {3, 1, 1}), "none");
  EXPECT_EQ(problem("[1] ", {3, 1, 1}), "the text has 4 bytes; expected at most 3 bytes");
  EXPECT_EQ(problem(R"({"a":[]})", {99, 2, 1}), "none");
  EXPECT_EQ(problem(R"({"a":[]})", {99, 1, 1}), "a: it is nested too deeply; expected at most 1 level");
  EXPECT_EQ(problem(R"([{"a":1,"b":2}])", {99, 2, 1}), "[0]: it has too many keys; expected at most 1 key");
  EXPECT_EQ(problem(R"([{"a":1,"a":2}])", {99, 2, 9}), "[0].a: 'a' is there twice; expected each key once");
}

}  // namespace
}  // namespace tollmeter
