// Pasted text is anybody's: nothing in it is kept that opens an account, and nothing in it hurts.
#include <gmock/gmock.h>

#include <algorithm>

#include "core/reply/secrets.h"
#include "core/reply/statements.h"
#include "replies.h"

namespace tollmeter {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReplySecrets, AreDroppedWhereverTheyStand) {
  const std::string kSecret = "Zm9vYmFyc2VjcmV0";
  for (const char* text : {
           "Authorization: Bearer @",
           "> authorization: Basic @",
           "Set-Cookie: session=@; Path=/; HttpOnly",
           "cookie: a=1; sid=@",
           "x-api-key: @",
           "curl -i 'https://api.x.com/2/tweets' -H 'Authorization: Bearer @' --compressed",
           "curl -H \"X-Goog-Api-Key: @\" https://generativelanguage.googleapis.com/v1/models",
           "curl -u user:@ https://api.example.org/",
           "curl -b '@' https://api.example.org/",
           "GET /v1/x?api_key=@&page=2 HTTP/1.1",
           "https://maps.googleapis.com/maps/api/geocode/json?key=@&x=1",
           "https://graph.facebook.com/v20.0/me?access_token=@",
           "{\"access_token\":\"@\",\"scope\":\"read\"}",
           "{'client_secret': '@', 'x-ratelimit-limit': '60'}",
           "{\"headers\":{\"authorization\":\"Bearer @\"}}",
           "{:authorization=>\"Bearer @\"}",
           "POST https://api.telegram.org/bot123:@/sendMessage HTTP/1.1",
           "Incorrect API key provided: sk-@.",
           "token: @",
           "authorization:\nBearer @",
       }) {
    std::string pasted = std::string("HTTP/2 429\nretry-after: 30\n") + text + "\nserver: a\n\n{}";
    pasted.replace(pasted.find('@'), 1, kSecret);
    const ReplyReading reading = reading_of(pasted);
    EXPECT_THAT(reading.pasted.text, Not(HasSubstr(kSecret))) << text;
    EXPECT_GE(reading.pasted.dropped, 1) << text;
    EXPECT_THAT(reading.pasted.text, HasSubstr("retry-after: 30")) << text;
    EXPECT_THAT(reading.pasted.text, HasSubstr("server: a")) << text;
    for (const NameValue& one : reading.pasted.headers) EXPECT_THAT(one.value, Not(HasSubstr(kSecret))) << text;
    for (const NameValue& one : reading.pasted.members) EXPECT_THAT(one.value, Not(HasSubstr(kSecret))) << text;
    // What is read again holds none to drop.
    EXPECT_EQ(reading_of(reading.pasted.text).pasted.text, reading.pasted.text) << text;
  }
}

TEST(ReplySecrets, WhatCountsTokensIsNoSecret) {
  const std::string text =
      "x-ratelimit-limit-tokens: 30000\nanthropic-ratelimit-input-tokens-remaining: 0\n{\"max_tokens\":100,\"code\":429,\"status_code\":429,\"usage\":{\"total_tokens\":5}}";
  const Unsecret safe = without_secrets(text, reply_table().secrets);
  EXPECT_EQ(safe.text, text);
  EXPECT_EQ(safe.dropped, 0);
}

TEST(ReplyHostile, IsBounded) {
  std::string many = "HTTP/2 429\n";
  for (int i = 0; i < 400; ++i) many += "x-ratelimit-limit-" + std::to_string(i) + ": " + std::to_string(i) + "\n";
  const ReplyReading headers = reading_of(many);
  EXPECT_TRUE(headers.pasted.cut);
  EXPECT_LE(headers.pasted.headers.size(), kMostReplyHeaders);
  EXPECT_LE(headers.stated.windows.size(), 40U);

  std::string lines = "HTTP/2 429\n\n";
  for (int i = 0; i < 600; ++i) lines += "a\n";
  EXPECT_TRUE(reading_of(lines).pasted.cut);

  const ReplyReading bytes = reading_of(std::string(400 << 10, 'a'));
  EXPECT_TRUE(bytes.pasted.cut);
  EXPECT_LE(bytes.pasted.text.size(), kMostReplyBytes);
}

