#include "core/limiter/windows.h"

#include <algorithm>

#include "core/calendar_window.h"

namespace tollmeter {
namespace {

Nanoseconds floor_to(Nanoseconds t, Nanoseconds step) {
  const Nanoseconds over = t % step;
  return t - (over < 0 ? over + step : over);
}

Instant second_of(Nanoseconds t) { return Instant{floor_to(t, kSecond) / kSecond}; }

}  // namespace

Nanoseconds CalendarWindow::end_of(Nanoseconds now) const {
  if (window_.kind == Window::Kind::cycle) {
    return start_of(cycle_at(date_of(second_of(now)), cycle_day_).end).seconds * kSecond;
  }
  if (window_.is_calendar()) return calendar_window(second_of(now), window_, zone_).end.seconds * kSecond;
  const Nanoseconds length = window_.seconds * kSecond, offset = window_.time * kSecond;
  return floor_to(now - offset, length) + offset + length;
}

void FixedLimiter::enter(Nanoseconds now) {
  if (end_ && now < *end_) return;
  used_ = 0;
  end_ = windows_.end_of(now);
}

std::optional<Nanoseconds> FixedLimiter::fits_at(Nanoseconds now, const Rational& units) {
  enter(now);
  if (units > cap_) return std::nullopt;
  return used_ + units <= cap_ ? now : *end_;
}

void FixedLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds) {
  enter(at);
  used_ += units;
}

Rational FixedLimiter::left(Nanoseconds now) {
  enter(now);
  return cap_ - used_;
}

std::optional<Nanoseconds> FirstUseLimiter::fits_at(Nanoseconds now, const Rational& units) {
  if (units > cap_) return std::nullopt;
  if (!is_open(now) || used_ + units <= cap_) return now;
  return *begin_ + length_;
}

void FirstUseLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds) {
  if (!is_open(at)) {
    begin_ = at;
    used_ = 0;
  }
  used_ += units;
}

Rational FirstUseLimiter::left(Nanoseconds now) { return is_open(now) ? cap_ - used_ : cap_; }

void LogLimiter::forget(Nanoseconds now) {
  while (!log_.empty() && log_.front().leaves <= now) {
    used_ -= log_.front().units;
    log_.pop_front();
  }
}

void LogLimiter::remember(const Entry& entry) {
  const auto later = std::upper_bound(log_.begin(), log_.end(), entry.leaves,
                                      [](Nanoseconds leaves, const Entry& e) { return leaves < e.leaves; });
  log_.insert(later, entry);
  used_ += entry.units;
}

std::optional<Nanoseconds> LogLimiter::fits_at(Nanoseconds now, const Rational& units) {
  forget(now);
  if (units > cap_) return std::nullopt;
  Rational used = used_;
  Nanoseconds at = now;
  for (const Entry& entry : log_) {
    if (used + units <= cap_) break;
    used -= entry.units;
    at = entry.leaves;
    if (at == std::numeric_limits<Nanoseconds>::max()) return std::nullopt;
  }
  return at;
}

void LogLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds) {
  forget(at);
  remember({at + length_, units});
}

Rational LogLimiter::left(Nanoseconds now) {
  forget(now);
  return cap_ - used_;
}

void ConcurrentLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds until) {
  forget(at);
  remember({until, units});
}

void SlidingCounterLimiter::enter(Nanoseconds now) {
  const Nanoseconds begin = floor_to(now, length_);
  if (begin_ && *begin_ == begin) return;
  before_ = begin_ && *begin_ + length_ == begin ? used_ : Rational(0);
  used_ = 0;
  begin_ = begin;
}

Rational SlidingCounterLimiter::weighted(Nanoseconds now) const {
  return (before_ * Rational(*begin_ + length_ - now) / length_).floor();
}

std::optional<Nanoseconds> SlidingCounterLimiter::fits_at(Nanoseconds now, const Rational& units) {
  enter(now);
  if (units > cap_) return std::nullopt;
  if (weighted(now) + used_ + units <= cap_) return now;
  // The window before fades: its floor falls to `room` once its share is below room + 1. If that is not in this
  // window, this window's own count fades in the next one.
  const auto fades_to = [&](const Rational& count, const Rational& room, Nanoseconds begin) {
    const Rational rest = (room + 1) / count * length_;  // its time left must be below this
    return begin + length_ - (rest.ceil().to_int64() - 1);
  };
  const Rational room = cap_ - used_ - units;
  if (room >= 0 && before_ > room) return std::max(now, fades_to(before_, room, *begin_));
  const Rational next_room = cap_ - units;
  const Nanoseconds next = *begin_ + length_;
  return used_ <= next_room ? next : std::max(next, fades_to(used_, next_room, next));
}

void SlidingCounterLimiter::take(Nanoseconds at, const Rational& units, Nanoseconds) {
  enter(at);
  used_ += units;
}

Rational SlidingCounterLimiter::left(Nanoseconds now) {
  enter(now);
  return cap_ - used_ - weighted(now);
}

}  // namespace tollmeter
