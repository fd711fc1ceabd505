#include "core/json_document.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tollmeter {
namespace {

using Json = nlohmann::json;

std::string line_and_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Walks the text before anything is built from it: a hostile depth must not reach the recursive
/// parts of the library, and a repeated key would be lost silently there.
class Inspector {
 public:
  Inspector(std::string_view text, std::size_t most_depth) : text_(text), most_depth_(most_depth) {}

  bool null() { return next_value(); }
  bool boolean(bool) { return next_value(); }
  bool number_integer(Json::number_integer_t) { return next_value(); }
  bool number_unsigned(Json::number_unsigned_t) { return next_value(); }
  bool number_float(Json::number_float_t, const std::string&) { return next_value(); }
  bool string(std::string&) { return next_value(); }
  bool binary(Json::binary_t&) { return next_value(); }
  bool start_object(std::size_t) { return open(false); }
  bool start_array(std::size_t) { return open(true); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    Level& level = levels_.back();
    level.key = name;
    if (level.keys.insert(name).second) return true;
    problem_ = Problem{path(), "'" + name + "' is there twice", "each key once"};
    return false;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    problem_ = Problem{line_and_column(text_, position == 0 ? 0 : position - 1),
                       "the text is not well-formed JSON here", "a JSON document"};
    return false;
  }

  const std::optional<Problem>& problem() const { return problem_; }

 private:
  struct Level {
    bool array;
    std::size_t index = 0;
    std::string key;
    std::set<std::string> keys;
  };

  bool next_value() {
    if (!levels_.empty() && levels_.back().array) ++levels_.back().index;
    return true;
  }

  bool open(bool array) {
    if (levels_.size() >= most_depth_) {
      problem_ = Problem{path(), "it is nested too deeply", "at most " + std::to_string(most_depth_) + " levels"};
      return false;
    }
    levels_.push_back(Level{array, 0, {}, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return next_value();
  }

  std::string path() const {
    std::string out;
    for (const Level& level : levels_) {
      if (level.array) {
        out += "[" + std::to_string(level.index) + "]";
      } else {
        if (!out.empty()) out += ".";
        out += level.key;
      }
    }
    return out;
  }

  std::string_view text_;
  std::size_t most_depth_;
  std::vector<Level> levels_;
  std::optional<Problem> problem_;
};

}  // namespace

Result<nlohmann::json> parse_json_document(std::string_view text, JsonBounds bounds) {
  if (text.size() > bounds.most_bytes) {
    return Problem{"", "the text has " + std::to_string(text.size()) + " bytes",
                   "at most " + std::to_string(bounds.most_bytes)};
  }
  Inspector inspector(text, bounds.most_depth);
  if (!Json::sax_parse(text.begin(), text.end(), &inspector)) return *inspector.problem();
  return Json::parse(text.begin(), text.end(), nullptr, false);
}

}  // namespace tollmeter
