#include "ui/solve/comparison_columns.h"

#include <algorithm>
#include <utility>

#include "core/language.h"
#include "core/title.h"

namespace tollmeter::ui {

namespace {

std::vector<Scenario> all_columns(const Session& session) {
  std::vector<Scenario> all = session.beside().others;
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(session.beside().place), session.scenario());
  return all;
}

void show(Session& session, std::vector<Scenario> all, std::size_t edited) {
  Beside beside;
  beside.place = edited;
  Scenario current = std::move(all[edited]);
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(edited));
  beside.others = std::move(all);
  // What remains alone has no place among others: the same calculation is one state.
  if (beside.others.empty()) beside.place = 0;
  session.arrange(std::move(current), std::move(beside));
}

}  // namespace

std::size_t column_count(const Session& session) { return session.beside().others.size() + 1; }

const Scenario& column_scenario(const Session& session, std::size_t column) {
  const Beside& beside = session.beside();
  if (column == beside.place) return session.scenario();
  return beside.others[column < beside.place ? column : column - 1];
}

std::string column_letter(std::size_t column) { return {static_cast<char>('A' + column)}; }

std::string column_name(const Session& session, std::size_t column) {
  const std::string title = title_words(column_scenario(session, column).title);
  return title.empty() ? column_letter(column) : tr("{0}: {1}", {column_letter(column), title});
}

void keep_copy(Session& session) {
  if (column_count(session) >= kMostColumns) return;
  Beside beside = session.beside();
  beside.others.insert(beside.others.begin() + static_cast<std::ptrdiff_t>(beside.place), session.scenario());
  ++beside.place;
  session.arrange(session.scenario(), std::move(beside));
}

void edit_column(Session& session, std::size_t column) {
  if (column < column_count(session)) show(session, all_columns(session), column);
}

void remove_column(Session& session, std::size_t column) {
  std::vector<Scenario> all = all_columns(session);
  if (column >= all.size() || all.size() < 2) return;
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(column));
  const std::size_t place = session.beside().place;
  show(session, std::move(all), column <= place && place > 0 ? place - 1 : place);
}

void rename_column(Session& session, std::size_t column, std::string_view title) {
  std::vector<Scenario> all = all_columns(session);
  if (column >= all.size()) return;
  all[column].title = clean_title(title);
  show(session, std::move(all), session.beside().place);
}

std::string title_cut_words(std::string_view typed) {
  const std::string kept = clean_title(typed);
  if (kept == clean_text(typed, typed.size())) return "";
  constexpr std::size_t kTail = 24;
  std::size_t from = kept.size() > kTail ? kept.size() - kTail : 0;
  while (from > 0 && (static_cast<unsigned char>(kept[from]) & 0xC0) == 0x80) --from;
  return tr("The title is cut behind “… {0}”: it has room for {1} letters, and for fewer of other alphabets than the Latin one.",
            {kept.substr(from), std::to_string(kMostTitleBytes)});
}

void end_comparison(Session& session) { session.arrange(session.scenario(), {}); }

}  // namespace tollmeter::ui
