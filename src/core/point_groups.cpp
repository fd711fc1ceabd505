#include "core/point_groups.h"

#include <algorithm>

namespace tollmeter {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
  return static_cast<std::size_t>(std::find_if_not(from, text.end(), is_digit) - from);
}

}  // namespace

std::string without_point_groups(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t lead = digits_at(text, begin);
  if (lead == 0 || lead > 3 || text[begin] == '0') return std::string(text);
  std::string number(text.substr(begin, lead));
  std::size_t at = begin + lead;
  int groups = 0;
  for (; at < text.size() && text[at] == '.' && digits_at(text, at + 1) == 3; at += 4, ++groups) number += text.substr(at + 1, 3);
  const bool decimals = at < text.size() && text[at] == ',' && digits_at(text, at + 1) > 0;
  std::string_view rest = text.substr(at);
  if (decimals) {
    number += '.';
    rest.remove_prefix(1);
  }
  const std::size_t next = std::min(rest.find_first_not_of(' '), rest.size());
  const bool suffix = next < rest.size() && std::string_view("kKmMbBeE").find(rest[next]) != std::string_view::npos;
  const bool another = rest.starts_with('.') || (!decimals && rest.starts_with(','));
  if (groups == 0 || another || (groups == 1 && !decimals && suffix)) return std::string(text);
  return number + std::string(rest);
}

}  // namespace tollmeter
