#pragma once

#include <string>
#include <utility>
#include <variant>

namespace tollmeter {

/// What was wrong with some input, where, and what was expected. The page and the checks print it
/// as one sentence: "<where>: <what>; expected <expected>".
struct Problem {
  std::string where;     ///< a JSON path ("plans[2].charges[0].price"), a link field, or a text field's name
  std::string what;      ///< "'12,5' is not a decimal number"
  std::string expected;  ///< "digits with at most one point, such as \"0.005\""

  std::string sentence() const;
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// A value or the problem that kept it from being one. `value()` only when `ok()`.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT: return value;
  Result(Problem problem) : state_(std::move(problem)) {}  // NOLINT: return Problem{...};

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const { return *std::get_if<0>(&state_); }
  T& value() { return *std::get_if<0>(&state_); }
  const Problem& problem() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace tollmeter
