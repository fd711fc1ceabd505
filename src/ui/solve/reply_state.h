#pragma once

#include <optional>
#include <string>

#include "core/reply/match.h"
#include "ui/session.h"

namespace tollmeter::ui {

/// On the page stands the story that it opens with, which is nobody's calculation.
inline bool is_story(const Session& session) { return session.beside().others.empty() && session.scenario() == example_scenario(); }

/// A pasted reply as its dialog shows it. It is gone when that closes; no link and no storage holds it.
struct ReplyState {
  std::string text;         ///< what is read of the last paste, without secrets
  ReplyReading reading;     ///< points into the catalogue's table
  std::string asked;        ///< the platform whose limits were asked for (its id)

  void read(const std::string& pasted, const ReplyTable& table);
  /// What the catalogue knows of it, and what the calculation would become.
  const ReplyMatch& match(const Session& session, std::int64_t now);
  const Scenario& matched() const { return matched_; }

 private:
  std::optional<ReplyMatch> match_;
  Scenario matched_;
  Scenario of_;
  std::size_t platforms_ = 0;  ///< in the catalogue: when one comes in, what points into it is gone
};

}  // namespace tollmeter::ui
