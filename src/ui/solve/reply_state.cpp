#include "ui/solve/reply_state.h"

namespace tollmeter::ui {

void ReplyState::read(const std::string& pasted, const ReplyTable& table) {
  // Leaving the field sends what it was given back: what was said of the paste, that it was cut and held secrets, still holds.
  if (pasted == text) return;
  reading = read_reply(pasted, table);
  text = reading.pasted.text;
  match_.reset();
}

const ReplyMatch& ReplyState::match(const Session& session, std::int64_t now) {
  const std::size_t platforms = session.catalog().platforms.size();
  if (match_ && platforms == platforms_ && of_ == session.scenario()) return *match_;
  of_ = session.scenario();
  platforms_ = platforms;
  const Scenario base = is_story(session) ? empty_scenario(day_of(reading, now)) : of_;
  match_ = match_reply(reading, base, session.world(), now);
  matched_ = matched_scenario(*match_, base, session.world());
  return *match_;
}

}  // namespace tollmeter::ui
