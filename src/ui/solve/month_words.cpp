#include "ui/solve/month_words.h"

#include <algorithm>

#include "core/format.h"
#include "core/language.h"
#include "core/order.h"
#include "ui/views/result_words.h"

namespace tollmeter::ui {

namespace {

constexpr const char* kWeekdays[] = {marked("Mon"), marked("Tue"), marked("Wed"), marked("Thu"), marked("Fri"), marked("Sat"), marked("Sun")};
constexpr std::size_t kMostOperations = 3;

/// The calls of an operation over the month.
struct Operation {
  const Platform* platform;
  const Metric* metric;
  Rational calls;
};

std::vector<Operation> busiest_operations(const Session& session) {
  std::vector<Operation> all;
  const Estimate& chosen = session.shown().chosen;
  for (const PlatformEstimate& platform : chosen.platforms) {
    if (!platform.platform) continue;
    const std::vector<Rational> asked =
        asked_units(*platform.platform, *platform.use, session.scenario(), session.world(), chosen.cycle);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const Metric& metric = platform.platform->metrics[i];
      if (metric.kind == Metric::Kind::entered && asked[i] > 0) all.push_back({platform.platform, &metric, asked[i]});
    }
  }
  std::vector<Operation> busiest;
  for (const std::size_t i : in_order(all.size(), [&](std::size_t a, std::size_t b) { return all[b].calls < all[a].calls; })) {
    if (busiest.size() < kMostOperations) busiest.push_back(all[i]);
  }
  return busiest;
}

Instant instant_of(const LimitRef& ref, const MonthState& month) {
  const Instant last{month.traffic().end().seconds - 1};
  if (!ref.limit) return month.traffic().begin();
  const LimitRun& run = ref.limit->run;
  const std::optional<Rational>& at = run.first_refused ? run.first_refused : run.used_up;
  return at && at->ok() ? std::clamp(Instant{at->to_int64()}, month.traffic().begin(), last) : month.traffic().begin();
}

std::string break_words(const MonthBreak& broken) {
  const LimitRef& ref = broken.limit;
  if (!ref.limit) return tr("{0} is not offered", {limit_title(ref)});
  return ref.limit->delayed > 0 ? tr("{0}, first waits", {limit_own_title(ref)}) : tr("{0}, first refused", {limit_own_title(ref)});
}

}  // namespace

std::vector<MonthBreak> month_breaks(const Session& session, const MonthState& month) {
  std::vector<MonthBreak> breaks;
  for (const LimitRef& ref : group_limits(session.shown().chosen).broken) breaks.push_back({ref, instant_of(ref, month)});
  std::stable_sort(breaks.begin(), breaks.end(), [](const MonthBreak& a, const MonthBreak& b) { return a.at < b.at; });
  return breaks;
}

bool falls_in(const MonthBreak& broken, const BusyHour& hour) { return hour.begin <= broken.at && broken.at < hour.end; }

std::string day_words(Date day) { return tr(kWeekdays[day.weekday()]) + " " + day_and_month_text(day); }

std::string hour_words(std::size_t hour) {
  const int begin = static_cast<int>(hour) * 3600;
  return tr("{0} to {1}@@times of day", {clock_text(begin), hour == 23 ? "24:00" : clock_text(begin + 3600)});
}

std::string share_words(const Rational& share) {
  if (share.is_zero()) return tr("nothing");
  const Rational percent = share * 100;
  if (percent < Rational::fraction(1, 100)) return tr("under 0.01 %");
  return tr("{0} %", {number_text(percent.round_half_up(2))});
}

std::vector<std::string> hour_lines(const Session& session, const MonthState& month, const std::vector<MonthBreak>& breaks,
                                    const BusyDay& day, std::size_t hour) {
  const BusyHour& cell = day.hours[hour];
  const std::string when = day_words(day.day) + " " + hour_words(hour);
  std::vector<std::string> lines = {cell.share.is_zero() ? tr("{0}: nothing comes", {when})
                                                         : tr("{0}: {1} of the month", {when, share_words(cell.share)})};
  for (const Operation& operation : busiest_operations(session)) {
    const Traffic& traffic = month.traffic();
    const Rational calls =
        traffic.calls_until(operation.calls, cell.end) - traffic.calls_until(operation.calls, cell.begin);
    lines.push_back(group_digits(calls) + " " + operation_noun(*operation.platform, *operation.metric) + " (" +
                    operation.platform->short_name + ")");
  }
  for (const MonthBreak& broken : breaks) {
    if (falls_in(broken, cell)) lines.push_back(break_words(broken));
  }
  return lines;
}

std::vector<MonthRow> month_rows(const MonthState& month, const std::vector<MonthBreak>& breaks) {
  std::vector<MonthRow> rows;
  for (const BusyDay& day : month.days()) {
    const std::size_t busiest = day.busiest();
    const Rational& share = day.hours[busiest].share;
    MonthRow row{day_words(day.day), share_words(day.share()),
                 share.is_zero() ? "" : hour_words(busiest) + ", " + share_words(share), ""};
    for (const MonthBreak& broken : breaks) {
      const bool here = std::any_of(day.hours.begin(), day.hours.end(),
                                    [&](const BusyHour& hour) { return falls_in(broken, hour); });
      if (here) row.breaks = row.breaks.empty() ? break_words(broken) : tr("{0}; {1}", {row.breaks, break_words(broken)});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter::ui
