#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace tollmeter {

__extension__ using Int128 = __int128;

/// An exact fraction, always in lowest terms with a positive denominator.
/// Numerator and denominator are 128-bit. A result that does not fit, and a division by zero,
/// is not a number but the *overflow* state, which every later operation hands on: money never
/// wraps and nobody has to check each step, only the end (`ok()`).
class Rational {
 public:
  using Int = Int128;

  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : num_(whole) {}  // NOLINT: numbers read as numbers
  static Rational fraction(Int numerator, Int denominator);
  static Rational overflow();

  /// "0.0000166667", "-3", "1500": digits, one optional point, at most 30 digits, no exponent.
  /// Anything else is the overflow state.
  static Rational parse(std::string_view decimal);

  bool ok() const { return den_ != 0; }
  bool is_zero() const { return ok() && num_ == 0; }
  bool is_whole() const { return den_ == 1; }
  Int num() const { return num_; }
  Int den() const { return den_; }

  Rational operator-() const;
  friend Rational operator+(Rational a, Rational b);
  friend Rational operator-(Rational a, Rational b);
  friend Rational operator*(Rational a, Rational b);
  friend Rational operator/(Rational a, Rational b);
  Rational& operator+=(Rational b) { return *this = *this + b; }
  Rational& operator-=(Rational b) { return *this = *this - b; }

  /// Exact, also where the cross products do not fit. An overflow equals only an overflow and is
  /// unordered against numbers (every <, <=, >, >= is false).
  friend std::partial_ordering operator<=>(Rational a, Rational b);
  friend bool operator==(Rational a, Rational b);

  Rational floor() const;
  Rational ceil() const;
  /// Half away from zero at `places` decimals (0..18), the rounding of DESIGN section 3.
  Rational round_half_up(int places) const;

  /// floor() as a 64-bit number; 0 where it does not fit or is not ok (check `ok()` before).
  std::int64_t to_int64() const;
  /// For pixels and axes only, never for money.
  double approx() const;
  /// Exact decimal if it has one within 30 places ("0.005"), else the fraction "1/3"; "overflow".
  std::string text() const;

 private:
  Int num_ = 0;
  Int den_ = 1;
};

Rational min(Rational a, Rational b);
Rational max(Rational a, Rational b);

}  // namespace tollmeter
