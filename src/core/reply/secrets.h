#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tollmeter {

struct Unsecret {
  std::string text;  ///< with "…" in place of each secret
  int dropped = 0;
};

/// The text without what could open somebody's account: the values of headers, members and parameters whose names are like a pattern,
/// and what follows a word that announces one. A pattern that ends in "=" is of parameters only; one that ends in a space, "-" or "_" is
/// such a word ("bearer ", "sk-").
Unsecret without_secrets(std::string_view text, const std::vector<std::string>& patterns);

}  // namespace tollmeter
