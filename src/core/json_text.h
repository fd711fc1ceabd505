#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tollmeter {

/// JSON being written: values are separated by commas of their own accord. The caller closes what it opens.
class JsonText {
 public:
  explicit JsonText(std::string& text) : text_(text) {}

  void open(char bracket);   ///< '{' or '['
  void close(char bracket);  ///< '}' or ']'
  void key(std::string_view name);
  void string(std::string_view value);
  void integer(std::int64_t value);
  void number(double value);  ///< of a place on the screen, never of money: to six decimal places; what is not finite becomes 0
  void boolean(bool value);

 private:
  void separate();
  void quote(std::string_view value);

  std::string& text_;
};

}  // namespace tollmeter
