#pragma once

// What the tests compute, written down so that builds can be compared: the two sides of each EXPECT_EQ, EXPECT_LE, ...
// and the value of each EXPECT_THAT, in order, for every test. Every source of the unit tests includes this first (cmake/Tests.cmake).
#include <gmock/gmock.h>

#include <cstddef>
#include <cstdio>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tollmeter {

struct Beside;
struct Document;
struct Instant;
struct Quantity;
struct Range;
struct RangedInput;
struct SavedCalculation;
struct SharedTotal;
struct Scenario;
struct Spread;

namespace outputs {

/// Begins a file of them; false if it cannot be written.
bool open(const char* path);
void write(std::string_view line);
/// Counts a comparison; whether it is to be written.
bool next();
std::size_t compared();

template <class T>
concept Text = std::is_convertible_v<const T&, std::string_view>;

std::string said(const Beside& beside);
std::string said(const Document& document);
std::string said(Instant instant);
std::string said(const Quantity& quantity);
std::string said(const Range& range);
std::string said(const RangedInput& input);
std::string said(const SavedCalculation& saved);
std::string said(const Scenario& scenario);
std::string said(const SharedTotal& total);
std::string said(const Spread& spread);

/// A value in words. A type that has none does not compile: it needs an overload above.
template <class T>
std::string said(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, std::nullptr_t>) {
    return "null";
  } else if constexpr (Text<T>) {
    return '"' + std::string(std::string_view(value)) + '"';
  } else if constexpr (std::is_pointer_v<T>) {
    return value == nullptr ? "null" : "somewhere";  // the address is each run's own
  } else if constexpr (std::forward_iterator<T>) {
    return "somewhere";
  } else if constexpr (std::is_enum_v<T>) {
    return std::to_string(static_cast<long long>(value));
  } else if constexpr (std::is_integral_v<T>) {
    // The largest size is another in each build.
    return std::is_same_v<T, std::size_t> && value == static_cast<T>(-1) ? "npos" : std::to_string(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    char digits[32];
    // What is computed is a Rational; the last bits of what is drawn are the C library's.
    std::snprintf(digits, sizeof digits, "%.12g", static_cast<double>(value));
    return digits;
  } else if constexpr (requires { value.text(); }) {
    return value.text();
  } else if constexpr (requires { value.iso(); }) {
    return value.iso();
  } else if constexpr (requires { value.dump(); }) {
    return value.dump();
  } else if constexpr (requires { value.sentence(); }) {
    return value.sentence();
  } else if constexpr (requires { value.has_value(); *value; }) {
    return value ? said(*value) : "none";
  } else if constexpr (requires { value.first; value.second; }) {
    return said(value.first) + ": " + said(value.second);
  } else if constexpr (std::ranges::range<const T>) {
    std::string all = "[";
    for (const auto& item : value) all += (all.size() > 1 ? ", " : "") + said(item);
    return all + "]";
  } else {
    static_assert(std::is_same_v<T, void>, "no words for this type");
  }
}

template <class... Values>
void note(const Values&... values) {
  if (!next()) return;
  std::string line;
  ((line += (line.empty() ? "" : " | ") + said(values)), ...);
  write(line);
}

template <class Value>
const Value& noted(const Value& value) {
  note(value);
  return value;
}

}  // namespace outputs
}  // namespace tollmeter

// GoogleTest's comparisons all come down to these three.
#undef GTEST_PRED_FORMAT1_
#undef GTEST_PRED_FORMAT2_
#undef GTEST_PRED_FORMAT3_
#define GTEST_PRED_FORMAT1_(pred_format, v1, on_failure) \
  GTEST_ASSERT_(pred_format(#v1, ::tollmeter::outputs::noted(v1)), on_failure)
#define GTEST_PRED_FORMAT2_(pred_format, v1, v2, on_failure) \
  GTEST_ASSERT_(([&](const auto& gtest_a, const auto& gtest_b) { \
    ::tollmeter::outputs::note(gtest_a, gtest_b); \
    return pred_format(#v1, #v2, gtest_a, gtest_b); \
  }(v1, v2)), on_failure)
#define GTEST_PRED_FORMAT3_(pred_format, v1, v2, v3, on_failure) \
  GTEST_ASSERT_(([&](const auto& gtest_a, const auto& gtest_b, const auto& gtest_c) { \
    ::tollmeter::outputs::note(gtest_a, gtest_b, gtest_c); \
    return pred_format(#v1, #v2, #v3, gtest_a, gtest_b, gtest_c); \
  }(v1, v2, v3)), on_failure)
