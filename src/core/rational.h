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
/// Arguments are references and little is inline: a value is 32 bytes, and what copies it stands at each of its uses.
class Rational {
 public:
  using Int = Int128;

  Rational();
  Rational(std::int64_t whole);  // NOLINT: numbers read as numbers
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
  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  Rational& operator+=(const Rational& b);
  Rational& operator-=(const Rational& b);

  /// Exact, also where the cross products do not fit. An overflow equals only an overflow and is
  /// unordered against numbers (every <, <=, >, >= is false).
  friend bool operator<(const Rational& a, const Rational& b);
  friend bool operator>(const Rational& a, const Rational& b) { return b < a; }
  friend bool operator<=(const Rational& a, const Rational& b);
  friend bool operator>=(const Rational& a, const Rational& b) { return b <= a; }
  friend bool operator==(const Rational& a, const Rational& b);

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
  /// Of two numbers.
  static std::strong_ordering compare(const Rational& a, const Rational& b);

  Int num_;
  Int den_;
};

inline Rational whole(Int128 n) { return Rational::fraction(n, 1); }
Rational min(const Rational& a, const Rational& b);
Rational max(const Rational& a, const Rational& b);

}  // namespace tollmeter
