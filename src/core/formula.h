#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/function_ref.h"
#include "core/rational.h"
#include "core/result.h"

namespace tollmeter {

/// "days_in_month" and "hours_in_month" are names that every formula may use: of the cycle, 28 to 31 days.
bool is_calendar_name(std::string_view id);

/// A small arithmetic expression over drivers, such as "4800 * engaged_users" or "clamp(impressions, 10, 500) * 4800":
/// decimal numbers, driver ids, + - * / parentheses, and
///   min(a, b, ...)  max(a, b, ...)  clamp(x, least, most)
///   floor(x)  ceil(x)  round(x)   to whole numbers; round half away from zero
///   log2(x)  log10(x)             of numbers above zero, to nine decimals, in whole-number arithmetic
///   above(x, bound)  at_least(x, bound)   1 where it holds, else 0
/// Parsed once into postfix and bounded (at most 64 steps, 200 characters); evaluating it runs no code
/// but these operations. What has no value (a division by zero, the logarithm of zero) is the overflow state.
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

  enum class Op : unsigned char {
    number,
    driver,
    // of one value
    negate,
    floor,
    ceil,
    round,
    log2,
    log10,
    // of two
    add,
    subtract,
    multiply,
    divide,
    least,
    greatest,
    above,
    at_least,
  };
  static Rational apply(Op op, const Rational& value);
  static Rational apply(Op op, const Rational& left, const Rational& right);
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
