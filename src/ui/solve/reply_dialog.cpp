#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/reply/reply_words.h"
#include "ui/solve/reply_report.h"
#include "ui/solve/reply_state.h"
#include "ui/views.h"

namespace tollmeter::ui {

namespace {

using Word = ReplyWord;

constexpr float kText = 13;
constexpr float kSmall = 12;
constexpr float kWidth = 700;
constexpr float kLabel = 128;      ///< width of the column of labels
constexpr float kLabelFrom = 480;  ///< narrower, a label stands above its text
constexpr float kField = 168;
constexpr float kFieldRead = 116;  ///< once something is pasted, what it says matters more

float say(Kit& kit, const Box& at, float y, const std::string& text, Ink ink, float size = kText, Face face = Face::regular) {
  if (text.empty()) return y;
  const Run run[] = {{text, face, ink}};
  return y + kit.paragraph({at.x, y, at.w, 0}, run, size);
}

void close(ViewState& state) {
  state.reply_open = false;
  state.reply.reset();
}

/// The platform's name as it is listed; empty where it is not told.
std::string platform_name(const View& view, const ReplyReading& reading) {
  if (!reading.platform) return {};
  const Listing* listing = view.session.catalog().listing(reading.platform->id);
  return listing ? listing->name : reading.platform->id;
}

/// Asks for the limits of the platform where they have not come. True once they are there, or there is no platform to ask for.
bool has_limits(View& view, ReplyState& state, const ReplyTable& table, const std::string& name, const Box& at, float* y) {
  if (!state.reading.platform || view.session.catalog().platform(state.reading.platform->id)) return true;
  const std::string& id = state.reading.platform->id;
  if (view.state.not_had.contains(id)) {
    *y = say(view.kit, at, *y, reply_words(table, Word::not_had, {name}), Ink::bad) + 2;
    if (view.kit.link("again", at.x, *y, reply_words(table, Word::again))) {
      view.state.not_had.erase(id);
      state.asked.clear();
    }
    *y += view.kit.line_height(kText) + 10;
    return true;
  }
  if (state.asked != id && view.output.load.empty()) {
    state.asked = id;
    view.output.load = id;
  }
  const std::string said = reply_words(table, Word::loading, {name});
  view.kit.announce("loading", said);
  *y = say(view.kit, at, *y, said, Ink::dim) + 8;
  return false;
}

float report(Kit& kit, const std::vector<ReplyLine>& lines, const Box& at, float y) {
  const bool beside = at.w >= kLabelFrom;
  for (const ReplyLine& line : lines) {
    kit.rule(at.x, y, at.w);
    y += 7;
    kit.text(at.x, y, line.label, {kText, Face::semibold, Ink::dim});
    if (!beside) y += kit.line_height(kText);
    const float x = beside ? at.x + kLabel : at.x;
    y = say(kit, {x, 0, at.x + at.w - x, 0}, y, line.text, Ink::text) + 7;
  }
  return y;
}

/// What would change, with the button that does it. The new calculation where it was pressed.
std::optional<Scenario> changes(View& view, ReplyState& state, const ReplyMatch& match, const ReplyTable& table, const Box& at, float* y) {
  const Session& session = view.session;
  Kit& kit = view.kit;
  if (!match.platform || !state.reading.is_refusal) return std::nullopt;
  const bool fresh = is_story(session);
  const Scenario before = fresh ? empty_scenario(match.day) : session.scenario();
  std::vector<std::string> all = reply_changes(before, state.matched(), match, table);
  if (fresh && !all.empty()) all.insert(all.begin(), reply_words(table, Word::fresh));
  kit.rule(at.x, *y, at.w);
  *y += 8;
  if (all.empty()) {
    *y = say(kit, at, *y, reply_words(table, Word::no_changes), Ink::dim) + 8;
    return std::nullopt;
  }
  std::string text = reply_words(table, Word::changes);
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? " " : ", ") + all[i];
  *y = say(kit, at, *y, text + ".", Ink::dim) + 10;
  const std::string label = reply_words(table, Word::apply);
  const bool pressed = kit.button("apply", {at.x, *y, kit.button_width(label, ButtonLook::primary), kit.control_height()}, label, ButtonLook::primary);
  return pressed ? std::optional(state.matched()) : std::nullopt;
}

void show_match(View& view, const ReplyMatch& match) {
  ViewState& state = view.state;
  const std::string& id = match.platform->id;
  state.unfolded.insert(id);
  state.touched_fold.insert(id);
  state.more.insert(id);
  if (match.limit) state.open_limits.insert("holding");
  if (match.metric) state.explained = id + "/" + match.metric->id;
  state.phone_tab = match.limit ? 1 : 0;
}

void read(ReplyState& state, const std::string& text, const ReplyTable& table) {
  if (text.empty()) state = {};
  else state.read(text, table);
}

}  // namespace