// What is kept is what is read: it is kept, shown and given back once more at each change.
TEST(ReplyHostile, NothingIsKeptBeyondWhatIsRead) {
  std::string lines = "HTTP/2 429\n\n";
  for (int i = 0; i < 5000; ++i) lines += "line " + std::to_string(i) + " \u0645\u0631\u062d\u0628\u0627 " + std::to_string(i) + "\n";
  const PastedReply cut = reading_of(lines).pasted;
  EXPECT_TRUE(cut.cut);
  EXPECT_EQ(std::count(cut.text.begin(), cut.text.end(), '\n'), static_cast<std::ptrdiff_t>(kMostReplyLines));
  EXPECT_TRUE(lines.starts_with(cut.text));
  const PastedReply again = reading_of(cut.text).pasted;
  EXPECT_FALSE(again.cut);
  EXPECT_EQ(again.text, cut.text);

  // No character is cut in two, and bytes that are none cost no more than others.
  for (const std::size_t before : {0U, 1U}) {
    std::string arabic(before, ' ');
    while (arabic.size() <= kMostReplyBytes) arabic += "\u0645";
    const std::string kept = reading_of(arabic).pasted.text;
    EXPECT_EQ(kept.size(), kMostReplyBytes - before);
    EXPECT_TRUE(kept.ends_with("\u0645"));
  }
  EXPECT_EQ(reading_of(std::string(kMostReplyBytes + 9, '\xBF')).pasted.text.size(), kMostReplyBytes - 3);
}

// What grew faster than its input would not end here.
TEST(ReplyHostile, EndsOnTheLongestRepetitions) {
  const std::size_t size = 250 << 10;
  const auto repeated = [&](const std::string& part) {
    std::string all;
    while (all.size() < size) all += part;
    return all;
  };
  for (const char* part : {"[", "{\"a\":", "\"", "'", "\\", "x-ratelimit-limit-", "bearer ", "a=b&", "retry after ", ",;=", "key=\"", "-H '", "<", "HTTP/", "********", "\xFF\xC0", ":", "https://", "(tpm): limit "}) {
    EXPECT_LE(reading_of(repeated(part)).pasted.text.size(), kMostReplyBytes);
    reading_of("HTTP/2 429\nx-app-usage: " + repeated(part));
    reading_of("HTTP/2 429\nratelimit: " + repeated(part));
    reading_of("HTTP/2 429\n\n" + repeated(part));
  }
}

TEST(ReplyHostile, NumbersThatAreTooLargeAreLeftOut) {
  const ReplyReading reading = reading_of(
      "HTTP/2 429\nhost: api.github.com\nx-ratelimit-limit: 99999999999999999999999999999999\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 999999999999999999\nretry-after: 999999999999999999\n\n");
  ASSERT_EQ(reading.tripped.size(), 1U);
  EXPECT_FALSE(reading.tripped[0].limit);
  match_of(reading);
}

TEST(ReplyHostile, NamesThatAreShownHoldNothingButLettersAndDigits) {
  const ReplyReading reading = reading_of("HTTP/2 429\nRateLimit: \"<img src=x onerror=alert(1)>\\u202e\";r=0;t=5\n\n");
  ASSERT_EQ(reading.tripped.size(), 1U);
  EXPECT_EQ(reading.tripped[0].name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 "), std::string::npos) << reading.tripped[0].name;
  EXPECT_LE(reading.tripped[0].name.size(), 48U);
}

TEST(ReplyHostile, EveryStartOfAReplyIsRead) {
  const std::string whole =
      "> GET /2/tweets HTTP/2\n> Host: api.x.com\n> authorization: Bearer abcdefgh\n<HTTP/2 429\n< date: Tue, 24 Nov 2026 10:00:00 GMT\n< RateLimit: \"a\";r=0;t=9, b\n"
      "< x-app-usage: {\"call_count\":100,\"b\":[{\"c\":\"\\\"\"}]}\n< \n{\"error\":{\"retry_after\": 5, 'x': \"try again in 2m\"}}";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const ReplyReading reading = reading_of(whole.substr(0, size));
    match_of(reading);
  }
}

TEST(StructuredItems, AreReadAsTheStandardSays) {
  const auto items = structured_items("\"a;b,c\";q=10;w=60, 100;w=1,limit=5");
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0][0].value, "a;b,c");
  EXPECT_EQ(items[0][1].name, ";q");
  EXPECT_EQ(items[0][1].value, "10");
  EXPECT_EQ(items[1][0].value, "100");
  EXPECT_EQ(items[2][0].name, "limit");
  EXPECT_TRUE(structured_items("").empty());
}

}  // namespace
}  // namespace tollmeter
