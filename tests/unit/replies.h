#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/reply/match.h"
#include "core/reply/reading.h"
#include "real_catalog.h"

namespace tollmeter {

/// 2026-11-24 10:00:00 UTC.
inline constexpr std::int64_t kPasted = 1795514400;

inline const ReplyTable& reply_table() { return *real_catalog().replies; }
inline ReplyReading reading_of(const std::string& text) { return read_reply(text, reply_table()); }

inline std::string platform_of(const ReplyReading& reading) { return reading.platform ? reading.platform->id : ""; }

/// With no calculation yet.
inline ReplyMatch match_of(const ReplyReading& reading) {
  return match_reply(reading, empty_scenario(day_of(reading, kPasted)), real_world(), kPasted);
}

inline std::string plan_of(const ReplyMatch& match) { return match.plan ? match.plan->id : ""; }
inline std::string limit_of(const ReplyMatch& match) { return match.limit ? match.limit->id : ""; }
inline std::string metric_of(const ReplyMatch& match) { return match.metric ? match.metric->id : ""; }

}  // namespace tollmeter
