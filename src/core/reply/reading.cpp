#include "core/reply/reading.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr int kTooMany = 429;
constexpr std::size_t kMostBody = 64U << 10;

bool like_any(std::string_view text, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return is_like(text, pattern); });
}

/// In small letters and without blanks, as the table's words about bodies are.
std::string squeezed(std::string_view text) {
  std::string all = small_letters(text.substr(0, kMostBody));
  std::erase_if(all, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return all;
}

/// How well a platform is known, and by what most of all: several share a host, and some headers.
int evidence_for(const ReplyPlatform& platform, const PastedReply& reply, std::string_view body, ReplyReading& told) {
  using ToldBy = ReplyReading::ToldBy;
  int score = 0;
  const auto found = [&](int points, ToldBy by, const std::string& what) {
    if (score == 0) {
      told.told_by = by;
      told.evidence = what;
    }
    score += points;
  };
  for (const std::string& host : reply.hosts) {
    if (score == 0 && like_any(host, platform.hosts)) found(4, ToldBy::host, host);
  }
  const auto header = std::find_if(reply.headers.begin(), reply.headers.end(), [&](const NameValue& h) { return like_any(h.name, platform.headers); });
  if (header != reply.headers.end()) found(2, ToldBy::header, header->name);
  const bool says = std::any_of(platform.says.begin(), platform.says.end(), [&](const std::string& words) { return body.find(words) != std::string_view::npos; });
  if (says) found(1, ToldBy::words, "");
  return score;
}

void find_platform(ReplyReading& reading, std::string_view body, const ReplyTable& table) {
  int best = 0;
  for (const ReplyPlatform& platform : table.platforms) {
    ReplyReading told;
    const int score = evidence_for(platform, reading.pasted, body, told);
    if (score <= best) continue;
    best = score;
    reading.platform = &platform;
    reading.told_by = told.told_by;
    reading.evidence = std::move(told.evidence);
  }
}

bool holds(const ReplyCase& c, const ReplyReading& reading, std::string_view body) {
  const std::vector<NameValue>& headers = reading.pasted.headers;
  if (!c.header.empty() && std::none_of(headers.begin(), headers.end(), [&](const NameValue& header) {
        return is_like(header.name + ": " + small_letters(std::string_view(header.value).substr(0, 400)), c.header);
      })) {
    return false;
  }
  if (!c.window.empty() && std::none_of(reading.tripped.begin(), reading.tripped.end(),
                                        [&](const StatedWindow& window) { return is_like(window.name, c.window); })) {
    return false;
  }
  return body.find(c.says) != std::string_view::npos && (c.path.empty() || is_like(reading.pasted.call, c.path));
}

void find_tripped(ReplyReading& reading) {
  const std::vector<StatedWindow>& windows = reading.stated.windows;
  for (const StatedWindow& window : windows) {
    if (window.used_up()) reading.tripped.push_back(window);
  }
  // The only window of a refusal is what refused, unless it says that something is left.
  const bool alone = windows.size() == 1 && !windows[0].remaining && !windows[0].used && !windows[0].percent;
  if (reading.tripped.empty() && reading.pasted.status == kTooMany && alone) reading.tripped = windows;
}

void find_freeing(ReplyReading& reading) {
  std::optional<Moment> last = reading.stated.retry;
  if (!last) {
    for (const StatedWindow& window : reading.tripped) {
      if (!window.resets || (last && last->is_instant != window.resets->is_instant)) continue;
      if (!last || last->seconds < window.resets->seconds) last = window.resets;
    }
  }
  if (!last) return;
  reading.frees = Freeing{last->seconds, last->is_instant};
  if (last->is_instant || !reading.stated.made) return;
  reading.frees = Freeing{*reading.stated.made + last->seconds, true};
}

}  // namespace

ReplyReading read_reply(std::string_view text, const ReplyTable& table) {
  ReplyReading reading;
  reading.pasted = read_pasted(text, table);
  reading.stated = read_statements(reading.pasted, table);
  const std::string body = squeezed(reading.pasted.body);
  find_platform(reading, body, table);
  find_tripped(reading);
  bool says = false;
  if (reading.platform) {
    for (const ReplyCase& c : reading.platform->cases) {
      if (!holds(c, reading, body)) continue;
      if (!reading.limit_case && !c.limits.empty()) reading.limit_case = &c;
      if (!reading.operation_case && !c.metric.empty()) reading.operation_case = &c;
      if (!reading.meaning && !c.means.empty()) reading.meaning = &c;
      says = says || !c.says.empty();
    }
  }
  find_freeing(reading);
  const int status = reading.pasted.status;
  reading.is_refusal = status == kTooMany || says || (!reading.tripped.empty() && (status == 0 || status >= 400)) ||
                       (status != 200 && reading.stated.retry.has_value());
  reading.is_empty = status == 0 && !reading.platform && reading.stated.windows.empty() && !reading.stated.retry;
  return reading;
}

}  // namespace tollmeter
