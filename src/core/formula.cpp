#include "core/formula.h"

#include <algorithm>
#include <array>

#include "core/language.h"
#include "core/logarithm.h"

namespace tollmeter {

bool is_calendar_name(std::string_view id) { return id == "days_in_month" || id == "hours_in_month"; }
namespace {

constexpr std::size_t kMostSteps = 64;
constexpr std::size_t kMostCharacters = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

}  // namespace

/// Recursive descent; its depth is bounded by the length of the text.
class FormulaParser {
 public:
  explicit FormulaParser(std::string_view text) : text_(text) {}

  Result<Formula> parse() {
    if (text_.size() > kMostCharacters) {
      return Problem{{},
                     tr("a formula of {0} characters", {std::to_string(text_.size())}),
                     tr("at most {0} characters", {std::to_string(kMostCharacters)})};
    }
    if (sum()) {
      skip_spaces();
      if (at_ < text_.size()) fail("an operator or the end");
    }
    if (!expected_.empty()) {
      return Problem{{}, tr("'{0}' is not a formula: {1}", {text_, place()}), expected_};
    }
    if (formula_.steps_.size() > kMostSteps) {
      return Problem{{},
                     tr("'{0}' has {1} steps", {text_, std::to_string(formula_.steps_.size())}),
                     tr("at most {0} steps", {std::to_string(kMostSteps)})};
    }
    formula_.text_ = std::string(text_);
    return std::move(formula_);
  }

 private:
  using Op = Formula::Op;

  std::string place() const {
    if (failed_at_ >= text_.size()) return tr("it ends too early");
    return tr("stopped at '{0}'", {text_.substr(failed_at_, 12)});
  }

  bool fail(std::string_view expected) {
    if (expected_.empty()) {
      expected_ = tr(expected);
      failed_at_ = at_;
    }
    return false;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool take(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool emit(Op op) { return emit({op, 0, {}}); }

  bool emit(const Formula::Step& step) {
    formula_.steps_.push_back(step);
    return true;
  }

  bool sum() {
    if (!product()) return false;
    for (;;) {
      const bool add = take('+');
      if (!add && !take('-')) return true;
      if (!product()) return false;
      emit(add ? Op::add : Op::subtract);
    }
  }

  bool product() {
    if (!factor()) return false;
    for (;;) {
      const bool multiply = take('*');
      if (!multiply && !take('/')) return true;
      if (!factor()) return false;
      emit(multiply ? Op::multiply : Op::divide);
    }
  }

  bool factor() {
    if (take('-')) return factor() && emit(Op::negate);
    if (take('(')) return sum() && (take(')') || fail("')'"));
    skip_spaces();
    if (at_ < text_.size() && is_digit(text_[at_])) return number();
    if (at_ < text_.size() && is_letter(text_[at_])) return name();
    return fail("a number, a driver, a function such as min() or '('");
  }

  bool number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    const Rational value = Rational::parse(text_.substr(begin, at_ - begin));
    if (!value.ok()) {
      at_ = begin;
      return fail("a decimal number such as 4800 or 0.5");
    }
    return emit({Op::number, 0, value});
  }

  bool name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    const std::string_view id = text_.substr(begin, at_ - begin);
    for (const Function& function : kFunctions) {
      if (id == function.name) return call(function);
    }
    if (id == "clamp") return clamp();
    std::vector<std::string>& drivers = formula_.drivers_;
    const auto index = static_cast<std::size_t>(std::find(drivers.begin(), drivers.end(), id) - drivers.begin());
    if (index == drivers.size()) drivers.emplace_back(id);
    return emit({Op::driver, index, {}});
  }

  struct Function {
    std::string_view name;
    Op op;
    int least, most;  // how many values it takes
  };
  static constexpr int kAny = 64;
  static constexpr std::array kFunctions = {
      Function{"min", Op::least, 2, kAny},     Function{"max", Op::greatest, 2, kAny}, Function{"floor", Op::floor, 1, 1},
      Function{"ceil", Op::ceil, 1, 1},        Function{"round", Op::round, 1, 1},     Function{"log2", Op::log2, 1, 1},
      Function{"log10", Op::log10, 1, 1},      Function{"above", Op::above, 2, 2},
      Function{"at_least", Op::at_least, 2, 2}};

  bool next_value() { return (take(',') || fail("',' and a further value")) && sum(); }

  bool call(const Function& function) {
    if (!take('(')) return fail("'('");
    if (!sum()) return false;
    if (function.most == 1) emit(function.op);
    int values = 1;
    for (; values < function.most; ++values) {
      skip_spaces();
      if (values >= function.least && at_ < text_.size() && text_[at_] == ')') break;
      if (!next_value()) return false;
      emit(function.op);
    }
    return take(')') || fail("')'");
  }

  bool clamp() {
    if (!take('(')) return fail("'('");
    if (!sum() || !next_value()) return false;
    emit(Op::greatest);
    if (!next_value()) return false;
    emit(Op::least);
    return take(')') || fail("')'");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t failed_at_ = 0;
  std::string expected_;
  Formula formula_;
};

Formula::Formula(const Rational& number) : text_(number.text()) { steps_.push_back({Op::number, 0, number}); }

Result<Formula> Formula::parse(std::string_view text) { return FormulaParser(text).parse(); }

Rational Formula::apply(Op op, const Rational& value) {
  switch (op) {
    case Op::floor:
      return value.floor();
    case Op::ceil:
      return value.ceil();
    case Op::round:
      return value.round_half_up(0);
    case Op::log2:
      return logarithm(value, 2);
    case Op::log10:
      return logarithm(value, 10);
    default:
      return -value;
  }
}

Rational Formula::apply(Op op, const Rational& left, const Rational& right) {
  switch (op) {
    case Op::add:
      return left + right;
    case Op::subtract:
      return left - right;
    case Op::multiply:
      return left * right;
    case Op::divide:
      return left / right;
    case Op::least:
      return min(left, right);
    case Op::greatest:
      return max(left, right);
    default:
      break;
  }
  if (!left.ok() || !right.ok()) return Rational::overflow();
  const bool holds = op == Op::above ? right < left : right <= left;
  return holds ? 1 : 0;
}

Rational Formula::evaluate(FunctionRef<Rational(std::string_view)> value_of) const {
  if (steps_.empty()) return 0;
  std::array<Rational, kMostSteps> stack;
  std::size_t top = 0;
  for (const Step& step : steps_) {
    if (step.op == Op::number) {
      stack[top++] = step.number;
    } else if (step.op == Op::driver) {
      stack[top++] = value_of(drivers_[step.driver]);
    } else if (step.op <= Op::log10) {
      stack[top - 1] = apply(step.op, stack[top - 1]);
    } else {
      --top;
      stack[top - 1] = apply(step.op, stack[top - 1], stack[top]);
    }
  }
  return stack[0];
}

}  // namespace tollmeter
