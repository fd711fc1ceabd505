#include "core/traffic_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/language.h"
#include "core/link_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

// In the order of Shape.
constexpr std::array<std::string_view, 6> kShapes = {"even", "work", "evenings", "weekends", "bursts", "week"};

std::optional<int> whole_number(std::string_view digits, int least, int most) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value < least || value > most) return std::nullopt;
  return value;
}

bool reads_like_a_zone(std::string_view name) {
  constexpr std::size_t kMostLetters = 40;
  return !name.empty() && name.size() <= kMostLetters && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  });
}

std::optional<Bursts> read_bursts(const std::string& count, const std::string& times, const std::string& minutes) {
  const auto n = whole_number(count, 1, kMostBursts);
  const auto m = whole_number(times, kLeastBurstTimes, kMostBurstTimes);
  const auto t = whole_number(minutes, 1, kMostBurstMinutes);
  if (!n || !m || !t) return std::nullopt;
  return Bursts{*n, *m, *t};
}

}  // namespace

std::string write_traffic(const TrafficPattern& pattern) {
  std::string text(kShapes[static_cast<std::size_t>(pattern.shape)]);
  if (pattern.shape == Shape::bursts) {
    const Bursts& b = pattern.bursts;
    append(text, {":", std::to_string(b.count), ":", std::to_string(b.times), ":", std::to_string(b.minutes)});
  }
  if (pattern.shape == Shape::week) append(text, {":", pattern.week});
  if (pattern.zone != "UTC") append(text, {":", percent_encoded(pattern.zone)});
  return text;
}

Result<TrafficPattern> read_traffic(const std::vector<std::string>& parts) {
  const auto shape = std::find(kShapes.begin(), kShapes.end(), parts[0]);
  if (shape == kShapes.end()) {
    return Problem{parts[0], tr("is not a traffic shape"),
                   tr("'work', 'evenings', 'weekends', 'bursts', 'week', or no such field")};
  }
  TrafficPattern pattern(static_cast<Shape>(shape - kShapes.begin()));
  std::size_t used = 1;
  if (pattern.shape == Shape::bursts) {
    const auto bursts = parts.size() >= 4 ? read_bursts(parts[1], parts[2], parts[3]) : std::nullopt;
    if (!bursts) {
      return Problem{parts[0], tr("is not followed by three whole numbers in their range"),
                     tr("how many (1 to 28), how many times the average (2 to 1000), how many minutes (1 to 720)")};
    }
    pattern.bursts = *bursts;
    used = 4;
  }
  if (pattern.shape == Shape::week) {
    if (parts.size() < 2 || !is_week(parts[1])) {
      return Problem{parts.size() < 2 ? parts[0] : parts[1], tr("is not a drawn week"), tr("168 digits, not all of them 0")};
    }
    pattern.week = parts[1];
    used = 2;
  }
  if (parts.size() > used + 1) return Problem{parts[used + 1], tr("is one part too many"), tr("at most a time zone after the shape")};
  if (parts.size() == used) return pattern;
  if (!reads_like_a_zone(parts[used])) {
    return Problem{parts[used], tr("is not a time zone"), tr("a name such as Europe/Berlin")};
  }
  pattern.zone = parts[used];
  return pattern;
}

Result<TrafficPattern> read_traffic(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t colon = std::min(text.find(':', from), text.size());
    parts.emplace_back(text.substr(from, colon - from));
    from = colon + 1;
  }
  return read_traffic(parts);
}

}  // namespace tollmeter
