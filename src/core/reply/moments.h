#pragma once

#include <optional>
#include <string_view>

#include "core/rational.h"

namespace tollmeter {

/// An instant, in seconds since 1970, or so many seconds after something; never below zero.
struct Moment {
  Rational seconds;
  bool is_instant = false;
};

/// A time as replies give it: seconds ("35", "64.57"), an instant in seconds or milliseconds since 1970, a length ("6m0s", "17ms",
/// "2 minutes"), an HTTP date in each of its three forms, or an ISO 8601 instant with its zone. Nothing where it is none of them.
std::optional<Moment> parse_moment(std::string_view text);

/// The decimal number with which the text begins, its digits grouped by commas or not; nothing where it begins with none, or with more
/// than 18 digits. `rest` gets what follows. Below zero is zero, as some platforms count on after the last.
std::optional<Rational> leading_number(std::string_view text, std::string_view* rest = nullptr);

/// Without spaces and tabs at either end.
std::string_view trimmed(std::string_view text);

}  // namespace tollmeter
