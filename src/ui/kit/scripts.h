#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace tollmeter::ui {

struct Stretch {
  std::size_t begin = 0, end = 0;  ///< bytes
  bool foreign = false;
};

/// A foreign stretch is at most so long; a title fits.
inline constexpr std::size_t kMostStretchBytes = 120;

/// What is drawn with the page's fonts, which hold the characters that `held` says, and what is drawn as a whole by the
/// host: of scripts that join or combine letters a word, of those written right to left a phrase, of all others a character with
/// its marks.
std::vector<Stretch> stretches(std::string_view text, const std::function<bool(unsigned)>& held);

/// Where the character ends that begins at `at`, with the marks on it, or the emoji made of several.
std::size_t character_end(std::string_view text, std::size_t at);

bool right_to_left(std::string_view text);

}  // namespace tollmeter::ui
