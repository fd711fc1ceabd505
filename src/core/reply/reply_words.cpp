#include "core/reply/reply_words.h"

#include "core/language.h"

namespace tollmeter {

std::string reply_words(const ReplyTable& table, ReplyWord word, std::initializer_list<Piece> parts) {
  const auto index = static_cast<std::size_t>(word);
  if (index >= table.words.size()) return {};
  const std::string text = tr(table.words[index]);
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!place) {
      all += text[i];
      continue;
    }
    const auto part = static_cast<std::size_t>(text[i + 1] - '1');
    if (part < parts.size()) (parts.begin() + part)->append_to(all);
    i += 2;
  }
  return all;
}

}  // namespace tollmeter
