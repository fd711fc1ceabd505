#include "ui/solve/price_news_view.h"

#include <algorithm>
#include <memory>

#include "core/scenario_month.h"
#include "core/format.h"
#include "core/language.h"
#include "ui/solve/correction_link.h"
#include "ui/solve/growth_words.h"
#include "ui/solve/frame_share.h"
#include "ui/solve/price_news_state.h"
#include "ui/views/sources.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kSource = 11.5F;
constexpr float kTitle = 15;
constexpr std::size_t kMostRows = 12;      ///< of a day ahead
constexpr std::size_t kMostPastRows = 3;   ///< of a line of the table
constexpr float kThumb = 12;               ///< beside the scroll's thumb

PriceNewsState& state_of(View& view) {
  const Session& session = view.session;
  const std::vector<Platform>& platforms = session.catalog().platforms;
  std::shared_ptr<PriceNewsState>& known = view.state.price_news;
  const bool holds = known && known->scenario == session.scenario() && known->today == session.today() &&
                     known->catalog == platforms.data() && known->platforms == platforms.size() && known->language == spoken();
  if (!holds) {
    known = std::make_shared<PriceNewsState>();
    known->scenario = session.scenario();
    known->today = session.today();
    known->catalog = platforms.data();
    known->platforms = platforms.size();
    known->language = spoken();
  }
  return *known;
}

const PriceNewsRun& ahead(View& view) {
  PriceNewsState& state = state_of(view);
  const Session& session = view.session;
  const Scenario& scenario = session.scenario();
  if (!state.ahead) {
    const Date after = std::max(session.today(), scenario.date);
    state.ahead = std::make_unique<PriceNewsRun>(scenario, session.world(), after);
  }
  for (std::size_t i = 0; i < frame_share(session, scenario, 8, 1); ++i) state.ahead->step();
  if (!state.ahead->done()) view.kit.want_frame(0);
  return *state.ahead;
}

const std::vector<RowChange>& past(View& view, Date day) {
  PriceNewsState& state = state_of(view);
  auto found = state.past.find(day);
  if (found == state.past.end()) {
    found = state.past.emplace(day, changes_on(view.session.scenario(), view.session.catalog(), day)).first;
  }
  return found->second;
}

/// By how much sums of several currencies differ: "$20.00 more", "$20.00 less, €5.00 more"; empty where by nothing.
std::string difference_words(const std::vector<Money>& before, const std::vector<Money>& after) {
  std::vector<std::string> currencies;
  for (const std::vector<Money>* list : {&before, &after}) {
    for (const Money& money : *list) {
      if (std::find(currencies.begin(), currencies.end(), money.currency) == currencies.end()) currencies.push_back(money.currency);
    }
  }
  std::string words;
  for (const std::string& currency : currencies) {
    Money moved = total_in(currency, after);
    moved.amount = moved.amount - total_in(currency, before).amount;
    if (moved.amount.is_zero()) continue;
    const bool more = moved.amount > Rational(0);
    if (!more) moved.amount = -moved.amount;
    words += (words.empty() ? "" : ", ") + (more ? tr("{0} more@@dearer", {money_text(moved)}) : tr("{0} less@@cheaper", {money_text(moved)}));
  }
  return words;
}

std::string move_of(const std::vector<Money>& before, const std::vector<Money>& after) {
  const std::string difference = difference_words(before, after);
  if (difference.empty()) return tr("{0}, which does not move", {money_list(before)});
  return money_list(before) + " → " + money_list(after) + ", " + difference;
}

std::string source_line(const RowChange& change) {
  if (!change.source) return tr("no source is named");
  const std::string source = source_words(*change.source);
  return change.source->url.empty() ? source : tr("{0}: {1}", {source, change.source->url});
}

float say(Kit& kit, float x, float y, float w, std::string_view text, float size, Face face, Ink ink, float* end_x = nullptr) {
  const Run run[] = {{text, face, ink}};
  return y + kit.paragraph({x, y, w, 0}, run, size, end_x);
}

/// What a change of the past was, and who says so, in a line: "X: free access ended (letter of 30 Mar 2023, dated copy)".
std::string past_words(const std::vector<RowChange>& changes) {
  std::string words;
  for (std::size_t i = 0; i < changes.size() && i < kMostPastRows; ++i) {
    std::string change = row_change_words(changes[i]);
    if (changes[i].source) change += " (" + source_words(*changes[i].source) + ")";
    words = words.empty() ? change : tr("{0}; {1}", {words, change});
  }
  if (changes.size() <= kMostPastRows) return words;
  return tr("{0}; and {1} more", {words, std::to_string(changes.size() - kMostPastRows)});
}

}  // namespace

std::string row_change_words(const RowChange& change) { return tr("{0}: {1}", {change.platform->short_name, change.what}); }

