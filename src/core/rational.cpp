#include "core/rational.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "core/words.h"

namespace tollmeter {
namespace {

__extension__ using UInt = unsigned __int128;

using Int = Rational::Int;
constexpr UInt kMost = ~UInt{0} >> 1;  // the largest magnitude that an Int has with either sign

UInt magnitude(Int n) { return n < 0 ? UInt{0} - static_cast<UInt>(n) : static_cast<UInt>(n); }

bool fits64(UInt n) { return (n >> 64) == 0; }

std::uint64_t gcd64(std::uint64_t a, std::uint64_t b) {
  if (a == 0) return b;
  if (b == 0) return a;
  const int shift = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  while (b != 0) {
    b >>= std::countr_zero(b);
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << shift;
}

UInt gcd(UInt a, UInt b) {
  while (b != 0 && !(fits64(a) && fits64(b))) {
    const UInt rest = a % b;
    a = b;
    b = rest;
  }
  if (b == 0) return a;
  return gcd64(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

// 128-bit division is a slow library call in wasm; most numbers here fit 64 bits.
UInt quotient(UInt a, UInt b) {
  if (b == 1) return a;
  if (fits64(a) && fits64(b)) return static_cast<std::uint64_t>(a) / static_cast<std::uint64_t>(b);
  return a / b;
}

// False where the product exceeds kMost.
bool multiply(UInt a, UInt b, UInt& product) {
  if (fits64(a) && fits64(b)) {
    product = a * b;
    return product <= kMost;
  }
  return !__builtin_mul_overflow(a, b, &product) && product <= kMost;
}

Int with_sign(UInt n, bool negative) { return negative ? -static_cast<Int>(n) : static_cast<Int>(n); }

std::string digits_of(UInt n) {
  std::string text;
  do {
    text.push_back(static_cast<char>('0' + static_cast<int>(n % 10)));
    n /= 10;
  } while (n != 0);
  std::reverse(text.begin(), text.end());
  return text;
}

// Compares a/b with c/d, all positive but for a and c, which may be zero, by continued fractions.
std::strong_ordering compare_fractions(UInt a, UInt b, UInt c, UInt d) {
  for (bool flipped = false;; flipped = !flipped) {
    const UInt p = quotient(a, b);
    const UInt q = quotient(c, d);
    const UInt rest_a = a - p * b;
    const UInt rest_c = c - q * d;
    std::strong_ordering order = p <=> q;
    if (order == 0 && (rest_a == 0 || rest_c == 0))
      order = (rest_a != 0) <=> (rest_c != 0);
    else if (order == 0) {
      a = b, b = rest_a, c = d, d = rest_c;
      continue;
    }
    return flipped ? 0 <=> order : order;
  }
}

}  // namespace

Rational::Rational() : Rational(0) {}
Rational::Rational(std::int64_t whole) : num_(whole), den_(1) {}

Rational Rational::overflow() {
  Rational r;
  r.den_ = 0;
  return r;
}

Rational Rational::fraction(Int numerator, Int denominator) {
  if (denominator == 0) return overflow();
  UInt n = magnitude(numerator);
  UInt d = magnitude(denominator);
  const UInt g = gcd(n, d);
  n = quotient(n, g);
  d = quotient(d, g);
  if (n > kMost || d > kMost) return overflow();
  Rational r;
  r.num_ = with_sign(n, (numerator < 0) != (denominator < 0));
  r.den_ = static_cast<Int>(d);
  return r;
}

Rational Rational::parse(std::string_view decimal) {
  const bool negative = !decimal.empty() && decimal.front() == '-';
  if (negative) decimal.remove_prefix(1);
  Int number = 0;
  Int denominator = 1;
  int digits = 0;
  bool point = false;
  for (const char c : decimal) {
    if (c == '.' && !point && digits > 0) {
      point = true;
    } else if (c >= '0' && c <= '9' && digits < 30) {
      number = number * 10 + (c - '0');
      if (point) denominator *= 10;
      ++digits;
    } else {
      return overflow();
    }
  }
  if (digits == 0 || decimal.back() == '.') return overflow();
  return fraction(negative ? -number : number, denominator);
}

Rational Rational::operator-() const {
  Rational r = *this;
  r.num_ = -r.num_;
  return r;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.ok() || !b.ok()) return Rational::overflow();
  const UInt da = magnitude(a.den_);
  const UInt db = magnitude(b.den_);
  const UInt g = da == 1 || db == 1 ? 1 : gcd(da, db);
  const UInt scale_a = quotient(db, g);
  const UInt scale_b = quotient(da, g);
  UInt left, right, den;
  if (!multiply(magnitude(a.num_), scale_a, left) || !multiply(magnitude(b.num_), scale_b, right)) {
    return Rational::overflow();
  }
  Int sum;
  if (__builtin_add_overflow(with_sign(left, a.num_ < 0), with_sign(right, b.num_ < 0), &sum)) {
    return Rational::overflow();
  }
  // Whatever numerator and denominator still share divides g: taken out before the denominators
  // are multiplied, so that no intermediate is larger than it must be.
  const UInt rest = g == 1 ? 1 : gcd(magnitude(sum), g);
  const UInt num = quotient(magnitude(sum), rest);
  if (num > kMost || !multiply(scale_b, quotient(db, rest), den)) return Rational::overflow();
  Rational r;
  r.num_ = with_sign(num, sum < 0);
  r.den_ = static_cast<Int>(den);
  return r;
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }
Rational& Rational::operator+=(const Rational& b) { return *this = *this + b; }
Rational& Rational::operator-=(const Rational& b) { return *this = *this - b; }

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.ok() || !b.ok()) return Rational::overflow();
  UInt na = magnitude(a.num_), da = magnitude(a.den_);
  UInt nb = magnitude(b.num_), db = magnitude(b.den_);
  if (db != 1) {
    const UInt g = gcd(na, db);
    na = quotient(na, g), db = quotient(db, g);
  }
  if (da != 1) {
    const UInt g = gcd(nb, da);
    nb = quotient(nb, g), da = quotient(da, g);
  }
  UInt num, den;
  if (!multiply(na, nb, num) || !multiply(da, db, den)) return Rational::overflow();
  Rational r;
  r.num_ = with_sign(num, (a.num_ < 0) != (b.num_ < 0));
  r.den_ = static_cast<Int>(den);
  return r;
}

Rational operator/(const Rational& a, const Rational& b) {
  if (!a.ok() || !b.ok() || b.num_ == 0) return Rational::overflow();
  Rational inverse;
  inverse.num_ = with_sign(magnitude(b.den_), b.num_ < 0);
  inverse.den_ = static_cast<Int>(magnitude(b.num_));
  return a * inverse;
}

std::strong_ordering Rational::compare(const Rational& a, const Rational& b) {
  if (a.den_ == b.den_) return a.num_ <=> b.num_;
  if ((a.num_ < 0) != (b.num_ < 0)) return a.num_ <=> b.num_;
  const UInt na = magnitude(a.num_), da = magnitude(a.den_);
  const UInt nb = magnitude(b.num_), db = magnitude(b.den_);
  UInt left, right;
  const bool exact = multiply(na, db, left) && multiply(nb, da, right);
  const std::strong_ordering order = exact ? left <=> right : compare_fractions(na, da, nb, db);
  return a.num_ < 0 ? 0 <=> order : order;
}

bool operator<(const Rational& a, const Rational& b) { return a.ok() && b.ok() && Rational::compare(a, b) < 0; }
bool operator<=(const Rational& a, const Rational& b) { return a == b || a < b; }
bool operator==(const Rational& a, const Rational& b) { return a.num_ == b.num_ && a.den_ == b.den_; }

Rational Rational::floor() const {
  if (!ok() || is_whole()) return *this;
  const UInt whole = quotient(magnitude(num_), magnitude(den_));
  Rational r;
  r.num_ = num_ < 0 ? -static_cast<Int>(whole) - 1 : static_cast<Int>(whole);
  return r;
}

Rational Rational::ceil() const { return -(-*this).floor(); }

Rational Rational::round_half_up(int places) const {
  if (!ok() || places < 0 || places > 18) return overflow();
  if (is_whole()) return *this;
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  Rational positive = *this;
  positive.num_ = static_cast<Int>(magnitude(num_));
  const Rational rounded = (positive * scale + fraction(1, 2)).floor() / scale;
  return num_ < 0 ? -rounded : rounded;
}

std::int64_t Rational::to_int64() const {
  if (!ok()) return 0;
  const Int whole = floor().num_;
  using Limits = std::numeric_limits<std::int64_t>;
  return whole < Limits::min() || whole > Limits::max() ? 0 : static_cast<std::int64_t>(whole);
}

double Rational::approx() const {
  if (!ok()) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(num_) / static_cast<double>(den_);
}

std::string Rational::text() const {
  if (!ok()) return "overflow";
  const std::string sign = num_ < 0 ? "-" : "";
  const UInt n = magnitude(num_);
  const UInt d = magnitude(den_);
  std::string text = sign + digits_of(n / d);
  UInt rest = n % d;
  if (rest == 0) return text;
  text += '.';
  for (int place = 0; place < 30 && rest != 0; ++place) {
    UInt scaled;
    if (__builtin_mul_overflow(rest, UInt{10}, &scaled)) break;
    text.push_back(static_cast<char>('0' + static_cast<int>(scaled / d)));
    rest = scaled % d;
  }
  if (rest == 0) return text;
  return join({sign, digits_of(n), "/", digits_of(d)});
}

Rational min(const Rational& a, const Rational& b) {
  if (!a.ok() || !b.ok()) return Rational::overflow();
  return b < a ? b : a;
}

Rational max(const Rational& a, const Rational& b) {
  if (!a.ok() || !b.ok()) return Rational::overflow();
  return a < b ? b : a;
}

}  // namespace tollmeter
