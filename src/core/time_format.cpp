#include <array>

#include "core/format.h"
#include "core/format_text.h"
#include "core/language.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr std::array kShortMonths = {marked("Jan"), marked("Feb"), marked("Mar"), marked("Apr"), marked("May"), marked("Jun"),
                                     marked("Jul"), marked("Aug"), marked("Sep"), marked("Oct"), marked("Nov"), marked("Dec")};

struct TimeUnit {
  std::int64_t seconds;
  const char* short_name;  ///< with its count
  const char* each;        ///< behind an amount: "a day"
};

constexpr std::array kUnits = {
    TimeUnit{86400, marked("{0} d"), marked("a day")},
    TimeUnit{3600, marked("{0} h"), marked("an hour")},
    TimeUnit{60, marked("{0} min"), marked("a minute")},
    TimeUnit{1, marked("{0} s"), marked("a second")},
};

std::string counted_units(std::int64_t seconds, const Rational& count) {
  const std::string number = group_digits(count);
  const std::int64_t n = count.to_int64();
  switch (seconds) {
    case 86400: return tr_count(n, "{0} day", "{0} days", {number});
    case 3600: return tr_count(n, "{0} hour", "{0} hours", {number});
    case 60: return tr_count(n, "{0} minute", "{0} minutes", {number});
    default: return tr_count(n, "{0} second", "{0} seconds", {number});
  }
}

std::string short_month(Date d) { return tr(kShortMonths[static_cast<std::size_t>(d.month() - 1)]); }

// In some languages the first of a month has a name of its own.
std::string day_of_month(Date d) { return d.day() == 1 ? tr("1@@day of a month") : std::to_string(d.day()); }

std::string dated(Date d, std::string_view month) { return tr("{0} {1} {2}@@day, month, year", {day_of_month(d), month, std::to_string(d.year())}); }

std::string two_digits(std::int64_t n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

}  // namespace

std::string month_name(int month) {
  constexpr std::array kMonths = {marked("January"), marked("February"), marked("March"),     marked("April"),   marked("May"),      marked("June"),
                                  marked("July"),    marked("August"),   marked("September"), marked("October"), marked("November"), marked("December")};
  return tr(kMonths[static_cast<std::size_t>(month - 1)]);
}

std::string date_text(Date d) { return dated(d, short_month(d)); }

std::string day_and_month_text(Date d) { return tr("{0} {1}@@day, month", {day_of_month(d), short_month(d)}); }

std::string long_date_text(Date d) { return dated(d, month_name(d.month())); }

std::string month_and_year_text(Date d) { return tr("{0} {1}@@month, year", {short_month(d), std::to_string(d.year())}); }

std::string instant_text(const Rational& seconds, const ZoneEntry* zone) {
  if (!seconds.ok()) return tr("too far away");
  Instant local{seconds.to_int64()};
  if (zone) local.seconds += offset_at(*zone, local);
  const Date day = date_of(local);
  const std::int64_t minutes = (local.seconds - start_of(day).seconds) / 60;
  return tr("{0} {1}:{2} {3}@@day and month, hours, minutes, time zone",
            {day_and_month_text(day), two_digits(minutes / 60), two_digits(minutes % 60), zone ? zone->name : "UTC"});
}

