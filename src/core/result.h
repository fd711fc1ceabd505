#pragma once

#include <optional>
#include <string>
#include <utility>

namespace tollmeter {

/// The text with a space for every control character, so that it stays on its line.
std::string one_line(std::string text);

/// What was wrong with some input, where, and what was expected. The page and the checks print it
/// as one sentence: "<where>: <what>; expected <expected>".
struct Problem {
  std::string where;     ///< a JSON path ("plans[2].charges[0].price"), a link field, or a text field's name
  std::string what;      ///< "'12,5' is not a decimal number"
  std::string expected;  ///< "at most 30 digits with at most one point, such as \"0.005\""

  std::string sentence() const;
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// A value or the problem that kept it from being one. `value()` only when `ok()`.
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}              // NOLINT: return value;
  Result(Problem problem) : problem_(std::move(problem)) {}  // NOLINT: return Problem{...};

  bool ok() const { return !problem_; }
  explicit operator bool() const { return ok(); }
  const T& value() const { return value_; }
  T& value() { return value_; }
  const Problem& problem() const { return *problem_; }

 private:
  T value_{};
  std::optional<Problem> problem_;
};

}  // namespace tollmeter
