#include "core/saved.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/exchange_rate.h"
#include "core/json_cursor.h"
#include "core/json_document.h"
#include "core/json_text.h"
#include "core/language.h"
#include "core/scenario.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonBounds kBounds{kMostSavedBytes, 8, 16};
constexpr std::size_t kMostLink = 5 * 16'384;  // a comparison of four, sealed

constexpr std::size_t kMostTotals = kMostPlatforms;
constexpr std::size_t kMostReasons = 3;

SharedTotal read_total(const JsonCursor& at) {
  SharedTotal total;
  at.read({{"amount", total.amount}, {"currency", total.currency}, {"approximate", total.approximate}, {"at_least", total.at_least}});
  if (!at.failed() && !is_currency_code(total.currency)) {
    at.member("currency").refuse(total.currency, "is not a currency", "three capitals, such as USD");
  }
  return total;
}

SavedCalculation read_one(const JsonCursor& at) {
  SavedCalculation one;
  at.read({{"title", one.title}, {"saved", one.saved}, JsonField("totals").if_any(), JsonField("total", one.old_total).if_any(), "link"});
  at.each("totals", [&](const JsonCursor& place) {
    if (one.totals.size() == kMostTotals) return place.fail("there are too many", "one total for each currency");
    one.totals.push_back(read_total(place));
  });
  const std::string title = clean_title(one.title);
  if (!one.title.empty() && title.empty()) at.member("title").fail("it holds no character that can be shown", "a name");
  one.title = title;
  one.old_total = clean_text(one.old_total, kMostTitleBytes);
  const JsonCursor link = at.member("link");
  one.link = link.text(kMostLink);
  const bool printable = std::all_of(one.link.begin(), one.link.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (!printable) link.fail("it holds characters that no link has", "what stands behind # in an address of Tollmeter");
  return one;
}

void write_totals(std::span<const SharedTotal> totals, JsonText& json) {
  json.key("totals");
  json.open('[');
  for (const SharedTotal& total : totals) {
    json.open('{');
    json.key("amount");
    json.string(total.amount.text());
    json.key("currency");
    json.string(total.currency);
    for (const auto& [key, holds] : {std::pair("approximate", total.approximate), std::pair("at_least", total.at_least)}) {
      if (!holds) continue;
      json.key(key);
      json.boolean(true);
    }
    json.close('}');
  }
  json.close(']');
}

/// "Plan (2)"; number 1 is the title itself.
std::string numbered(std::string_view title, int number) {
  if (number == 1) return std::string(title);
  const std::string suffix = " (" + std::to_string(number) + ")";
  return clean_text(title, kMostTitleBytes - suffix.size()) + suffix;
}

}  // namespace

Result<std::vector<SavedCalculation>> read_saved(std::string_view json) {
  const Result<JsonValue> document = parse_json_document(json, kBounds);
  if (!document) return document.problem();
  std::optional<Problem> problem;
  const JsonCursor at(document.value(), problem);
  at.read({"tollmeter", "version", "calculations"});
  at.word("tollmeter", "calculations");
  const Rational version = at.member("version").number_of_any_kind();
  if (!problem && version != Rational(1) && version != Rational(2)) {
    at.member("version").fail("it is of a version that this page does not know", "1 or 2 (a newer page may read it)");
  }
  std::vector<SavedCalculation> all;
  at.each("calculations", [&](const JsonCursor& place) {
    SavedCalculation one = read_one(place);
    if (all.size() == kMostSaved) return place.fail("there are too many", "at most 100 calculations");
    one.title = free_title(all, one.title);
    all.push_back(std::move(one));
  });
  if (problem) return *problem;
  return all;
}

std::string write_saved(std::span<const SavedCalculation> all) {
  std::string text;
  JsonText json(text);
  json.open('{');
  json.key("tollmeter");
  json.string("calculations");
  json.key("version");
  json.integer(2);
  json.key("calculations");
  json.open('[');
  for (const SavedCalculation& one : all) {
    json.open('{');
    json.key("title");
    json.string(one.title);
    json.key("saved");
    json.string(one.saved.iso());
    if (!one.totals.empty()) write_totals(one.totals, json);
    if (!one.old_total.empty()) {
      json.key("total");
      json.string(one.old_total);
    }
    json.key("link");
    json.string(one.link);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return text;
}

Openable openable(std::vector<SavedCalculation> all) {
  Openable result;
  std::int64_t refused = 0;
  std::string reasons;
  for (SavedCalculation& one : all) {
    const std::optional<Problem> problem = link_problem(one.link);
    if (!problem) {
      result.all.push_back(std::move(one));
      continue;
    }
    if (++refused <= static_cast<std::int64_t>(kMostReasons)) append(reasons, {reasons.empty() ? "" : ". ", tr("“{0}”: {1}", {one.title, problem->sentence()})});
  }
  if (refused > 0) {
    result.refused = tr_count(refused, "{0} calculation cannot be opened and was left out. {1}.",
                              "{0} calculations cannot be opened and were left out. {1}.", {std::to_string(refused), reasons});
  }
  return result;
}

bool is_saved_file(std::string_view text) {
  constexpr std::size_t kHead = 200;
  const std::string_view head = text.substr(0, kHead);
  return head.find("\"tollmeter\"") != std::string_view::npos && head.find("\"calculations\"") != std::string_view::npos;
}

bool has_room(std::span<const SavedCalculation> all, const SavedCalculation& more) {
  // Written, a title may be twice as long, with a number behind it.
  constexpr std::size_t kBeside = 2 * kMostTitleBytes + 100;
  return all.size() < kMostSaved && write_saved(all).size() + write_saved({&more, 1}).size() + kBeside <= kMostSavedBytes;
}

const SavedCalculation* find_saved(std::span<const SavedCalculation> all, std::string_view title) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const SavedCalculation& one) { return one.title == title; });
  return found == all.end() ? nullptr : &*found;
}

std::string free_title(std::span<const SavedCalculation> all, std::string_view title) {
  int number = 1;
  while (find_saved(all, numbered(title, number))) ++number;
  return numbered(title, number);
}

std::vector<SavedCalculation> merged(std::vector<SavedCalculation> all, std::span<const SavedCalculation> more) {
  for (const SavedCalculation& one : more) {
    // It may be there under the number that it was given when the same file came before.
    int number = 1;
    const SavedCalculation* there = find_saved(all, one.title);
    while (there && there->link != one.link) there = find_saved(all, numbered(one.title, ++number));
    if (there || !has_room(all, one)) continue;
    SavedCalculation added = one;
    added.title = numbered(one.title, number);
    all.push_back(std::move(added));
  }
  return all;
}

}  // namespace tollmeter
