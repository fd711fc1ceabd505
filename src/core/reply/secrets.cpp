#include "core/reply/secrets.h"

#include <algorithm>

#include "core/reply/reply_table.h"

namespace tollmeter {
namespace {

constexpr std::size_t kLongestName = 64;

bool is_quote(char c) { return c == '"' || c == '\''; }

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool announces(std::string_view pattern) { return !pattern.empty() && std::string_view(" -_").find(pattern.back()) != std::string_view::npos; }

/// From `at` on, the value of a name: quoted, or to the end of what it stands in.
std::size_t value_end(std::string_view text, std::size_t at, std::string_view ends) {
  if (at < text.size() && is_quote(text[at])) {
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == text[at]) {
        return i;
      }
    }
  }
  return std::min(text.find_first_of(ends, at), text.size());
}

class Dropping {
 public:
  Dropping(std::string_view text, const std::vector<std::string>& patterns) : text_(text), patterns_(patterns) {}

  Unsecret run() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      while (end < text_.size() && is_name(text_[end])) ++end;
      if (end == at) {
        result_.text += text_[at++];
        continue;
      }
      at = word(at, end);
    }
    return std::move(result_);
  }

 private:
  /// The word from `at` to `end`, with what it hides; returns where to go on.
  std::size_t word(std::size_t at, std::size_t end) {
    const std::string name = small_letters(text_.substr(at, std::min(end - at, kLongestName)));
    std::size_t value = end;
    if (value < text_.size() && is_quote(text_[value])) ++value;
    while (value < text_.size() && text_[value] == ' ') ++value;
    const char sign = value < text_.size() ? text_[value] : ' ';
    if (sign == ':' || sign == '=') {
      value += value + 1 < text_.size() && sign == '=' && text_[value + 1] == '>' ? 2 : 1;
      while (value < text_.size() && value > end && (text_[value] == ' ' || text_[value] == '\t')) ++value;
      const bool quoted_name = at > 0 && is_quote(text_[at - 1]);
      const bool member = quoted_name && end < text_.size() && text_[end] == text_[at - 1];
      // A header inside quotes, as in curl's -H 'name: value', ends with them.
      std::string ends = sign == '=' ? "&;, \t\r\n\"'" : "\n";
      if (quoted_name) ends += text_[at - 1];
      if (member) ends += ",}";
      // A bot's token is a part of a path.
      if (at > 0 && text_[at - 1] == '/' && value == end + 1) ends += "/?& ";
      if (hides(name, sign)) return drop(at, value, value_end(text_, value, ends));
    }
    for (const std::string& pattern : patterns_) {
      if (!announces(pattern)) continue;
      const bool spaced = pattern.back() == ' ';
      const std::string_view mark = spaced ? std::string_view(pattern).substr(0, pattern.size() - 1) : std::string_view(pattern);
      if (spaced ? name != mark || end >= text_.size() || text_[end] != ' ' : !name.starts_with(mark) || end - at < mark.size() + 8) continue;
      const std::size_t begin = spaced ? end + 1 : at + mark.size();
      return drop(at, begin, spaced ? value_end(text_, begin, " \t\r\n\"',") : end);
    }
    result_.text += text_.substr(at, end - at);
    return end;
  }

  bool hides(const std::string& name, char sign) const {
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& pattern) {
      const std::string_view all(pattern);
      if (all.ends_with('=')) return sign == '=' && is_like(name, all.substr(0, all.size() - 1));
      return !announces(pattern) && is_like(name, pattern);
    });
  }

  std::size_t drop(std::size_t at, std::size_t value, std::size_t end) {
    if (value < end && is_quote(text_[value])) ++value;
    end = std::max(end, value);
    result_.text += text_.substr(at, value - at);
    if (value < end) {
      constexpr std::string_view kGone = "\xE2\x80\xA6";
      if (text_.substr(value, end - value) != kGone) ++result_.dropped;
      result_.text += kGone;
    }
    return end;
  }

  std::string_view text_;
  const std::vector<std::string>& patterns_;
  Unsecret result_;
};

}  // namespace

Unsecret without_secrets(std::string_view text, const std::vector<std::string>& patterns) { return Dropping(text, patterns).run(); }

}  // namespace tollmeter
