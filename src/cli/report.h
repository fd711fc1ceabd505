#pragma once

#include <string>

#include "core/events_file.h"
#include "core/usage_file.h"

// What the command prints: JSON for programs, or a few lines of text.
namespace tollmeter::cli {

std::string price_json(const FilePrice& price);
std::string price_lines(const FilePrice& price);
std::string limits_json(const std::vector<LimitOutcome>& limits);
std::string limits_lines(const std::vector<LimitOutcome>& limits);
std::string decisions_json(const EventsFile& events, const std::vector<Decision>& decisions);
std::string decisions_lines(const EventsFile& events, const std::vector<Decision>& decisions);

}  // namespace tollmeter::cli
