#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tollmeter {

/// A text to append or join. Which of the three kinds it is is asked there and not at each call, of which there are
/// hundreds.
class Piece {
 public:
  Piece(const char* text) : text_(text), size_(kTerminated) {}              // NOLINT: texts are passed
  Piece(const std::string& text) : text_(&text), size_(kString) {}          // NOLINT: as they are
  Piece(std::string_view text) : text_(text.data()), size_(text.size()) {}  // NOLINT
  void append_to(std::string& all) const;

 private:
  static constexpr std::size_t kTerminated = ~std::size_t{0}, kString = kTerminated - 1;
  const void* text_;
  std::size_t size_;
};

/// The texts one after another. A chain of + makes and frees a text at each step, and all of that is code.
std::string join(std::initializer_list<Piece> texts);
void append(std::string& all, std::initializer_list<Piece> texts);
/// 0 to 15, or -1 where it is no hexadecimal digit.
int hex_value(char digit);
/// "Posts read" inside a sentence: "posts read"; "API calls" and "DMs sent" stay as they are.
std::string lower_first(std::string_view name);
/// One line of text: tabs, line breaks and other control characters become single spaces.
std::string one_line(std::string_view text);

}  // namespace tollmeter