std::string price_move_words(const PriceNews& news) {
  const bool still = difference_words(news.chosen_before, news.chosen_after).empty() &&
                     difference_words(news.cheapest_before, news.cheapest_after).empty() &&
                     news.breaches_before == news.breaches_after && news.served_before == news.served_after;
  if (still) return tr("Moves nothing of this bill: {0} as chosen, before and after.", {money_list(news.chosen_before)});
  std::string words = move_of(news.chosen_before, news.chosen_after);
  const int more = news.breaches_after - news.breaches_before;
  if (more > 0) words = tr_count(more, "{0}, and {1} breach more", "{0}, and {1} breaches more", {words, std::to_string(more)});
  if (more < 0) words = tr_count(-more, "{0}, and {1} breach fewer", "{0}, and {1} breaches fewer", {words, std::to_string(-more)});
  if (!news.served_after && news.served_before) return tr("As chosen {0}; from then on nothing sold serves it all.", {words});
  if (!news.served_after) return tr("As chosen {0}; nothing sold serves it all.", {words});
  if (!news.served_before) return tr("As chosen {0}; from then on {1} serves it all.", {words, money_list(news.cheapest_after)});
  return tr("As chosen {0}; on the cheapest plans that fit {1}.", {words, move_of(news.cheapest_before, news.cheapest_after)});
}

void price_news_list(View& view, const Box& box) {
  Kit& kit = view.kit;
  float y = kit.begin_scroll("news-scroll", box);
  const float w = box.w - kThumb;
  const PriceNewsRun& run = ahead(view);
  for (const PriceNews& news : run.news()) {
    kit.push(news.day.iso());
    kit.heading(box.x, y, tr("From {0} on", {long_date_text(news.day)}), 3, {kTitle, Face::semibold, Ink::text});
    y += kit.line_height(kTitle) + 2;
    y = say(kit, box.x, y, w, price_move_words(news), kText, Face::semibold, Ink::text) + 4;
    for (std::size_t i = 0; i < news.rows.size() && i < kMostRows; ++i) {
      const RowChange& row = news.rows[i];
      float end_x = box.x;
      y = say(kit, box.x, y, w, row_change_words(row), kText, Face::regular, Ink::text);
      y = say(kit, box.x, y, w, source_line(row), kSource, Face::regular, Ink::dim, &end_x);
      kit.push(std::to_string(i));
      y = correction_link(view, {row.platform, row.plan, row.charge, row.limit}, {box.x, y, w, 0}, end_x) + 4;
      kit.pop();
    }
    if (news.rows.size() > kMostRows) {
      const std::string more = tr("and {0} more rows of other plans.", {std::to_string(news.rows.size() - kMostRows)});
      y = say(kit, box.x, y, w, more, kText, Face::regular, Ink::dim);
    }
    y += 8;
    kit.pop();
  }
  if (!run.done()) {
    const std::string known = tr("{0} of {1} days are computed.", {std::to_string(run.news().size()), std::to_string(run.days())});
    y = say(kit, box.x, y, w, known, kText, Face::regular, Ink::dim);
  }
  kit.end_scroll(y);
}

void price_history_table(View& view, const std::vector<HistoryRow>& rows, const Box& box) {
  Kit& kit = view.kit;
  const float line = kit.line_height(kText);
  float y = kit.begin_scroll("scroll", box);
  const float chosen_x = box.x + std::max(120.0F, box.w * 0.2F);
  const float serve_x = chosen_x + (box.right() - chosen_x) / 2;
  const float w = box.w - kThumb;
  const float heading = line + 10;
  std::vector<std::string> said;
  float height = heading;
  for (const HistoryRow& row : rows) {
    said.push_back(past_words(past(view, row.from)));
    const Run run[] = {{said.back(), Face::regular, Ink::dim}};
    height += heading + (said.back().empty() ? 0 : kit.paragraph_height(w, run, kSource) + 2);
  }
  kit.begin_table("table", tr("Price history"), {box.x, y, w, height});
  kit.begin_row("heading", {box.x, y, w, heading});
  kit.header_cell(box.x, y + 5, tr("Date"));
  kit.header_cell(chosen_x, y + 5, tr("As chosen"));
  kit.header_cell(serve_x, y + 5, tr("To serve it all"));
  // It stands below the others and needs no heading to be seen.
  kit.semantics().add(Role::columnheader, kit.semantics().read_id(), tr("What changed, and who says so"), {box.x, y, w, heading});
  kit.end_row();
  y += heading;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const HistoryRow& row = rows[i];
    const Run run[] = {{said[i], Face::regular, Ink::dim}};
    const float below = said[i].empty() ? 0 : kit.paragraph_height(w, run, kSource) + 2;
    kit.rule(box.x, y, w);
    kit.begin_row(row.when, {box.x, y, w, heading + below});
    kit.cell(box.x, y + 5, row.when, {}, Align::left, chosen_x - box.x - 8);
    kit.cell(chosen_x, y + 5, row.chosen, {}, Align::left, serve_x - chosen_x - 8);
    kit.cell(serve_x, y + 5, row.serve, {}, Align::left, box.x + w - serve_x);
    if (below > 0) kit.silent_paragraph({box.x, y + 3 + line, w, 0}, run, kSource);
    kit.semantics().add(Role::cell, kit.semantics().read_id(), said[i], {box.x, y + 3 + line, w, std::max(1.0F, below)});
    kit.end_row();
    y += heading + below;
  }
  kit.end_table();
  kit.end_scroll(y);
}

}  // namespace tollmeter::ui
