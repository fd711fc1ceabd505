#include "core/words.h"

namespace tollmeter {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

void Piece::append_to(std::string& all) const {
  if (size_ == kString) {
    all += *static_cast<const std::string*>(text_);
  } else if (size_ == kTerminated) {
    all += static_cast<const char*>(text_);
  } else {
    all.append(static_cast<const char*>(text_), size_);
  }
}

void append(std::string& all, std::initializer_list<Piece> texts) {
  for (const Piece& text : texts) text.append_to(all);
}

std::string join(std::initializer_list<Piece> texts) {
  std::string all;
  append(all, texts);
  return all;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

std::string lower_first(std::string_view name) {
  std::string text(name);
  if (text.empty() || !is_upper(text[0])) return text;
  if (text.size() > 1 && is_upper(text[1])) return text;
  text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (!control) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace tollmeter
