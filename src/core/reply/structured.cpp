#include "core/reply/statements.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMostItems = 50;

/// Up to one of the ends that is outside quotation marks; `rest` begins behind it.
std::string_view part(std::string_view& rest, std::string_view ends, char* met) {
  bool quoted = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '"') quoted = !quoted;
    if (quoted || ends.find(rest[i]) == std::string_view::npos) continue;
    const std::string_view found = rest.substr(0, i);
    *met = rest[i];
    rest.remove_prefix(i + 1);
    return trimmed(found);
  }
  const std::string_view found = rest;
  *met = ',';
  rest = {};
  return trimmed(found);
}

std::string unquoted(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

std::vector<std::vector<NameValue>> structured_items(std::string_view text) {
  std::vector<std::vector<NameValue>> items;
  bool begins = true;
  while (!text.empty() && items.size() <= kMostItems) {
    char met = ',';
    const std::string_view piece = part(text, ",;", &met);
    if (begins) items.emplace_back();
    if (!piece.empty() && items.back().size() < kMostItems) {
      std::string_view value = piece;
      char equals = ',';
      const std::string_view name = part(value, "=", &equals);
      const bool named = equals == '=';
      const std::string mark = begins ? "" : ";";
      items.back().push_back({named ? mark + small_letters(name) : mark, unquoted(named ? trimmed(value) : piece)});
    }
    begins = met == ',';
  }
  return items;
}

}  // namespace tollmeter