float reply_line(View& view, float x, float y, float w) {
  const std::string words = reply_words(*view.session.catalog().replies, Word::ask);
  if (view.phone) {
    if (view.kit.button("reply", {x, y, w, view.kit.control_height()}, words)) view.state.reply_open = true;
    return y + view.kit.control_height();
  }
  view.kit.rule(x, y, w);
  if (view.kit.link("reply", x, y + 9, words)) view.state.reply_open = true;
  return y + 9 + view.kit.line_height(kText);
}

void reply_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  const std::shared_ptr<const ReplyTable> replies = view.session.catalog().replies;
  if (!replies) return close(view.state);
  const ReplyTable& table = *replies;
  Box content;
  if (!kit.begin_dialog("reply", reply_words(table, Word::title), screen, kWidth, &view.state.reply_open, &content)) return view.state.reply.reset();
  if (!view.state.reply) view.state.reply = std::make_shared<ReplyState>();
  ReplyState& state = *view.state.reply;
  const bool empty = state.text.empty();
  float y = content.y;
  if (empty) y = say(kit, content, y, reply_words(table, Word::lead), Ink::dim) + 10;
  else y += 4;  // room for the ring round the field
  const bool nothing = !empty && state.reading.is_empty;
  const float field_h = empty ? kField : kFieldRead;
  const std::string error = nothing ? reply_words(table, Word::nothing) : "";
  const auto pasted = kit.text_area("paste", {content.x, y, content.w, field_h}, reply_words(table, Word::field), state.text, reply_words(table, Word::hint), error);
  y += field_h + 8;
  y = say(kit, content, y, error, Ink::bad, kSmall);
  if (const int dropped = state.reading.pasted.dropped; dropped > 0) {
    y = say(kit, content, y, reply_words(table, dropped == 1 ? Word::secret : Word::secrets, {std::to_string(dropped)}), Ink::warn, kSmall);
  }
  if (state.reading.pasted.cut) y = say(kit, content, y, reply_words(table, Word::cut), Ink::warn, kSmall);

  std::optional<Scenario> wanted;
  const ReplyMatch* match = nullptr;
  if (!empty && !nothing) {
    const std::string name = platform_name(view, state.reading);
    const std::string verdict = reply_verdict(state.reading, table, name);
    y = say(kit, content, y + 4, verdict, Ink::text, 15, Face::semibold) + 8;
    kit.announce("verdict", verdict);
    if (has_limits(view, state, table, name, content, &y)) {
      match = &state.match(view.session, view.now);
      y = report(kit, reply_lines(state.reading, *match, table, name, view.now), content, y);
      wanted = changes(view, state, *match, table, content, &y);
    }
  }
  const std::string clear = reply_words(table, Word::clear), done = reply_words(table, Word::close);
  const float done_w = kit.button_width(done), clear_w = kit.button_width(clear), h = kit.control_height();
  const bool cleared = !empty && kit.button("clear", {content.x + content.w - done_w - 8 - clear_w, y, clear_w, h}, clear);
  const bool closed = kit.button("done", {content.x + content.w - done_w, y, done_w, h}, done);
  kit.end_dialog(y + h);
  // What is pressed or pasted is done when everything is drawn: an edit replaces what is being drawn.
  if (wanted) {
    show_match(view, *match);
    close(view.state);
    return is_story(view.session) ? view.session.start_with(std::move(*wanted)) : view.session.edit(std::move(*wanted));
  }
  if (closed || !view.state.reply_open) return close(view.state);
  if (cleared || pasted) {
    read(state, cleared ? "" : *pasted, table);
    kit.want_frame(0);
  }
}

}  // namespace tollmeter::ui
