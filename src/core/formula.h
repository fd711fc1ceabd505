#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/function_ref.h"
#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// A small arithmetic expression over drivers, such as "4800 * engaged_users" or
/// "max(10, impressions) * 4800": decimal numbers, driver ids, + - * / parentheses, min(), max().
/// Parsed once into postfix and bounded (at most 64 steps, 200 characters); evaluating it runs no code
/// but these operations.
class Formula {
 public:
  Formula() = default;  ///< the number 0
  explicit Formula(const Rational& number);
  static Result<Formula> parse(std::string_view text);  ///< Problem.where is empty: the caller knows the path

  /// Whether it names no driver, so that it has the same value for everybody.
  bool is_number() const { return drivers_.empty(); }
  /// Ids of the drivers it names, each once.
  std::vector<std::string> drivers() const { return drivers_; }
  Rational evaluate(FunctionRef<Rational(std::string_view driver)> value_of) const;
  /// As written in the catalogue.
  const std::string& text() const { return text_; }

 private:
  friend class FormulaParser;

  enum class Op : unsigned char { number, driver, add, subtract, multiply, divide, negate, least, greatest };
  struct Step {
    Op op;
    std::size_t driver;  ///< an index of drivers_
    Rational number;
  };
  std::vector<Step> steps_;
  std::vector<std::string> drivers_;
  std::string text_ = "0";
};

}  // namespace tollmeter
