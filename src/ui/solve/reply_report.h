#pragma once

#include <string>
#include <vector>

#include "ui/solve/reply_state.h"

namespace tollmeter::ui {

/// A line of what a reply says: what it is about, and the sentences.
struct ReplyLine {
  std::string label, text;
};

/// "GitHub refused this call." `name`: of the platform; empty where it is not told.
std::string reply_verdict(const ReplyReading& reading, const ReplyTable& table, const std::string& name);

/// All that could be told, then in one line what could not. `name`: of the platform, as it is listed.
std::vector<ReplyLine> reply_lines(const ReplyReading& reading, const ReplyMatch& match, const ReplyTable& table, const std::string& name,
                                   std::int64_t now);

/// What setting the calculation to match changes, a phrase each; `before` is the calculation or, of the example, what begins in its place.
std::vector<std::string> reply_changes(const Scenario& before, const Scenario& after, const ReplyMatch& match, const ReplyTable& table);

}  // namespace tollmeter::ui
