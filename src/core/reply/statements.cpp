#include "core/reply/statements.h"

#include <algorithm>

namespace tollmeter {
namespace {

constexpr std::size_t kMostWindows = 40;
constexpr std::size_t kLongestName = 48;

/// A name that can be shown: what a header holds is anybody's text.
std::string shown_name(std::string_view text) {
  std::string name;
  for (const char c : small_letters(text)) {
    if (name.size() == kLongestName) break;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::optional<Rational> number_of(std::string_view value) { return leading_number(trimmed(value.substr(0, value.find_first_of(",;/")))); }

class StatementReader {
 public:
  StatementReader(const PastedReply& reply, const ReplyTable& table) : reply_(reply), table_(table) {}

  Statements run() {
    for (const NameValue& one : reply_.headers) named(Within::header, one);
    for (const NameValue& one : reply_.members) named(Within::member, one);
    for (const ReplyField& field : table_.fields) {
      if (field.within == Within::phrase) phrase(field);
    }
    for (StatedWindow& window : all_.windows) {
      if (window.seconds.is_zero()) window.seconds = length_in(window.name);
    }
    // A name alone, or a length, states nothing.
    std::erase_if(all_.windows, [](const StatedWindow& w) { return !w.limit && !w.remaining && !w.used && !w.percent && !w.resets; });
    return std::move(all_);
  }

 private:
  void named(Within within, const NameValue& one) {
    for (const ReplyField& field : table_.fields) {
      std::string star;
      if (field.within != within || !is_like(one.name, field.like, &star)) continue;
      if (field.says == Says::policy || field.says == Says::state) return structured(one);
      if (field.says == Says::percent) return percents(field, one);
      return say(field, shown_name(field.window.empty() ? star : field.window), one.name, one.value);
    }
  }

  void phrase(const ReplyField& field) {
    const std::string small = small_letters(std::string_view(reply_.body).substr(0, 8000));
    const std::size_t at = small.find(field.like);
    if (at == std::string::npos) return;
    const std::string_view rest = std::string_view(small).substr(at + field.like.size(), 40);
    const bool time = field.says == Says::retry || field.says == Says::reset;
    say(field, field.window, field.like, rest.substr(0, time ? std::min(rest.find_first_of(",;"), rest.size()) : rest.size()));
  }

  void say(const ReplyField& field, const std::string& name, const std::string& by, std::string_view value) {
    const auto keep = [](auto& place, const auto& said) {
      if (said && !place) place = *said;
    };
    // A number in a sentence is grouped, one in a header ends at a comma.
    const std::optional<Rational> number = field.within == Within::phrase ? leading_number(trimmed(value)) : number_of(value);
    switch (field.says) {
      case Says::status:
      case Says::url:
      case Says::method:
      case Says::policy:
      case Says::state:
      case Says::percent:
        return;
      case Says::date:
        if (const std::optional<Moment> at = parse_moment(value); at && at->is_instant) keep(all_.made, std::optional(at->seconds));
        return;
      case Says::retry: return keep(all_.retry, moment(value));
      case Says::minutes:
        if (number && *number > 0) keep(all_.retry, std::optional(Moment{*number * 60, false}));
        return;
      default: break;
    }
    StatedWindow* window = window_of(name, by, field);
    if (!window) return;
    switch (field.says) {
      case Says::limit:
        keep(window->limit, number);
        // RateLimit-Limit: 100, 100;w=60
        if (field.within == Within::header) {
          for (const auto& item : structured_items(value)) {
            if (!item.empty() && leading_number(item.front().value) == window->limit) parameters(item, *window);
          }
        }
        break;
      case Says::remaining: keep(window->remaining, number); break;
      case Says::used: keep(window->used, number); break;
      case Says::pair:
        keep(window->used, number_of(value.substr(std::min(value.find_first_of("0123456789"), value.size()))));
        if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) keep(window->limit, number_of(value.substr(slash + 1)));
        break;
      case Says::reset: keep(window->resets, moment(value)); break;
      case Says::seconds:
        if (number) window->seconds = *number;
        break;
      case Says::milliseconds:
        if (number) window->seconds = *number / 1000;
        break;
      default: break;
    }
  }

  static std::optional<Moment> moment(std::string_view value) {
    if (const std::optional<Moment> at = parse_moment(value)) return at;
    std::string_view rest;
    // "35 seconds, then …": what follows the length does not matter.
    value = trimmed(value);
    return leading_number(value, &rest) ? parse_moment(value.substr(0, value.find_first_of(".,;", value.size() - rest.size()))) : std::nullopt;
  }

  static void parameters(const std::vector<NameValue>& item, StatedWindow& window) {
    for (const NameValue& one : item) {
      if (one.name.size() < 2 || one.name[0] != ';') continue;
      const std::optional<Rational> number = leading_number(one.value);
      if (!number) continue;
      // "w" and, before draft 3, "window"; "q", "r", "t" of the current draft.
      switch (one.name[1]) {
        case 'w': window.seconds = *number; break;
        case 'q': window.limit = *number; break;
        case 'r': window.remaining = *number; break;
        case 't': window.resets = Moment{*number, false}; break;
        default: break;
      }
    }
  }

  // RateLimit and RateLimit-Policy, in the form of the current draft and in those of its predecessors.
  void structured(const NameValue& header) {
    for (const std::vector<NameValue>& item : structured_items(header.value)) {
      if (item.empty()) continue;
      const NameValue& first = item.front();
      const std::optional<Rational> number = leading_number(first.value);
      const bool is_number = number && first.value.find_first_not_of("0123456789.") == std::string::npos;
      StatedWindow* window = window_of(is_number ? "" : shown_name(first.name.empty() ? first.value : ""), header.name, {});
      if (!window) return;
      // limit=100, remaining=0, reset=50 of draft 7; 100;w=60 of a policy.
      if (is_number) {
        const bool reset = first.name.starts_with("res"), remaining = first.name.starts_with("rem");
        if (reset) window->resets = Moment{*number, false};
        else if (remaining) window->remaining = *number;
        else if (!window->limit) window->limit = *number;
        else if (*window->limit != *number) continue;  // a further policy without a name
      }
      parameters(item, *window);
    }
  }

  // {"call_count":100,"total_time":25} of one app, or lists of such by account.
  void percents(const ReplyField& field, const NameValue& header) {
    for (const NameValue& one : read_pairs(header.value)) {
      const std::optional<Rational> number = leading_number(one.value);
      for (const ReplyField& inner : table_.fields) {
        if (inner.within != Within::member || !is_like(one.name, inner.like)) continue;
        if (inner.says == Says::percent && number) {
          StatedWindow* window = window_of(shown_name(one.name), header.name, field);
          if (window && (!window->percent || *window->percent < *number)) window->percent = *number;
        } else if (inner.says != Says::percent) {
          say(inner, "", header.name, one.value);
        }
        break;
      }
    }
  }

  StatedWindow* window_of(const std::string& name, const std::string& by, const ReplyField& field) {
    const auto found = std::find_if(all_.windows.begin(), all_.windows.end(), [&](const StatedWindow& w) { return w.name == name; });
    const bool is_new = found == all_.windows.end();
    if (is_new && all_.windows.size() == kMostWindows) return nullptr;
    StatedWindow& window = is_new ? all_.windows.emplace_back() : *found;
    if (is_new) {
      window.name = name;
      window.said_by = by;
    }
    if (field.seconds > 0 && window.seconds.is_zero()) window.seconds = field.seconds;
    window.refused_by = window.refused_by || (field.within != Within::header);
    return &window;
  }

  Rational length_in(const std::string& name) const {
    for (const ReplyWindow& window : table_.windows) {
      if (name.find(window.word) != std::string::npos) return window.seconds;
    }
    return 0;
  }

  const PastedReply& reply_;
  const ReplyTable& table_;
  Statements all_;
};

}  // namespace

bool StatedWindow::used_up() const {
  if (refused_by) return true;
  if (remaining) return *remaining < 1;
  if (used && limit) return *used >= *limit;
  return percent && *percent >= 100;
}

Statements read_statements(const PastedReply& reply, const ReplyTable& table) { return StatementReader(reply, table).run(); }

}  // namespace tollmeter
