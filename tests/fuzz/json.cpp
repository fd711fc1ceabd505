// Any text as a JSON document: refused with one sentence, or the same again when it is written and read; and any text as one of its
// texts.
#include <string>

#include "core/json_document.h"
#include "core/json_text.h"
#include "core/own/own_json.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;

constexpr JsonBounds kBounds{1u << 16, 32, 1000};
constexpr JsonBounds kWritten{1u << 20, 32, 1000};  // escaped it is longer

bool is_same(const JsonValue& a, const JsonValue& b) {
  const bool same = a.kind == b.kind && a.is_true == b.is_true && a.key == b.key && a.text == b.text && a.items.size() == b.items.size();
  if (!same) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!is_same(a.items[i], b.items[i])) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const Result<JsonValue> document = parse_json_document(text, kBounds);
  if (fuzz::taken(document)) {
    const Result<JsonValue> again = parse_json_document(write_json(document.value()), kWritten);
    fuzz::must(again.ok() && is_same(again.value(), document.value()), "a document is read again as it was");
  }
  fuzz::taken(parse_own(text));
  std::string written;
  const std::string utf8 = fuzz::utf8_of(text);
  JsonText(written).string(utf8);
  const Result<JsonValue> back = parse_json_document(written, kWritten);
  fuzz::must(back.ok() && back.value().text == utf8, "what is written as a text is read as the same");
  const auto own = own_of_link_text(link_text_of_own(text));
  fuzz::must(own && *own == text, "what a link carries comes back");
  if (const auto bytes = own_of_link_text(text)) fuzz::must(own_of_link_text(link_text_of_own(*bytes)) == bytes, "base64url is read again");
  return 0;
}
