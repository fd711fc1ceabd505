#pragma once

#include <deque>
#include <limits>
#include <optional>
#include <utility>

#include "core/limiter/limiter.h"

// Counters of what was taken in a window of time.
namespace tollmeter {

/// Begins and ends on the clock or the calendar: `end_of` gives the end of the window that holds an instant, its
/// begin inclusive, its end exclusive (Envoy: t − t mod unit).
class CalendarWindow {
 public:
  CalendarWindow(const Window& window, const ZoneEntry* zone, int cycle_day)
      : window_(window), zone_(zone), cycle_day_(cycle_day) {}
  Nanoseconds end_of(Nanoseconds now) const;

 private:
  Window window_;
  const ZoneEntry* zone_;
  int cycle_day_;
};

/// A counter that starts at zero in each window.
class FixedLimiter : public Limiter {
 public:
  FixedLimiter(CalendarWindow windows, const Rational& cap) : windows_(std::move(windows)), cap_(cap) {}
  std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) override;
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
  Rational left(Nanoseconds now) override;
  Nanoseconds forgets(Nanoseconds at) const override { return windows_.end_of(at); }

 private:
  void enter(Nanoseconds now);

  CalendarWindow windows_;
  Rational cap_;
  std::optional<Nanoseconds> end_;  ///< of the window that is counted; none before the first call
  Rational used_;
};

/// A window opens with the first call after the last one ended.
class FirstUseLimiter : public Limiter {
 public:
  FirstUseLimiter(Nanoseconds length, const Rational& cap) : length_(length), cap_(cap) {}
  std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) override;
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
  Rational left(Nanoseconds now) override;

 private:
  bool is_open(Nanoseconds now) const { return begin_ && now < *begin_ + length_; }

  Nanoseconds length_;
  Rational cap_;
  std::optional<Nanoseconds> begin_;
  Rational used_;
};

/// The last `length` at every instant, call for call. A call leaves as soon as it is `length` old.
class LogLimiter : public Limiter {
 public:
  LogLimiter(Nanoseconds length, const Rational& cap) : length_(length), cap_(cap) {}
  std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) override;
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
  Rational left(Nanoseconds now) override;
  Nanoseconds forgets(Nanoseconds at) const override { return at + length_; }

 protected:
  struct Entry {
    Nanoseconds leaves;
    Rational units;
  };
  void forget(Nanoseconds now);
  void remember(const Entry& entry);

 private:
  Nanoseconds length_;
  Rational cap_;
  std::deque<Entry> log_;  ///< in the order in which they leave
  Rational used_;
};

/// Calls in flight; one that never ends is a thing that stands.
class ConcurrentLimiter : public LogLimiter {
 public:
  explicit ConcurrentLimiter(const Rational& cap) : LogLimiter(0, cap) {}
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
};

/// Two fixed windows: this one's count and, of the one before, the share that a window sliding over both still holds,
/// rounded down.
class SlidingCounterLimiter : public Limiter {
 public:
  SlidingCounterLimiter(Nanoseconds length, const Rational& cap) : length_(length), cap_(cap) {}
  std::optional<Nanoseconds> fits_at(Nanoseconds now, const Rational& units) override;
  void take(Nanoseconds at, const Rational& units, Nanoseconds until) override;
  Rational left(Nanoseconds now) override;

 private:
  void enter(Nanoseconds now);
  Rational weighted(Nanoseconds now) const;

  Nanoseconds length_;
  Rational cap_;
  std::optional<Nanoseconds> begin_;
  Rational used_, before_;
};

}  // namespace tollmeter
