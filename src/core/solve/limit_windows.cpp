#include "core/solve/limit_windows.h"

#include <algorithm>

namespace tollmeter {

std::vector<WindowShare> limit_windows(const Window& window, const Traffic& traffic, Zones zones) {
  if (window.kind == Window::Kind::cycle) return {{traffic.begin(), traffic.end(), 1}};
  const ZoneEntry* zone = find_zone(zones, window.zone);
  if (!window.is_calendar() || (!zone && window.zone != "UTC")) return {};
  std::vector<WindowShare> windows;
  for (Instant at = traffic.begin(); at < traffic.end();) {
    const Instant end = std::min(traffic.end(), calendar_window(at, window, zone).end);
    windows.push_back({at, end, Rational::fraction(traffic.weight_until(end) - traffic.weight_until(at), traffic.total_weight())});
    at = end;
  }
  return windows;
}

}  // namespace tollmeter
