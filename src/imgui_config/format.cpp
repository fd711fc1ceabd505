// Dear ImGui's own texts, which are names of windows, need no more of printf than is here: %s, %d, %i, %u, %x and %X,
// with a width, '0' before it, and %%. The C library's would bring in floating point of 128 bits.
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

namespace {

/// Writes what fits and counts what would.
class Text {
 public:
  Text(char* buffer, std::size_t size) : buffer_(buffer), size_(size) {}

  void put(char c) {
    if (length_ + 1 < size_) buffer_[length_] = c;
    ++length_;
  }

  void put(const char* text) {
    while (*text != 0) put(*text++);
  }

  void put_number(unsigned value, unsigned base, const char* digits, int width, char fill) {
    char reversed[10];
    int count = 0;
    do {
      reversed[count++] = digits[value % base];
      value /= base;
    } while (value != 0);
    for (int i = count; i < width; ++i) put(fill);
    while (count > 0) put(reversed[--count]);
  }

  /// The length: of the text that was written, or without a buffer of all of it.
  int end() {
    if (buffer_ == nullptr) return static_cast<int>(length_);
    const std::size_t written = length_ < size_ ? length_ : size_ - 1;
    buffer_[written] = 0;
    return static_cast<int>(written);
  }

 private:
  char* buffer_;
  std::size_t size_;
  std::size_t length_ = 0;
};

}  // namespace

int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list args) {
  Text text(buffer, buffer == nullptr ? 0 : size);
  for (; *format != 0; ++format) {
    if (*format != '%') {
      text.put(*format);
      continue;
    }
    const char fill = *++format == '0' ? '0' : ' ';
    int width = 0;
    for (; *format >= '0' && *format <= '9'; ++format) width = width * 10 + (*format - '0');
    switch (*format) {
      case 's':
        text.put(va_arg(args, const char*));
        break;
      case 'd':
      case 'i': {
        const int value = va_arg(args, int);
        if (value < 0) text.put('-');
        text.put_number(value < 0 ? 0U - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10,
                        "0123456789", width, fill);
        break;
      }
      case 'u':
        text.put_number(va_arg(args, unsigned), 10, "0123456789", width, fill);
        break;
      case 'x':
        text.put_number(va_arg(args, unsigned), 16, "0123456789abcdef", width, fill);
        break;
      case 'X':
        text.put_number(va_arg(args, unsigned), 16, "0123456789ABCDEF", width, fill);
        break;
      default:
        IM_ASSERT(*format == '%' && "A format that src/imgui_config/format.cpp does not know");
        text.put('%');
    }
  }
  return text.end();
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
  va_list args;
  va_start(args, format);
  const int length = ImFormatStringV(buffer, size, format, args);
  va_end(args);
  return length;
}
