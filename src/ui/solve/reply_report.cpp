#include "ui/solve/reply_report.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/reply/holders.h"
#include "core/reply/reply_words.h"
#include "core/title.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

using Word = ReplyWord;

constexpr std::size_t kMostNames = 6;
constexpr std::size_t kMostCall = 200;  // bytes

/// "to the minute, not before it": a minute early would be refused again.
std::string instant(const Rational& seconds) { return instant_text((seconds / 60).ceil() * 60); }

class Report {
 public:
  Report(const ReplyReading& reading, const ReplyMatch& match, const ReplyTable& table, const std::string& name, std::int64_t now)
      : reading_(reading), match_(match), table_(table), name_(name), now_(now) {}

  std::vector<ReplyLine> run() {
    platform();
    operation();
    window();
    frees();
    if (match_.limit) plan();
    if (match_.needed) holder();
    if (!untold_.empty()) line(Word::untold, sentence_case(untold_) + ".");
    return std::move(lines_);
  }

 private:
  std::string say(Word word, std::initializer_list<tollmeter::Piece> parts = {}) const { return reply_words(table_, word, parts); }
  void line(Word label, std::string text) { lines_.push_back({say(label), std::move(text)}); }
  void untold(Word what) { untold_ = untold_.empty() ? say(what) : tr("{0}; {1}", {untold_, say(what)}); }

  void platform() {
    switch (reading_.told_by) {
      case ReplyReading::ToldBy::host: return line(Word::platform, say(Word::by_host, {name_, reading_.evidence}));
      case ReplyReading::ToldBy::header: return line(Word::platform, say(Word::by_header, {name_, reading_.evidence}));
      case ReplyReading::ToldBy::words: return line(Word::platform, say(Word::by_words, {name_}));
      case ReplyReading::ToldBy::nothing: break;
    }
    untold(Word::no_platform);
  }

  void operation() {
    if (match_.metric) line(Word::operation, match_.metric->name);
    else if (!reading_.pasted.call.empty()) line(Word::operation, clean_text(std::string_view(reading_.pasted.call).substr(reading_.pasted.call[0] == '?' ? 2 : 0), kMostCall));
    else untold(Word::no_operation);
  }

  std::string window_name(const StatedWindow& window) const {
    const std::string name = window.name.empty() ? say(Word::one_window) : say(Word::named_window, {window.name});
    return window.seconds > 0 ? say(Word::with_length, {name, duration_text(window.seconds)}) : name;
  }

  std::string stated(const StatedWindow& window) const {
    const std::string name = window_name(window);
    if (window.percent) return say(Word::percent_used, {name, number_text(*window.percent)});
    if (window.limit && (window.remaining || window.used)) {
      const Rational used = window.remaining ? *window.limit - *window.remaining : *window.used;
      return say(Word::used_up, {name, number_text(used), number_text(*window.limit)});
    }
    return window.limit ? say(Word::limit_of, {name, number_text(*window.limit)}) : say(Word::nothing_left, {name});
  }

  void window() {
    std::string text;
    const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
    for (const StatedWindow& window : reading_.tripped) add(stated(window));
    if (reading_.tripped.empty() && !reading_.stated.windows.empty() && reading_.is_refusal) add(say(Word::none_used_up));
    if (match_.limit && reading_.is_refusal) {
      const Limit& limit = *match_.limit;
      const bool sure = match_.cap && !match_.other_amount && (match_.plan || match_.plan_by_amount);
      add(sure ? say(Word::is_limit, {lower_first(limit.name), number_text(*match_.cap), window_text(limit.window), limit.scope.name})
               : say(Word::may_be_limit, {lower_first(limit.name), limit.scope.name}));
    }
    if (reading_.meaning) add(tr(reading_.meaning->means));
    if (text.empty()) return untold(Word::no_window);
    line(Word::window, std::move(text));
    if (reading_.tripped.empty() && !match_.limit && !reading_.meaning) untold(Word::no_window);
  }

  void frees() {
    if (!reading_.is_refusal) return;
    if (reading_.frees && reading_.frees->is_instant) {
      const Rational& at = reading_.frees->seconds;
      const bool dated = reading_.stated.made && at > *reading_.stated.made;
      const std::string text = dated ? say(Word::frees_at, {instant(at), duration_text(at - *reading_.stated.made)}) : say(Word::frees_on, {instant(at)});
      return line(Word::frees, now_ > 0 && at <= now_ ? say(Word::frees_over, {text}) : text);
    }
    if (reading_.frees) return line(Word::frees, say(Word::frees_after, {duration_text(reading_.frees->seconds)}));
    if (match_.frees) return line(Word::frees, say(Word::frees_rule, {instant(*match_.frees)}));
    if (!match_.limit) return untold(Word::no_frees);
    const Window& window = match_.limit->window;
    if (window.kind == Window::Kind::rolling) return line(Word::frees, say(Word::frees_rolling, {duration_text(window.seconds)}));
    if (match_.limit->breach.until.empty()) return untold(Word::no_frees);
    line(Word::frees, say(Word::frees_until, {match_.limit->breach.until}));
  }

