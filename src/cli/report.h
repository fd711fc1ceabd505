#pragma once

#include <string>

#include "core/usage_file.h"

// What the command prints: JSON for programs, or a few lines of text.
namespace tollmeter::cli {

std::string price_json(const FilePrice& price);
std::string price_lines(const FilePrice& price);
std::string limits_json(const std::vector<LimitOutcome>& limits);
std::string limits_lines(const std::vector<LimitOutcome>& limits);

/// "2023-05-05T00:00:00Z", with as many digits of a second as it has, nine at most, rounded down.
std::string instant_iso(const Rational& seconds);

}  // namespace tollmeter::cli
