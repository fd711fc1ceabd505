#include "core/solve/side_by_side.h"

#include <algorithm>

#include "core/conversion.h"
#include "core/line_groups.h"
#include "core/scenario_month.h"

namespace tollmeter {
namespace {

bool is_nothing(const std::optional<Money>& amount) {
  return !amount || (amount->amount.is_zero() && !amount->at_least);
}

bool all_same(const std::vector<std::optional<Money>>& amounts) {
  const std::optional<Money>& first = amounts.front();
  return std::all_of(amounts.begin(), amounts.end(), [&](const std::optional<Money>& other) {
    if (is_nothing(first) || is_nothing(other)) return is_nothing(first) && is_nothing(other);
    return same_amount(*first, *other);
  });
}

// Columns with own prices of their own have catalogues of their own, so that platforms and metrics are known by their ids.
std::string_view id_of(const Metric* metric) { return metric ? std::string_view(metric->id) : std::string_view(); }

/// Where a column's line goes: behind the last one of the same bill that stands there already, so that a platform stays together.
std::size_t place_for(const LineGroup& group, const std::vector<SideLine>& lines) {
  for (std::size_t i = lines.size(); i > 0; --i) {
    if (lines[i - 1].platform->id == group.platform->platform->id) return i;
  }
  return lines.size();
}

struct Collected {
  std::vector<SideLine> lines;
  std::vector<const Metric*> metrics;  ///< of each line
};

SideLine& line_for(const LineGroup& group, Collected& all, std::size_t columns) {
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    const bool same = all.lines[i].platform->id == group.platform->platform->id && id_of(all.metrics[i]) == id_of(group.metric);
    if (same) return all.lines[i];
  }
  const auto at = static_cast<std::ptrdiff_t>(place_for(group, all.lines));
  SideLine line{group.platform->platform, line_title(group), {}};
  line.amounts.resize(columns);
  all.metrics.insert(all.metrics.begin() + at, group.metric);
  return *all.lines.insert(all.lines.begin() + at, std::move(line));
}

/// The one total of a column, converted where it has several or converts it; nothing where it has no such.
std::optional<Money> one_total(const SideColumn& column) {
  if (const ConvertedTotal converted = converted_total(*column.estimate, *column.scenario); converted.total) return converted.total;
  if (column.estimate->totals.size() == 1) return column.estimate->totals.front();
  return std::nullopt;
}

std::optional<Money> subtracted(const Money& from, const Money& to) {
  if (from.currency != to.currency) return std::nullopt;
  Money more = to;
  more.amount = to.amount - from.amount;
  more.approximate |= from.approximate;
  more.at_least |= from.at_least;
  more.press |= from.press;
  more.conflicting |= from.conflicting;
  return more;
}

}  // namespace

SideBySide side_by_side(std::span<const SideColumn> columns) {
  SideBySide out;
  Collected all;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::vector<Money> rounding = columns[i].estimate->totals;
    for (const LineGroup& group : line_groups(*columns[i].estimate)) {
      line_for(group, all, columns.size()).amounts[i] = group.amount;
      for (Money& total : rounding) {
        if (total.currency == group.amount.currency) total.amount = total.amount - group.amount.amount;
      }
    }
    std::erase_if(rounding, [](const Money& left) { return left.amount.is_zero(); });
    out.rounding.push_back(std::move(rounding));
  }
  for (SideLine& line : all.lines) {
    if (!all_same(line.amounts)) {
      out.differing.push_back(std::move(line));
      continue;
    }
    ++out.same_lines;
    const auto amount = std::find_if(line.amounts.begin(), line.amounts.end(), [](const auto& one) { return one.has_value(); });
    if (amount != line.amounts.end()) add_to_totals(out.same, **amount);
  }
  return out;
}

std::optional<Money> difference(const SideColumn& from, const SideColumn& to) {
  const std::vector<Money>&a = from.estimate->totals, &b = to.estimate->totals;
  if (a.size() == 1 && b.size() == 1 && a.front().currency == b.front().currency) return subtracted(a.front(), b.front());
  const std::optional<Money> was = one_total(from), is = one_total(to);
  return was && is ? subtracted(*was, *is) : std::nullopt;
}

}  // namespace tollmeter
