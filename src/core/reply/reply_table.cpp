#include "core/reply/reply_table.h"

#include <algorithm>

#include "core/rational.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMostRows = 2000;

/// A list of texts, numbers and lists, whose values are asked for by their place. The first thing that is missing is the problem.
class Row {
 public:
  Row(const JsonValue& value, bool& whole) : value_(value), whole_(whole) {
    if (value.kind != JsonValue::Kind::list || value.items.size() > kMostRows) whole_ = false;
  }

  std::string text(std::size_t place) const {
    const JsonValue* at = item(place);
    if (!at || at->kind != JsonValue::Kind::text) return fail();
    return at->text;
  }
  std::int64_t number(std::size_t place) const {
    const JsonValue* at = item(place);
    const Rational number = at && at->kind == JsonValue::Kind::number ? Rational::parse(at->text) : Rational::overflow();
    if (!number.is_whole() || number < 0) fail();
    return number.to_int64();
  }
  std::vector<std::string> texts(std::size_t place) const {
    std::vector<std::string> all;
    each(place, [&](const Row& row, std::size_t i) { all.push_back(row.text(i)); });
    return all;
  }
  /// Calls with the list at that place and each index of it.
  template <class Read>
  void each(std::size_t place, Read read) const {
    const JsonValue* at = item(place);
    if (!at) return void(fail());
    const Row row(*at, whole_);
    for (std::size_t i = 0; i < at->items.size() && whole_; ++i) read(row, i);
  }
  /// Calls with each list in the list at that place.
  template <class Read>
  void rows(std::size_t place, Read read) const {
    each(place, [&](const Row& row, std::size_t i) { read(Row(*row.item(i), whole_)); });
  }

 private:
  const JsonValue* item(std::size_t place) const { return place < value_.items.size() ? &value_.items[place] : nullptr; }
  std::string fail() const {
    whole_ = false;
    return {};
  }

  const JsonValue& value_;
  bool& whole_;
};

ReplyField read_field(const Row& row, bool& whole) {
  ReplyField field;
  const std::int64_t within = row.number(0), says = row.number(1);
  if (within > static_cast<int>(Within::phrase) || says > static_cast<int>(Says::method)) whole = false;
  field.within = static_cast<Within>(within);
  field.says = static_cast<Says>(says);
  field.like = row.text(2);
  field.seconds = row.number(3);
  field.window = row.text(4);
  return field;
}

ReplyCase read_case(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.texts(4), row.text(5), row.text(6)};
}

}  // namespace

std::shared_ptr<const ReplyTable> read_replies(const JsonCursor& at) {
  auto table = std::make_shared<ReplyTable>();
  bool whole = true;
  const Row row(at.value(), whole);
  row.rows(0, [&](const Row& field) { table->fields.push_back(read_field(field, whole)); });
  table->secrets = row.texts(1);
  row.rows(2, [&](const Row& window) { table->windows.push_back({window.text(0), window.number(1)}); });
  row.rows(3, [&](const Row& platform) {
    ReplyPlatform& one = table->platforms.emplace_back();
    one = {platform.text(0), platform.texts(1), platform.texts(2), platform.texts(3), {}};
    platform.rows(4, [&](const Row& c) { one.cases.push_back(read_case(c)); });
  });
  table->words = row.texts(4);
  if (whole) return table;
  at.fail("is not as it was packed", "the lists of tools/bundle-catalog.py");
  return nullptr;
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

bool holds_words(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

bool is_like(std::string_view text, std::string_view pattern, std::string* star) {
  constexpr std::size_t kNone = std::string_view::npos;
  const std::size_t first = pattern.find('*');
  std::size_t at = 0, p = 0, last = kNone, resume = 0, begin = text.size(), end = text.size();
  while (at < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      if (p == first) begin = at;
      last = p++;
      resume = at;
    } else if (p < pattern.size() && pattern[p] == text[at]) {
      ++p;
      ++at;
    } else if (last != kNone) {
      p = last + 1;
      at = ++resume;
    } else {
      return false;
    }
    if (last != kNone && last == first) end = resume;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  if (p != pattern.size()) return false;
  if (star && first != kNone) *star = text.substr(begin, end - begin);
  return true;
}

}  // namespace tollmeter
