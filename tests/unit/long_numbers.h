#pragma once

#include <algorithm>
#include <string>
#include <vector>

// Whole numbers in decimal digits, which have no end, and the largest that the page can express.
namespace tollmeter {

/// The last one first.
using Digits = std::vector<int>;

inline Digits digits_of(const std::string& text) {
  Digits digits;
  for (auto c = text.rbegin(); c != text.rend(); ++c) digits.push_back(*c - '0');
  return digits;
}

inline std::string text_of(Digits digits) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] < 10) continue;
    if (i + 1 == digits.size()) digits.push_back(0);
    digits[i + 1] += digits[i] / 10;
    digits[i] %= 10;
  }
  while (digits.size() > 1 && digits.back() == 0) digits.pop_back();
  std::string text;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) text += static_cast<char>('0' + *digit);
  return text;
}

inline std::string product_of(const std::string& a, const std::string& b) {
  const Digits left = digits_of(a), right = digits_of(b);
  Digits product(left.size() + right.size(), 0);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) product[i + j] += left[i] * right[j];
  }
  return text_of(product);
}

inline std::string sum_of(const std::string& a, const std::string& b) {
  Digits sum = digits_of(a);
  const Digits more = digits_of(b);
  sum.resize(std::max(sum.size(), more.size()) + 1, 0);
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
  return text_of(sum);
}

inline bool is_above(const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a > b; }

inline const std::string kMostOf128Bits = "170141183460469231731687303715884105727";  // 2^127 - 1

/// What a field takes, and what that makes in a cycle of 30 days: 86,400 seconds of 10^15.
inline constexpr const char* kMostASecond = "1e15/second";
inline const std::string kMostOfAMonth = "2592000000000000000000";
/// Of a price, or a cap.
inline const std::string kLongestNumber(30, '9');

}  // namespace tollmeter
