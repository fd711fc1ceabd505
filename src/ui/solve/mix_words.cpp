#include "ui/solve/mix_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/format.h"
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
      return "its prices could not be loaded";
    case MixBar::currency:
      return "it bills in " + (platform ? platform->currency : "another currency") + ", and no rate of yours leads from there to the currency of this bill";
    case MixBar::not_sold:
      return "nothing of it is sold to new customers on this day";
    case MixBar::does_not_fit: {
      const std::string plan = other.plan ? other.plan->name : "its plans";
      const std::string why = other.limit ? lower_first(other.limit->name) : "an operation that it does not offer";
      return "no plan of it serves all of this (" + plan + ": " + why + ")";
    }
    case MixBar::quoted:
      return "its price for this is only reported, or by contract";
    case MixBar::unknown:
      return "its price for this is not published";
    case MixBar::cannot_all:
      return "what is asked here may be of a kind that it does not do";
    case MixBar::start_unknown:
      return "nothing tells whether it was sold on this day";
  }
  return {};
}

}  // namespace

std::string mix_verdict(const Mix& mix, bool changes) {
  const std::string now = totals_of_mix(mix.now);
  if (!changes) return "As it is: " + now + " a month. Of what can be compared, nothing does any of it for less on an open plan with a published price.";
  std::string said = "Now " + now + " a month, with the mix " + totals_of_mix(mix.with);
  if (!mix.now_in || !mix.with_in) return said + ".";
  Money difference = *mix.now_in;
  difference.amount -= mix.with_in->amount;
  difference.approximate |= mix.with_in->approximate;
  difference.at_least = false;
  const bool dearer = difference.amount < 0;
  if (dearer) difference.amount = -difference.amount;
  if (difference.amount.is_zero()) return said + ".";
  said += ": " + money_text(difference) + (dearer ? " more." : " less.");
  if (dearer) said += " It serves what is not served as it is, or puts published prices in the place of others.";
  return said;
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
  const std::string lines = row.lines.at_least || row.lines.amount.is_zero() ? "" : ", " + money_text(row.lines) + " of its bill";
  const std::string to = platform_and_plan(*row.to, row.plan);
  const std::string much = task_words(row.task) + " a month";
  if (!row.moves) return much + ", as now on " + to + lines + ".";
  return much + ": from " + short_name(catalog, row.task.from->platform) + lines + ", to " + to + ".";
}

std::string differs_words(const JobOffer& offer, const JobTable& table) {
  std::string said = offer.differs;
  const JobSource* source = table.source(offer.source);
  if (source) said += (said.empty() ? "" : " ") + std::string("That it does this: ") + source->title + ", read " + date_text(source->read) + ".";
  return said;
}

std::string compared_words(const MixRow& row, const Catalog& catalog) {
  std::string said;
  for (const MixOther& other : row.others) {
    if (other.bar != MixBar::none) continue;
    const Platform* platform = catalog.platform(other.platform);
    if (!platform) continue;
    said += (said.empty() ? "" : "; ") + platform_and_plan(*platform, other.plan) + " adds " + money_text(other.added);
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
  for (const auto& [reason, names] : names_by_reason) said += (said.empty() ? "" : " ") + names + ": " + reason + ".";
  if (!row.task.job->note.empty()) said += (said.empty() ? "" : " ") + row.task.job->note;
  return said;
}

}  // namespace tollmeter::ui
