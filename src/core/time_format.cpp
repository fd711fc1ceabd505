#include <array>

#include "core/format.h"
#include "core/format_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

struct TimeUnit {
  std::int64_t seconds;
  std::string_view name;
  std::string_view short_name;
  std::string_view one;  ///< "a day"
};

constexpr std::array kUnits = {
    TimeUnit{86400, "day", "d", "a day"},
    TimeUnit{3600, "hour", "h", "an hour"},
    TimeUnit{60, "minute", "min", "a minute"},
    TimeUnit{1, "second", "s", "a second"},
};

std::string_view month_name(Date d) { return kMonths[static_cast<std::size_t>(d.month() - 1)]; }
std::string_view short_month(Date d) { return month_name(d).substr(0, 3); }

std::string two_digits(std::int64_t n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

// By the largest unit that measures it whole, but one day as "24 h": "a day" would be a calendar day.
std::string span_text(std::int64_t seconds) {
  if (seconds == 86400) return "24 h";
  for (const TimeUnit& unit : kUnits) {
    if (seconds % unit.seconds != 0) continue;
    return join({std::to_string(seconds / unit.seconds), " ", unit.short_name});
  }
  return {};
}

}  // namespace

std::string date_text(Date d) {
  return join({std::to_string(d.day()), " ", short_month(d), " ", std::to_string(d.year())});
}

std::string long_date_text(Date d) {
  return join({std::to_string(d.day()), " ", month_name(d), " ", std::to_string(d.year())});
}

std::string instant_text(const Rational& seconds, const ZoneEntry* zone) {
  if (!seconds.ok()) return "too far away";
  Instant local{seconds.to_int64()};
  if (zone) local.seconds += offset_at(*zone, local);
  const Date day = date_of(local);
  const std::int64_t minutes = (local.seconds - start_of(day).seconds) / 60;
  return join({std::to_string(day.day()), " ", short_month(day), " ", two_digits(minutes / 60), ":",
               two_digits(minutes % 60), " ", zone ? zone->name : "UTC"});
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
  if (!seconds.ok()) return "too long";
  // The largest unit of which there are two, or that measures it whole; rounded up, so that waiting so
  // long is enough.
  for (const TimeUnit& unit : kUnits) {
    const Rational count = seconds / unit.seconds;
    const bool fits = count >= 2 || (count.is_whole() && count > 0) || unit.seconds == 1;
    if (!fits) continue;
    const Rational whole = count.ceil();
    return join({group_digits(whole), " ", unit.name, whole == 1 ? "" : "s"});
  }
  return {};
}

std::string clock_text(int seconds) { return join({two_digits(seconds / 3600), ":", two_digits(seconds / 60 % 60)}); }

std::string window_text(const Window& window) {
  if (window.kind == Window::Kind::cycle) return "a month";
  if (window.kind == Window::Kind::concurrent) return "at once";
  if (window.kind == Window::Kind::fixed) {
    if (window.is_month()) return "a calendar month";
    if (window.seconds == 7 * 86400) return "a week";
    for (const TimeUnit& unit : kUnits) {
      if (window.seconds == unit.seconds) return std::string(unit.one);
    }
  }
  return join({"in ", span_text(window.seconds)});
}

std::string reset_text(const Window& window) {
  if (window.kind == Window::Kind::cycle) return "resets on your cycle day";
  if (window.kind == Window::Kind::rolling || window.kind == Window::Kind::sliding) return "rolling";
  if (window.kind == Window::Kind::first_use) return "from the first call on";
  if (window.kind == Window::Kind::bucket) {
    return window.stepped ? join({"comes back every ", span_text(window.seconds)}) : "comes back bit by bit";
  }
  if (window.kind == Window::Kind::concurrent) return window.lasts ? "in flight" : "standing";
  const std::string time = clock_text(window.time);
  if (!window.is_calendar()) {
    const std::string from = window.time == 0 ? "" : join({" from ", time, " UTC"});
    return join({"resets every ", span_text(window.seconds), from});
  }
  const std::string at = join({time, " ", window.zone});
  if (window.is_month()) return join({"resets on day ", std::to_string(window.month_day), ", ", at});
  if (window.seconds == 86400) return join({"resets ", at});
  if (window.seconds == 7 * 86400 && !window.from) return join({"resets Mondays ", at});
  return join({"resets ", at, " every ", std::to_string(window.seconds / 86400), " days"});
}

std::string validity_text(const Validity& v) {
  // "seen in 2026; start not known" is no date and stands as it is.
  const auto is_remark = [](const std::string& printed) { return printed.find("not known") != std::string::npos; };
  const auto end_of = [&](const std::string& printed, const std::optional<Date>& day, int last) {
    if (is_remark(printed)) return printed;
    if (!printed.empty()) return join({printed.starts_with("about ") ? "" : "about ", printed});
    return day ? date_text(*day - last) : std::string();
  };
  std::string from = end_of(v.from_about, v.from, 0);
  // `to` is exclusive; people name the last day on which something holds.
  const std::string to = end_of(v.to_about, v.to, 1);
  if (from.empty()) from = "start not known";
  const bool begins = !is_remark(from);
  if (to.empty()) return join({begins ? "since " : "", from});
  if (is_remark(to)) return join({begins ? "since " : "", from, ", ", to});
  return join({from, begins ? " to " : ", to ", to});
}

std::string_view confidence_words(Confidence c) {
  switch (c) {
    case Confidence::platform_page:
      return "platform's own page";
    case Confidence::dated_copy:
      return "dated copy";
    case Confidence::press:
      return "press";
    case Confidence::own:
      return "not the platform's";
    case Confidence::sources_disagree:
      break;
  }
  return "sources disagree";
}

}  // namespace tollmeter
