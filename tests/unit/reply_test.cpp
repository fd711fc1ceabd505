// Replies as platforms send them and people copy them. What is expected is read off the text and the platform's own documentation.
#include <gmock/gmock.h>

#include "core/reply/moments.h"
#include "replies.h"

namespace tollmeter {
namespace {

/// A reply, and what a person who knows the platform says of it.
struct Shaped {
  const char* name;
  const char* text;
  const char* platform;   ///< "": cannot be told
  const char* limit;      ///< an id of the catalogue; "": cannot be told
  const char* metric;     ///< "": cannot be told
  const char* plan;       ///< "": cannot be told
  const char* frees;      ///< "at 1795514700", "after 35", "": the reply does not say
  bool refusal = true;
};

// 2026-11-24 10:00:00 UTC is 1795514400.
const Shaped kReplies[] = {
    {"X, the window of 15 minutes, curl -i",
     "HTTP/2 429 \r\ndate: Tue, 24 Nov 2026 10:00:00 GMT\r\ncontent-type: application/problem+json\r\nx-rate-limit-limit: 450\r\n"
     "x-rate-limit-remaining: 0\r\nx-rate-limit-reset: 1795514700\r\n\r\n"
     "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}",
     "", "", "", "", "at 1795514700"},
    {"X, the same with the call, curl -v",
     "*   Trying 104.244.42.2:443...\n* Connected to api.x.com (104.244.42.2) port 443\n> GET /2/tweets/search/recent?query=news HTTP/2\n> Host: api.x.com\n"
     "> authorization: Bearer AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid\n> accept: */*\n> \n< HTTP/2 429 \n< date: Tue, 24 Nov 2026 10:00:00 GMT\n"
     "< x-rate-limit-limit: 450\n< x-rate-limit-remaining: 0\n< x-rate-limit-reset: 1795514700\n< \n{ [118 bytes data]\n{\"title\":\"Too Many Requests\",\"status\":429}",
     "x", "search-15min-app", "posts_read", "ppu", "at 1795514700"},
    {"X, the monthly cap, with room in the window",
     "HTTP/2 429\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-rate-limit-limit: 40000\nx-rate-limit-remaining: 39999\nx-rate-limit-reset: 1795515300\n\n"
     "{\n \"account_id\": 12, \"product_name\": \"standard-basic\",\n \"title\": \"UsageCapExceeded\", \"period\": \"Monthly\", \"scope\": \"Product\",\n"
     " \"detail\": \"Usage cap exceeded: Monthly product cap\",\n \"type\": \"https://api.twitter.com/2/problems/usage-capped\"\n}",
     "x", "reads-month", "", "", ""},
    {"X, posts of 24 hours of the app, in 2023",
     "HTTP/1.1 429 Too Many Requests\nDate: Fri, 28 Jul 2023 09:00:00 GMT\nx-rate-limit-limit: 1200000\nx-rate-limit-remaining: 1199999\n"
     "x-rate-limit-reset: 1690536000\nx-app-limit-24hour-limit: 50\nx-app-limit-24hour-remaining: 0\nx-app-limit-24hour-reset: 1690570000\n"
     "Request URL: https://api.twitter.com/2/tweets\nRequest Method: POST\n\n{\"detail\":\"Too Many Requests\"}",
     "x", "posts-24h-app", "posts_created", "free", "at 1690570000"},
    {"X, v1.1 body",
     "HTTP/1.1 429 Too Many Requests\nx-rate-limit-limit: 180\nx-rate-limit-remaining: 0\nx-rate-limit-reset: 1610000000\ndate: Thu, 07 Jan 2021 06:00:00 GMT\n"
     ":authority: api.twitter.com\n:path: /1.1/search/tweets.json?q=a\n:method: GET\n\n{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}",
     "x", "search-15min-user", "posts_read", "", "at 1610000000"},  // the premium plans have it too
    {"GitHub, no token",
     "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nserver: github.com\nx-ratelimit-limit: 60\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1795516200\n"
     "x-ratelimit-used: 60\nx-ratelimit-resource: core\nx-github-request-id: C1:2A\n\n"
     "{\"message\":\"API rate limit exceeded for 203.0.113.7.\",\"documentation_url\":\"https://docs.github.com/rest\"}",
     "github", "hour", "", "unauthenticated", "at 1795516200"},
    {"GitHub, searches",
     "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nx-ratelimit-limit: 30\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1795514431\nx-ratelimit-resource: search\n"
     "x-github-request-id: C1:2A\n\n{\"message\":\"API rate limit exceeded for user ID 1.\"}",
     "github", "searches-minute", "searches", "", "at 1795514431"},
    {"GitHub, a secondary limit",
     "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nretry-after: 60\nx-ratelimit-limit: 5000\nx-ratelimit-remaining: 4980\nx-ratelimit-resource: core\nx-github-request-id: C1:2A\n\n"
     "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few minutes before you try again.\"}",
     "github", "points-minute", "", "", "at 1795514460"},
    {"Reddit, fractions",
     "HTTP/2 429\nx-ratelimit-used: 1000\nx-ratelimit-remaining: 0.0\nx-ratelimit-reset: 214\nRequest URL: https://oauth.reddit.com/r/news/new\nRequest Method: GET\n\n{\"message\": \"Too Many Requests\", \"error\": 429}",
     "reddit", "calls-10min", "calls", "", "after 214"},
    {"Discord, one route",
     "HTTP/1.1 429 TOO MANY REQUESTS\nDate: Tue, 24 Nov 2026 10:00:00 GMT\nRetry-After: 65\nX-RateLimit-Limit: 10\nX-RateLimit-Remaining: 0\nX-RateLimit-Reset: 1795514464.57\n"
     "X-RateLimit-Reset-After: 64.57\nX-RateLimit-Bucket: abcd1234\nX-RateLimit-Scope: user\n\n{\"message\": \"You are being rate limited.\", \"retry_after\": 64.57, \"global\": false}",
     "discord", "route", "requests", "bot", "at 1795514465"},
    {"Discord, the whole bot",
     "HTTP/1.1 429\nretry-after: 1\nx-ratelimit-global: true\nx-ratelimit-scope: global\n\n{\"message\": \"You are being rate limited.\", \"retry_after\": 0.6, \"global\": true}",
     "discord", "global-second", "requests", "bot", "after 1"},
    {"Slack",
     "HTTP/2 429\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nretry-after: 30\nx-slack-req-id: 7\n:authority: slack.com\n:path: /api/conversations.history\n:method: GET\n\n{\"ok\":false,\"error\":\"ratelimited\"}",
     "slack", "history-minute", "messages_read", "", "at 1795514430"},
    {"Telegram, with the bot's token in the path",
     "curl -i https://api.telegram.org/bot123456:AAEhBOweik6ad9r_secret/sendMessage\nHTTP/2 429\nretry-after: 35\n\n"
     "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\",\"parameters\":{\"retry_after\":35}}",
     "telegram", "chat-second", "messages", "", "after 35"},
    {"Mastodon, a reset in ISO 8601",
     "HTTP/2 429\nhost: mastodon.social\nx-ratelimit-limit: 300\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 2026-11-24T10:05:00.123456Z\n\n{\"error\":\"Too many requests\"}",
     "mastodon", "account-5min", "calls", "default", "at 1795514700"},
    {"Bluesky, a policy of the old form",
     "HTTP/2 429\nratelimit-limit: 3000\nratelimit-remaining: 0\nratelimit-reset: 1795514650\nratelimit-policy: 3000;w=300\nRequest URL: https://bsky.social/xrpc/app.bsky.feed.getTimeline\nRequest Method: GET\n\n{\"error\":\"RateLimitExceeded\"}",
     "bluesky", "requests-5min", "reads", "hosted", "at 1795514650"},
    {"YouTube, 403",
     "HTTP/2 403\ndate: Tue, 24 Nov 2026 10:00:00 GMT\n\n{\n \"error\": {\"code\": 403, \"message\": \"The request cannot be completed because you have exceeded your quota.\",\n"
     " \"errors\": [{\"domain\": \"youtube.quota\", \"reason\": \"quotaExceeded\"}]}\n}",
     "youtube", "units-day", "", "default", ""},
    {"Gemini, quota failure and retry info",
     "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaMetric\":"
     "\"generativelanguage.googleapis.com/generate_content_free_tier_requests\",\"quotaId\":\"GenerateRequestsPerDayPerProjectPerModel-FreeTier\",\"quotaDimensions\":{\"model\":\"gemini-2.5-flash\"},"
     "\"quotaValue\":\"250\"}]},{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"33s\"}]}}",
     "gemini", "requests-day", "requests", "?", "after 33"},
    {"OpenAI, a sentence",
     "openai.error.RateLimitError: Rate limit reached for gpt-4 in organization org-x on tokens per min (TPM): Limit 10000, Used 8554, Requested 3082. "
     "Please try again in 9.816s. Visit https://platform.openai.com/account/rate-limits to learn more.",
     "openai", "tokens-minute", "", "?", "after 9.816"},
    {"OpenAI, headers",
     "HTTP/2 429\nopenai-processing-ms: 12\nx-ratelimit-limit-requests: 500\nx-ratelimit-limit-tokens: 30000\nx-ratelimit-remaining-requests: 0\nx-ratelimit-remaining-tokens: 29000\n"
     "x-ratelimit-reset-requests: 120ms\nx-ratelimit-reset-tokens: 6m0s\n\n{\"error\":{\"code\":\"rate_limit_exceeded\"}}",
     "openai", "requests-minute", "requests", "?", "after 0.12"},
    {"Anthropic",
     "HTTP/2 429\ndate: Tue, 24 Nov 2026 10:00:00 GMT\nretry-after: 14\nanthropic-ratelimit-requests-limit: 1000\nanthropic-ratelimit-requests-remaining: 998\n"
     "anthropic-ratelimit-requests-reset: 2026-11-24T10:00:01Z\nanthropic-ratelimit-input-tokens-limit: 2000000\nanthropic-ratelimit-input-tokens-remaining: 0\n"
     "anthropic-ratelimit-input-tokens-reset: 2026-11-24T10:00:14Z\n\n{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"This request would exceed your organization's rate limit of 2,000,000 input tokens per minute.\"}}",
     "anthropic", "input-minute", "", "?", "at 1795514414"},
    {"Groq, the day's requests",
     "HTTP/1.1 429\nx-groq-region: fra\nretry-after: 2\nx-ratelimit-limit-requests: 14400\nx-ratelimit-limit-tokens: 18000\nx-ratelimit-remaining-requests: 0\nx-ratelimit-remaining-tokens: 17997\n"
     "x-ratelimit-reset-requests: 2m59.56s\nx-ratelimit-reset-tokens: 7.66s\n\n{}",
     "groq", "requests-day", "requests", "llama-3-1-8b-instant-free", "after 2"},
    {"Meta, an app",
     "HTTP/2 400\nx-app-usage: {\"call_count\":101,\"total_cputime\":25,\"total_time\":30}\nhost: graph.facebook.com\n\n{\"error\":{\"message\":\"(#4) Application request limit reached\",\"code\": 4, \"type\":\"OAuthException\"}}",
     "facebook", "app-hour", "user_calls", "page", ""},
    {"Meta, an advertising account",
     "HTTP/2 400\nhost: graph.facebook.com\nx-business-use-case-usage: {\"123\":[{\"type\":\"ads_insights\",\"call_count\":100,\"total_cputime\":20,\"total_time\":20,\"estimated_time_to_regain_access\":12}]}\n\n"
     "{\"error\":{\"message\":\"There have been too many calls from this ad-account.\",\"code\":80000,\"error_subcode\":2446079}}",
     "meta_ads", "insights-hour", "insights_calls", "", "after 720"},
    {"Shopify, REST",
     "HTTP/2 429\nx-shopify-shop-api-call-limit: 40/40\nretry-after: 2.0\nx-shopid: 1\n\n{\"errors\":\"Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.\"}",
     "shopify", "rest-bucket", "rest_calls", "", "after 2"},  // the buckets of all plans hold 40
    {"HubSpot, ten seconds",
     "HTTP/1.1 429\nX-HubSpot-RateLimit-Daily: 650000\nX-HubSpot-RateLimit-Daily-Remaining: 649000\nX-HubSpot-RateLimit-Interval-Milliseconds: 10000\nX-HubSpot-RateLimit-Max: 190\nX-HubSpot-RateLimit-Remaining: 0\n\n"
     "{\"status\":\"error\",\"message\":\"You have reached your ten_secondly_rolling limit.\",\"errorType\":\"RATE_LIMIT\",\"policyName\":\"TEN_SECONDLY_ROLLING\"}",
     "hubspot", "requests-10s", "requests", "", ""},
    {"Pinterest, a list of two windows",
     "HTTP/2 429\nx-pinterest-rid: 9\nx-ratelimit-limit: 300, 300;w=86400\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 4500\nRequest URL: https://api.pinterest.com/v5/pins\nRequest Method: POST\n\n{\"code\":8}",
     "pinterest", "writes", "writes", "trial", "after 4500"},
    {"Tumblr, the key's hour",
     "HTTP/1.1 429 Limit Exceeded\nx-ratelimit-perday-limit: 5000\nx-ratelimit-perday-remaining: 4000\nx-ratelimit-perday-reset: 20000\nx-ratelimit-perhour-limit: 1000\nx-ratelimit-perhour-remaining: 0\nx-ratelimit-perhour-reset: 1200\n\n{}",
     "tumblr", "key-hour", "calls", "default", "after 1200"},
    {"LinkedIn, no header says anything",
     "HTTP/2 429\nx-li-fabric: prod\n\n{\"serviceErrorCode\":101,\"message\":\"Resource level throttle APPLICATION DAY limit for calls to this resource is reached.\",\"status\":429}",
     "linkedin", "app-day", "app_calls", "", ""},
    {"Notion",
     "HTTP/2 429\nretry-after: 1\nhost: api.notion.com\n\n{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\"}",
     "notion", "requests-minute", "requests", "all", "after 1"},
    {"Salesforce",
     "HTTP/1.1 403\nSforce-Limit-Info: api-usage=15000/15000\n\n[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]",
     "salesforce", "calls-24h", "calls", "developer", ""},
    {"TikTok, too many posts",
     "HTTP/2 403\nhost: open.tiktokapis.com\n\n{\"error\":{\"code\":\"spam_risk_too_many_posts\",\"message\":\"\",\"log_id\":\"2\"}}",
     "tiktok", "posts-24h", "posts", "", ""},
    {"Brave, a second's window in a platform's own form",
     "HTTP/2 429\nhost: api.search.brave.com\nx-ratelimit-limit: 50\nx-ratelimit-policy: 50;w=1\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1\n\n{}",
     "brave_search", "searches-1s", "searches", "search", "after 1"},
};

class RealReply : public testing::TestWithParam<Shaped> {};

TEST_P(RealReply, SaysWhatAPersonWouldReadInIt) {
  const Shaped& is = GetParam();
  const ReplyReading reading = reading_of(is.text);
  EXPECT_EQ(reading.is_refusal, is.refusal) << is.name;
  EXPECT_FALSE(reading.is_empty) << is.name;
  EXPECT_EQ(platform_of(reading), is.platform) << is.name;
  const ReplyMatch match = match_of(reading);
  EXPECT_EQ(limit_of(match), is.limit) << is.name;
  EXPECT_EQ(metric_of(match), is.metric) << is.name;
  // Models change with the price data; what is known of their limits is looked at elsewhere.
  if (std::string(is.plan) != "?") {
    EXPECT_EQ(plan_of(match), is.plan) << is.name;
  }
  const std::string frees = reading.frees ? (reading.frees->is_instant ? "at " : "after ") + reading.frees->seconds.text() : "";
  EXPECT_EQ(frees, is.frees) << is.name;
}

INSTANTIATE_TEST_SUITE_P(Replies, RealReply, testing::ValuesIn(kReplies));

TEST(Reply, ReadsTheCurrentDraftOfRateLimitFields) {
  const ReplyReading reading = reading_of(
      "HTTP/1.1 429\nRateLimit-Policy: \"burst\";q=100;w=60,\"daily\";q=1000;w=86400;qu=\"requests\";pk=:cGs=:\nRateLimit: \"burst\";r=50;t=30, \"daily\";r=0;t=3600\n\n");
  ASSERT_EQ(reading.stated.windows.size(), 2U);
  ASSERT_EQ(reading.tripped.size(), 1U);
  EXPECT_EQ(reading.tripped[0].name, "daily");
  EXPECT_EQ(*reading.tripped[0].limit, Rational(1000));
  EXPECT_EQ(reading.tripped[0].seconds, Rational(86400));
  EXPECT_EQ(reading.frees->seconds, Rational(3600));
  EXPECT_EQ(platform_of(reading), "");
}

TEST(Reply, ReadsTheOlderDraftsOfRateLimitFields) {
  for (const char* text : {"HTTP/1.1 429\nRateLimit: limit=100, remaining=0, reset=50\nRateLimit-Policy: 100;w=60\n\n",
                           "HTTP/1.1 429\nRateLimit-Limit: 100, 100;w=60\nRateLimit-Remaining: 0\nRateLimit-Reset: 50\n\n",
                           "HTTP/1.1 429\nRateLimit-Limit: 100,100;window=60\nRateLimit-Remaining: 0\nRateLimit-Reset: 50\n\n"}) {
    const ReplyReading reading = reading_of(text);
    ASSERT_EQ(reading.tripped.size(), 1U) << text;
    EXPECT_EQ(*reading.tripped[0].limit, Rational(100)) << text;
    EXPECT_EQ(reading.tripped[0].seconds, Rational(60)) << text;
    EXPECT_EQ(reading.frees->seconds, Rational(50)) << text;
  }
}

TEST(Reply, NamesTheWindowsOfGateways) {
  const ReplyReading reading = reading_of("HTTP/1.1 429\nX-RateLimit-Limit-Minute: 20\nX-RateLimit-Remaining-Minute: 0\nX-RateLimit-Limit-Hour: 500\nX-RateLimit-Remaining-Hour: 40\n\n");
  ASSERT_EQ(reading.tripped.size(), 1U);
  EXPECT_EQ(reading.tripped[0].name, "minute");
  EXPECT_EQ(reading.tripped[0].seconds, Rational(60));
}

TEST(Reply, IsReadFromDeveloperTools) {
  const ReplyReading reading = reading_of(
      "Request URL:\nhttps://api.github.com/search/code?q=a\nRequest Method:\nGET\nStatus Code:\n403 Forbidden\nRemote Address:\n140.82.121.5:443\n"
      "date:\nTue, 24 Nov 2026 10:00:00 GMT\nx-ratelimit-limit:\n30\nx-ratelimit-remaining:\n0\nx-ratelimit-reset:\n1795514431\nx-ratelimit-resource:\nsearch\n");
  EXPECT_EQ(reading.pasted.status, 403);
  EXPECT_EQ(reading.pasted.call, "get /search/code");
  EXPECT_EQ(platform_of(reading), "github");
  EXPECT_EQ(limit_of(match_of(reading)), "searches-minute");
  EXPECT_EQ(reading.frees->seconds, Rational(1795514431));
}

TEST(Reply, IsReadFromWhatProgramsPrint) {
  for (const char* text : {
           R"({"status":429,"headers":{"date":"Tue, 24 Nov 2026 10:00:00 GMT","x-ratelimit-limit":"60","x-ratelimit-remaining":"0","x-ratelimit-resource":"core","x-github-request-id":"C1"}})",
           "429 {'Date': 'Tue, 24 Nov 2026 10:00:00 GMT', 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Resource': 'core', 'X-GitHub-Request-Id': 'C1', 'status': '429'}",
           R"({:status=>429, "date"=>"Tue, 24 Nov 2026 10:00:00 GMT", "x-ratelimit-limit"=>"60", "x-ratelimit-remaining"=>"0", "x-ratelimit-resource"=>"core", "x-github-request-id"=>"C1"})",
           R"([["date","Tue, 24 Nov 2026 10:00:00 GMT"],["x-ratelimit-limit","60"],["x-ratelimit-remaining","0"],["x-ratelimit-resource","core"],["x-github-request-id","C1"],["status","429"]])",
           R"({"response":{"status":429,"headers":[{"name":"Date","value":"Tue, 24 Nov 2026 10:00:00 GMT"},{"name":"X-RateLimit-Limit","value":"60"},{"name":"X-RateLimit-Remaining","value":"0"},{"name":"X-RateLimit-Resource","value":"core"},{"name":"X-GitHub-Request-Id","value":"C1"}]}})",
           "{ status: 429, date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'core', 'x-github-request-id': 'C1' }",
       }) {
    const ReplyReading reading = reading_of(text);
    EXPECT_EQ(reading.pasted.status, 429) << text;
    EXPECT_EQ(platform_of(reading), "github") << text;
    EXPECT_EQ(plan_of(match_of(reading)), "unauthenticated") << text;
    EXPECT_EQ(*reading.stated.made, Rational(kPasted)) << text;
  }
}

TEST(Reply, OfSeveralTheLastIsMeant) {
  const ReplyReading reading = reading_of("HTTP/1.1 301 Moved\nlocation: https://api.github.com/\n\nHTTP/2 429\nretry-after: 5\n\nbody");
  EXPECT_EQ(reading.pasted.status, 429);
  EXPECT_EQ(reading.pasted.headers.size(), 1U);
  EXPECT_EQ(reading.pasted.body, "body\n");
}

TEST(Reply, ThatRefusesNothingIsNotTakenForARefusal) {
  const ReplyReading fine = reading_of("HTTP/2 200\nx-ratelimit-limit: 60\nx-ratelimit-remaining: 59\n\n{}");
  EXPECT_FALSE(fine.is_refusal);
  EXPECT_FALSE(fine.is_empty);
  EXPECT_TRUE(reading_of("Hello, I got an error yesterday.\nWhat now?").is_empty);
  EXPECT_TRUE(reading_of("").is_empty);
}

TEST(Reply, TimesAreReadInEveryFormThatRepliesUse) {
  const std::pair<const char*, const char*> waits[] = {{"35", "35"}, {"6m0s", "360"}, {"17ms", "0.017"}, {"1h2m3.5s", "3723.5"},
                                                       {"2 minutes", "120"}, {"1 day", "86400"}, {"-3", "0"}};
  for (const auto& [text, seconds] : waits) {
    const std::optional<Moment> moment = parse_moment(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_FALSE(moment->is_instant) << text;
    EXPECT_EQ(moment->seconds, Rational::parse(seconds)) << text;
  }
  EXPECT_EQ(parse_moment("64.57")->seconds, Rational::fraction(6457, 100));
  for (const char* text : {"1795514400", "1795514400000", "Tue, 24 Nov 2026 10:00:00 GMT", "Tuesday, 24-Nov-26 10:00:00 GMT", "Tue Nov 24 10:00:00 2026",
                           "2026-11-24T10:00:00Z", "2026-11-24T11:00:00.25+01:00", "2026-11-24 10:00:00"}) {
    const std::optional<Moment> moment = parse_moment(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_TRUE(moment->is_instant) << text;
    EXPECT_EQ(moment->seconds, Rational(kPasted)) << text;
  }
  for (const char* text : {"", "soon", "Tue, 31 Feb 2026 10:00:00 GMT", "2026-13-01T00:00:00Z", "12 parsecs", "99999999999999999999999999", "10:00:00"}) {
    EXPECT_FALSE(parse_moment(text)) << text;
  }
}

}  // namespace
}  // namespace tollmeter
