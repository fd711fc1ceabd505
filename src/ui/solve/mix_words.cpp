#include "ui/solve/mix_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

std::string totals_of_mix(const std::vector<Money>& totals) {
  std::string all;
  for (const Money& total : totals) all += (all.empty() ? "" : " + ") + money_text(total);
  return all;
}

std::string short_name(const Catalog& catalog, const std::string& id) {
  if (const Platform* platform = catalog.platform(id)) return platform->short_name;
  const Listing* listing = catalog.listing(id);
  return listing ? listing->short_name : id;
}

std::string bar_words(const MixOther& other, const Catalog& catalog) {
  const Platform* platform = catalog.platform(other.platform);
  switch (other.bar) {
    case MixBar::none:
      return {};
    case MixBar::not_loaded:
      return tr("its prices could not be loaded");
    case MixBar::currency:
      if (!platform) return tr("it bills in another currency, and no rate of yours leads from there to the currency of this bill");
      return tr("it bills in {0}, and no rate of yours leads from there to the currency of this bill", {platform->currency});
    case MixBar::not_sold:
      return tr("nothing of it is sold to new customers on this day");
    case MixBar::does_not_fit: {
      const std::string plan = other.plan ? other.plan->name.shown() : tr("its plans");
      const std::string why = other.limit ? lower_first(other.limit->name) : tr("an operation that it does not offer");
      return tr("no plan of it serves all of this ({0}: {1})", {plan, why});
    }
    case MixBar::quoted:
      return tr("its price for this is only reported, or by contract");
    case MixBar::unknown:
      return tr("its price for this is not published");
    case MixBar::cannot_all:
      return tr("what is asked here may be of a kind that it does not do");
    case MixBar::start_unknown:
      return tr("nothing tells whether it was sold on this day");
    case MixBar::too_many:
      return tr("with what it is asked for already, that is more than can be counted");
  }
  return {};
}

}  // namespace

std::string mix_verdict(const Mix& mix, bool changes) {
  const std::string now = totals_of_mix(mix.now);
  if (!changes) {
    return tr("As it is: {0} a month. Of what can be compared, nothing does any of it for less on an open plan with a published price.", {now});
  }
  const std::string with = totals_of_mix(mix.with);
  Money difference;
  if (mix.now_in && mix.with_in) {
    difference = *mix.now_in;
    difference.amount -= mix.with_in->amount;
    difference.approximate |= mix.with_in->approximate;
    difference.at_least = false;
  }
  if (difference.amount.is_zero()) return tr("Now {0} a month, with the mix {1}.", {now, with});
  if (difference.amount > 0) return tr("Now {0} a month, with the mix {1}: {2} less.", {now, with, money_text(difference)});
  difference.amount = -difference.amount;
  return tr("Now {0} a month, with the mix {1}: {2} more. It serves what is not served as it is, or puts published prices in the place of "
            "others.", {now, with, money_text(difference)});
}

std::string task_words(const MixTask& task) {
  std::string words;
  for (std::size_t i = 0; i < task.amounts.size(); ++i) {
    if (task.amounts[i].is_zero()) continue;
    words += (words.empty() ? "" : ", ") + group_digits(task.amounts[i]) + " " + task.job->amounts[i].units;
  }
  return words;
}

std::string mix_row_words(const MixRow& row, const Catalog& catalog) {
  const std::string lines = row.lines.at_least || row.lines.amount.is_zero() ? "" : money_text(row.lines);
  const std::string to = platform_and_plan(*row.to, row.plan);
  const std::string much = task_words(row.task);
  if (!row.moves && lines.empty()) return tr("{0} a month, as now on {1}.", {much, to});
  if (!row.moves) return tr("{0} a month, as now on {1}, {2} of its bill.", {much, to, lines});
  const std::string from = short_name(catalog, row.task.from->platform);
  if (lines.empty()) return tr("{0} a month: from {1}, to {2}.", {much, from, to});
  return tr("{0} a month: from {1}, {2} of its bill, to {3}.", {much, from, lines, to});
}

std::string differs_words(const JobOffer& offer, const JobTable& table) {
  std::string said = offer.differs;
  const JobSource* source = table.source(offer.source);
  if (source) said += (said.empty() ? "" : " ") + tr("That it does this: {0}, read {1}.", {source->title, date_text(source->read)});
  return said;
}

std::string compared_words(const MixRow& row, const Catalog& catalog) {
  std::string said;
  for (const MixOther& other : row.others) {
    if (other.bar != MixBar::none) continue;
    const Platform* platform = catalog.platform(other.platform);
    if (!platform) continue;
    const std::string adds = tr("{0} adds {1}", {platform_and_plan(*platform, other.plan), money_text(other.added)});
    said = said.empty() ? adds : tr("{0}; {1}", {said, adds});
  }
  return said;
}

std::string not_compared_words(const MixRow& row, const Catalog& catalog) {
  // Those that share a reason are named together, in the order of the first of them.
  std::vector<std::pair<std::string, std::string>> names_by_reason;
  for (const MixOther& other : row.others) {
    if (other.bar == MixBar::none) continue;
    const std::string reason = bar_words(other, catalog);
    const std::string name = short_name(catalog, other.platform);
    const auto same = std::find_if(names_by_reason.begin(), names_by_reason.end(), [&](const auto& one) { return one.first == reason; });
    if (same == names_by_reason.end()) {
      names_by_reason.emplace_back(reason, name);
    } else {
      same->second += ", " + name;
    }
  }
  std::string said;
  for (const auto& [reason, names] : names_by_reason) said += (said.empty() ? "" : " ") + tr("{0}: {1}.", {names, reason});
  if (!row.task.job->note.empty()) said += (said.empty() ? "" : " ") + row.task.job->note;
  return said;
}

}  // namespace tollmeter::ui
