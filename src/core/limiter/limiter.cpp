#include "core/limiter/limiter.h"

#include "core/limiter/buckets.h"
#include "core/limiter/windows.h"

namespace tollmeter {

std::unique_ptr<Limiter> make_limiter(const Window& window, const Rational& cap, const LimiterWorld& world) {
  const Nanoseconds length = window.seconds * kSecond;
  switch (window.kind) {
    case Window::Kind::fixed:
    case Window::Kind::cycle: {
      const ZoneEntry* zone = window.zone == "UTC" ? nullptr : find_zone(world.zones, window.zone);
      if (zone == nullptr && window.zone != "UTC") return nullptr;
      return std::make_unique<FixedLimiter>(CalendarWindow(window, zone, world.cycle_day), cap);
    }
    case Window::Kind::rolling:
      return std::make_unique<LogLimiter>(length, cap);
    case Window::Kind::first_use:
      return std::make_unique<FirstUseLimiter>(length, cap);
    case Window::Kind::sliding:
      return std::make_unique<SlidingCounterLimiter>(length, cap);
    case Window::Kind::bucket:
      return std::make_unique<BucketLimiter>(window, cap);
    case Window::Kind::concurrent:
      return std::make_unique<ConcurrentLimiter>(cap);
  }
  return nullptr;
}

}  // namespace tollmeter