std::string instant_iso(const Rational& seconds) {
  const Rational whole = seconds.floor();
  const Instant at{whole.to_int64()};
  const Date day = date_of(at);
  const auto rest = static_cast<int>(at.seconds - start_of(day).seconds);
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = join({day.iso(), "T", two(rest / 3600), ":", two(rest / 60 % 60), ":", two(rest % 60)});
  const std::int64_t nanoseconds = ((seconds - whole) * 1'000'000'000).floor().to_int64();
  if (nanoseconds != 0) {
    std::string digits = std::to_string(1'000'000'000 + nanoseconds).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    append(text, {".", digits});
  }
  return text + "Z";
}

std::string duration_text(const Rational& seconds) {
  if (!seconds.ok()) return tr("too long@@time");
  // The largest unit of which there are two, or that measures it whole; rounded up, so that waiting so
  // long is enough.
  for (const TimeUnit& unit : kUnits) {
    const Rational count = seconds / unit.seconds;
    const bool fits = count >= 2 || (count.is_whole() && count > 0) || unit.seconds == 1;
    if (!fits) continue;
    const Rational whole = count.ceil();
    return counted_units(unit.seconds, whole);
  }
  return {};
}

std::string clock_text(int seconds) { return join({two_digits(seconds / 3600), ":", two_digits(seconds / 60 % 60)}); }

// One day is "24 h": "a day" would be a calendar day.
std::string span_text(std::int64_t seconds) {
  if (seconds == 86400) return tr("{0} h", {"24"});
  for (const TimeUnit& unit : kUnits) {
    if (seconds % unit.seconds != 0) continue;
    return tr(unit.short_name, {std::to_string(seconds / unit.seconds)});
  }
  return {};
}

std::string window_text(const Window& window) {
  if (window.kind == Window::Kind::cycle) return tr("a month");
  if (window.kind == Window::Kind::concurrent) return tr("at once");
  if (window.kind == Window::Kind::fixed) {
    if (window.is_month()) return tr("a calendar month");
    if (window.seconds == 7 * 86400) return tr("a week");
    for (const TimeUnit& unit : kUnits) {
      if (window.seconds == unit.seconds) return tr(unit.each);
    }
  }
  return tr("in {0}@@a span of time", {span_text(window.seconds)});
}

std::string reset_text(const Window& window) {
  if (window.kind == Window::Kind::cycle) return tr("resets on your cycle day");
  if (window.kind == Window::Kind::rolling || window.kind == Window::Kind::sliding) return tr("rolling");
  if (window.kind == Window::Kind::first_use) return tr("from the first call on");
  if (window.kind == Window::Kind::bucket) {
    return window.stepped ? tr("comes back every {0}", {span_text(window.seconds)}) : tr("comes back bit by bit");
  }
  if (window.kind == Window::Kind::concurrent) return window.lasts ? tr("in flight") : tr("standing");
  const std::string time = clock_text(window.time);
  if (!window.is_calendar()) {
    if (window.time == 0) return tr("resets every {0}", {span_text(window.seconds)});
    return tr("resets every {0} from {1} UTC", {span_text(window.seconds), time});
  }
  if (window.is_month()) return tr("resets on day {0}, {1} {2}", {std::to_string(window.month_day), time, window.zone});
  if (window.seconds == 86400) return tr("resets {0} {1}@@time of day, time zone", {time, window.zone});
  if (window.seconds == 7 * 86400 && !window.from) return tr("resets Mondays {0} {1}", {time, window.zone});
  return tr("resets {0} {1} every {2} days", {time, window.zone, std::to_string(window.seconds / 86400)});
}

std::string validity_text(const Validity& v) {
  // "seen in 2026; start not known" is no date and stands as it is.
  const auto is_remark = [](const Text& printed) { return printed.english().find("not known") != std::string::npos; };
  const auto end_of = [](const Text& printed, const std::optional<Date>& day, int last) {
    if (printed.english().starts_with("about ")) return printed.shown();
    if (!printed.empty()) return tr("about {0}@@a date", {printed});
    return day ? date_text(*day - last) : std::string();
  };
  const bool begins = !is_remark(v.from_about) && (!v.from_about.empty() || v.from);
  const std::string from = is_remark(v.from_about) ? v.from_about.shown() : begins ? end_of(v.from_about, v.from, 0) : tr("start not known");
  std::string since = begins ? tr("since {0}", {from}) : from;
  if (is_remark(v.to_about)) return tr("{0}, {1}", {since, v.to_about});
  // `to` is exclusive; people name the last day on which something holds.
  const std::string to = end_of(v.to_about, v.to, 1);
  if (to.empty()) return since;
  return begins ? tr("{0} to {1}", {from, to}) : tr("{0}, to {1}", {from, to});
}

std::string confidence_words(Confidence c) {
  switch (c) {
    case Confidence::platform_page: return tr("platform's own page");
    case Confidence::dated_copy: return tr("dated copy");
    case Confidence::press: return tr("press");
    case Confidence::own: return tr("not the platform's");
    case Confidence::sources_disagree: break;
  }
  return tr("sources disagree");
}

}  // namespace tollmeter
