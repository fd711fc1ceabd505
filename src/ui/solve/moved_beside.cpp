#include "ui/solve/moved_beside.h"

#include "core/advice.h"
#include "core/format.h"
#include "core/language.h"
#include "core/scenario_month.h"
#include "core/title.h"
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
    const std::string title = title_words(other.scenario.title);
    const std::string letter = column_letter(i < shared.place ? i : i + 1);
    const std::string name = title.empty() ? letter : tr("{0} “{1}”", {letter, title});
    const std::string moved = tr("{0}, {1} when shared, {2} with today’s prices", {name, before, now});
    words = words.empty() ? moved : tr("{0}; {1}", {words, moved});
  }
  return words.empty() ? words : " " + tr("Also moved: {0}.", {words});
}

}  // namespace

const std::string& moved_beside(View& view, const Document& shared) {
  const Session& session = view.session;
  const std::size_t platforms = session.catalog().platforms.size();
  std::shared_ptr<MovedBeside>& kept = view.state.moved_beside;
  if (!kept || !(kept->shared == shared) || kept->today != session.today() || kept->platforms != platforms || kept->language != spoken()) {
    kept = std::make_shared<MovedBeside>(MovedBeside{shared, session.today(), platforms, spoken(), words_of(shared, session)});
  }
  return kept->words;
}

}  // namespace tollmeter::ui