  void plan() {
    const std::string cap = match_.cap ? number_text(*match_.cap) : "";
    if (match_.other_amount) return line(Word::plan, say(Word::plan_other, {cap}));
    if (match_.plan && match_.product_named) return line(Word::plan, say(Word::plan_product, {match_.plan->name}));
    if (match_.plan && match_.plans.size() == 1 && match_.plan_by_amount) return line(Word::plan, say(Word::plan_only, {match_.plan->name, cap}));
    if (match_.plan) return line(Word::plan, say(Word::plan_yours, {match_.plan->name}));
    if (match_.plans.size() < 2 || match_.plans.size() > kMostNames) return untold(Word::no_plan);
    std::string names;
    for (const Plan* plan : match_.plans) names += (names.empty() ? "" : ", ") + plan->name;
    line(Word::plan, say(Word::plan_several, {names}));
  }

  void holder() {
    const std::string asked = say(match_.by_pace ? Word::asked_pace : Word::asked, {number_text(*match_.needed)});
    std::string text;
    if (match_.holder) {
      const ReplyMatch::Holder& one = *match_.holder;
      text = one.unlimited ? say(Word::holder_unlimited, {asked, one.plan->name, money_text(one.price)})
                           : say(Word::holder, {asked, one.plan->name, number_text(one.cap), window_text(one.limit->window), money_text(one.price)});
    } else if (match_.most) {
      text = say(Word::holder_most, {asked, number_text(match_.most->cap), match_.most->plan->name});
    } else {
      text = say(Word::holder_none, {asked});
    }
    line(Word::holds, std::move(text));
  }

  const ReplyReading& reading_;
  const ReplyMatch& match_;
  const ReplyTable& table_;
  const std::string& name_;
  std::int64_t now_;
  std::vector<ReplyLine> lines_;
  std::string untold_;
};

}  // namespace

std::string reply_verdict(const ReplyReading& reading, const ReplyTable& table, const std::string& name) {
  if (reading.is_refusal) return name.empty() ? reply_words(table, Word::refused_by_none) : reply_words(table, Word::refused_by, {name});
  const std::string text = reply_words(table, Word::not_refused);
  return reading.pasted.status == 0 ? text : reply_words(table, Word::status, {text, std::to_string(reading.pasted.status)});
}

std::vector<ReplyLine> reply_lines(const ReplyReading& reading, const ReplyMatch& match, const ReplyTable& table, const std::string& name,
                                   std::int64_t now) {
  return Report(reading, match, table, name, now).run();
}

std::vector<std::string> reply_changes(const Scenario& before, const Scenario& after, const ReplyMatch& match, const ReplyTable& table) {
  std::vector<std::string> changes;
  if (!match.platform || before == after) return changes;
  const auto find = [&](const Scenario& scenario) -> const PlatformUse* {
    const auto use = std::find_if(scenario.platforms.begin(), scenario.platforms.end(), [&](const PlatformUse& one) { return one.platform == match.platform->id; });
    return use == scenario.platforms.end() ? nullptr : &*use;
  };
  const PlatformUse *was = find(before), *is = find(after);
  if (before.date != after.date) changes.push_back(reply_words(table, Word::change_date, {long_date_text(after.date)}));
  if (!is) return changes;
  if (!was) changes.push_back(reply_words(table, Word::change_add, {match.platform->name}));
  const Plan* plan = match.platform->plan(is->plan);
  if (plan && (!was || was->plan != is->plan)) changes.push_back(reply_words(table, Word::change_plan, {match.platform->short_name, plan->name}));
  if (!match.metric) return changes;
  const auto now = is->quantities.find(match.metric->id);
  if (now == is->quantities.end()) return changes;
  const PlatformUse base = use_of(*match.platform, before);
  const auto then = base.quantities.find(match.metric->id);
  if (then == base.quantities.end() || !(then->second == now->second)) changes.push_back(reply_words(table, Word::change_use, {lower_first(match.metric->name), now->second.typed}));
  return changes;
}

}  // namespace tollmeter::ui
