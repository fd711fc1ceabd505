#include "core/json_document.h"

#include <optional>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

/// Recursive descent; its depth is bounded. Each step returns false where it could not go on, with the problem noted.
class JsonParser {
 public:
  JsonParser(std::string_view text, JsonBounds bounds) : text_(text), bounds_(bounds) {}

  Result<JsonValue> parse() {
    JsonValue root;
    if (value(root, JsonPath{})) {
      skip_spaces();
      if (at_ < text_.size()) malformed();
    }
    if (problem_) return *std::move(problem_);
    return root;
  }

 private:
  bool fail(std::string where, std::string what, std::string expected) {
    problem_ = Problem{std::move(where), std::move(what), std::move(expected)};
    return false;
  }

  bool malformed() {
    std::size_t line = 1, line_begin = 0;
    for (std::size_t i = 0; i < at_; ++i) {
      if (text_[i] != '\n') continue;
      ++line;
      line_begin = i + 1;
    }
    return fail(join({"line ", std::to_string(line), ", column ", std::to_string(at_ - line_begin + 1)}),
                "the text is not well-formed JSON here", "a JSON document");
  }

  /// The next byte; 0, which stands nowhere in JSON, at the end.
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (next() != c) return false;
    ++at_;
    return true;
  }

  void skip_spaces() {
    while (take(' ') || take('\n') || take('\t') || take('\r')) {
    }
  }

  bool value(JsonValue& to, const JsonPath& path) {
    skip_spaces();
    switch (next()) {
      case '{':
      case '[':
        return items(to, path);
      case '"':
        to.kind = Kind::text;
        return string(to.text);
      case 't':
        to.is_true = true;
        return word("true", to, Kind::boolean);
      case 'f':
        return word("false", to, Kind::boolean);
      case 'n':
        return word("null", to, Kind::null);
      default:
        to.kind = Kind::number;
        return number() || malformed();
    }
  }

  bool word(std::string_view word, JsonValue& to, Kind kind) {
    if (!text_.substr(at_).starts_with(word)) return malformed();
    at_ += word.size();
    to.kind = kind;
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (next() >= '0' && next() <= '9') ++at_;
    return at_ > begin;
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    return digits();
  }

  bool items(JsonValue& to, const JsonPath& path) {
    if (depth_ == bounds_.most_depth) {
      return fail(path.text(), "it is nested too deeply",
                  join({"at most ", std::to_string(bounds_.most_depth), " levels"}));
    }
    const bool object = next() == '{';
    const char end = object ? '}' : ']';
    to.kind = object ? Kind::object : Kind::list;
    ++depth_;
    ++at_;
    skip_spaces();
    if (next() != end) {
      do {
        JsonValue item;
        if (!(object ? member(item, to, path) : value(item, JsonPath{&path, {}, to.items.size()}))) return false;
        to.items.push_back(std::move(item));
        skip_spaces();
      } while (take(','));
    }
    --depth_;
    return take(end) || malformed();
  }

  bool member(JsonValue& item, const JsonValue& object, const JsonPath& path) {
    skip_spaces();
    if (!string(item.key)) return false;
    const JsonPath place{&path, item.key, {}};
    if (object.member(item.key) != nullptr) {
      return fail(place.text(), join({"'", item.key, "' is there twice"}), "each key once");
    }
    if (object.items.size() == bounds_.most_keys) {
      return fail(path.text(), "it has too many keys", join({"at most ", std::to_string(bounds_.most_keys)}));
    }
    skip_spaces();
    return take(':') ? value(item, place) : malformed();
  }

  bool string(std::string& to) {
    if (!take('"')) return malformed();
    while (!take('"')) {
      const std::size_t length = utf8_length(text_.substr(at_));
      if (length == 0 || static_cast<unsigned char>(next()) < 0x20) return malformed();
      if (take('\\')) {
        if (!escape(to)) return malformed();
      } else {
        to += text_.substr(at_, length);
        at_ += length;
      }
    }
    return true;
  }

  bool escape(std::string& to) {
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
    if (take('u')) return code_unit(to);
    const std::size_t letter = kLetters.find(next());
    if (letter == std::string_view::npos) return false;
    to += kMeanings[letter];
    ++at_;
    return true;
  }

  /// "00e9", or a pair of surrogates "d83d\ude00", as UTF-8.
  bool code_unit(std::string& to) {
    std::uint32_t code = 0, low = 0;
    if (!hexadecimal(code) || (code >= 0xDC00 && code < 0xE000)) return false;
    if (code >= 0xD800 && code < 0xDC00) {
      if (!take('\\') || !take('u') || !hexadecimal(low) || low < 0xDC00 || low >= 0xE000) return false;
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    }
    append_utf8(to, code);
    return true;
  }

  bool hexadecimal(std::uint32_t& code) {
    for (int i = 0; i < 4; ++i, ++at_) {
      const int digit = hex_value(next());
      if (digit < 0) return false;
      code = code << 4U | static_cast<std::uint32_t>(digit);
    }
    return true;
  }

  std::string_view text_;
  JsonBounds bounds_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

Result<JsonValue> parse_json_document(std::string_view text, JsonBounds bounds) {
  if (text.size() > bounds.most_bytes) {
    return Problem{{},
                   join({"the text has ", std::to_string(text.size()), " bytes"}),
                   join({"at most ", std::to_string(bounds.most_bytes)})};
  }
  return JsonParser(text, bounds).parse();
}

}  // namespace tollmeter
