#include "core/json_document.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/language.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

/// Builds the tree from what nlohmann/json reads, event by event: its own tree would keep the last of two equal
/// keys, forget where things stood, and bring the code for writing and converting, which nothing here needs. Each event
/// returns false where reading is to end, with the problem noted.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, JsonBounds bounds) : text_(text), bounds_(bounds) {}

  Result<JsonValue> result() && {
    if (problem_) return *std::move(problem_);
    return std::move(root_);
  }

  // What nlohmann/json calls (its json_sax interface).
  bool null() { return scalar(Kind::null, {}); }
  bool boolean(bool value) {
    if (!scalar(Kind::boolean, {})) return false;
    last_->is_true = value;
    return true;
  }
  bool number_integer(std::int64_t value) { return scalar(Kind::number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return scalar(Kind::number, std::to_string(value)); }
  bool number_float(double, const std::string& written) { return scalar(Kind::number, written); }
  bool string(std::string& value) { return scalar(Kind::text, std::move(value)); }
  bool binary(std::vector<std::uint8_t>&) { return false; }  // no JSON text holds it
  bool start_object(std::size_t) { return open(Kind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Kind::list); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    const JsonValue& object = *open_.back();
    if (object.member(name) != nullptr) {
      key_ = std::move(name);
      return fail(place(), tr("'{0}' is there twice", {key_}), tr("each key once"));
    }
    if (object.items.size() == bounds_.most_keys) {
      return fail(place_of_container(), tr("it has too many keys"),
                  tr_count(static_cast<int>(bounds_.most_keys), "at most {0} key", "at most {0} keys", {std::to_string(bounds_.most_keys)}));
    }
    key_ = std::move(name);
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    // The position counts the bytes read, the offending one included.
    const std::string_view before = text_.substr(0, std::min(position == 0 ? 0 : position - 1, text_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    return fail(tr("line {0}, column {1}", {std::to_string(line), std::to_string(before.size() - line_begin + 1)}),
                tr("the text is not well-formed JSON here"), tr("a JSON document"));
  }

 private:
  bool fail(std::string where, std::string what, std::string expected) {
    problem_ = Problem{std::move(where), std::move(what), std::move(expected)};
    return false;
  }

  JsonValue& add() {
    if (open_.empty()) return root_;
    JsonValue& item = open_.back()->items.emplace_back();
    item.key = std::exchange(key_, {});
    return item;
  }

  bool scalar(Kind kind, std::string text) {
    last_ = &add();
    last_->kind = kind;
    last_->text = std::move(text);
    return true;
  }

  bool open(Kind kind) {
    if (open_.size() == bounds_.most_depth) {
      return fail(place(), tr("it is nested too deeply"),
                  tr_count(static_cast<int>(bounds_.most_depth), "at most {0} level", "at most {0} levels", {std::to_string(bounds_.most_depth)}));
    }
    JsonValue& value = add();
    value.kind = kind;
    open_.push_back(&value);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Where the innermost open value stands: each open one is the last item of the one before.
  std::string place_of_container() const { return place_of(open_.size(), nullptr); }
  /// Where the value that comes next will stand.
  std::string place() const { return place_of(open_.size() + 1, &key_); }

  std::string place_of(std::size_t levels, const std::string* next_key) const {
    std::vector<JsonPath> path(1);
    path.reserve(levels + 1);  // the paths point at each other
    for (std::size_t i = 1; i < levels; ++i) {
      const JsonValue& above = *open_[i - 1];
      const bool next = i == open_.size();
      JsonPath& step = path.emplace_back();
      step.parent = &path[i - 1];
      if (above.kind == Kind::list) {
        step.index = above.items.size() - (next ? 0 : 1);
      } else {
        step.key = next ? std::string_view(*next_key) : std::string_view(open_[i]->key);
      }
    }
    return path.back().text();
  }

  std::string_view text_;
  JsonBounds bounds_;
  JsonValue root_;
  std::vector<JsonValue*> open_;  ///< only the last item of a container is ever open, so none moves
  JsonValue* last_ = nullptr;
  std::string key_;
  std::optional<Problem> problem_;
};

}  // namespace

Result<JsonValue> parse_json_document(std::string_view text, JsonBounds bounds) {
  if (text.size() > bounds.most_bytes) {
    return Problem{{},
                   tr("the text has {0} bytes", {std::to_string(text.size())}),
                   tr("at most {0} bytes", {std::to_string(bounds.most_bytes)})};
  }
  TreeBuilder builder(text, bounds);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).result();
}

}  // namespace tollmeter
