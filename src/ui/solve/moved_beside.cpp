#include "ui/solve/moved_beside.h"

#include "core/advice.h"
#include "core/format.h"
#include "core/scenario_month.h"
#include "ui/solve/comparison_columns.h"

namespace tollmeter::ui {

namespace {

std::string words_of(const Document& shared, const Session& session) {
  std::string words;
  for (std::size_t i = 0; i < shared.others.size(); ++i) {
    const BesideDocument& other = shared.others[i];
    if (!other.total) continue;
    Money was;
    was.amount = other.total->amount;
    was.currency = other.total->currency;
    was.approximate = other.total->approximate;
    was.at_least = other.total->at_least;
    const std::string before = money_text(was);
    // A link holds the total of the first currency.
    const std::string now = money_text(total_in(was.currency, same_use_on(other.scenario, session.world_of(other.scenario), session.today()).totals));
    if (before == now) continue;
    const std::string& title = other.scenario.title;
    words += (words.empty() ? " Also moved: " : "; ") + column_letter(i < shared.place ? i : i + 1) +
             (title.empty() ? "" : " “" + title + "”") + ", " + before + " when shared, " + now + " with today’s prices";
  }
  return words.empty() ? words : words + ".";
}

}  // namespace

const std::string& moved_beside(View& view, const Document& shared) {
  const Session& session = view.session;
  const std::size_t platforms = session.catalog().platforms.size();
  std::shared_ptr<MovedBeside>& kept = view.state.moved_beside;
  if (!kept || !(kept->shared == shared) || kept->today != session.today() || kept->platforms != platforms) {
    kept = std::make_shared<MovedBeside>(MovedBeside{shared, session.today(), platforms, words_of(shared, session)});
  }
  return kept->words;
}

}  // namespace tollmeter::ui
