#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Part = Load::Part;

// A call: number n of a part.
struct Call {
  std::size_t part;
  Rational n;
};

class Pool {
 public:
  Pool(const Rational& cap, const std::vector<Part>& parts, const Traffic& traffic)
      : cap_(cap), parts_(parts), traffic_(traffic), before_(parts.size()), until_(parts.size()) {
    for (const Part& part : parts) {
      all_units_ += part.calls * part.units;
      one_of_each_ += part.units;
      run_.asked += part.calls.floor();
    }
  }

  void take(const WindowSpan& window) {
    Rational units, calls;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      before_[i] = until_[i];
      until_[i] = traffic_.calls_until(parts_[i].calls, window.end);
      units += (until_[i] - before_[i]) * parts_[i].units;
      calls += until_[i] - before_[i];
    }
    run_.busiest = max(run_.busiest, units);
    if (units <= cap_) return;
    refuse(window, calls);
  }

  const WindowRun& run() const { return run_; }

 private:
  // How many calls of part j have come once `call` has. Calls at one instant come in the order of parts.
  Rational come(std::size_t j, const Call& call) const {
    if (j == call.part) return call.n;
    const Rational at = parts_[j].calls * call.n / parts_[call.part].calls;
    return j < call.part ? at.floor() : at.ceil() - 1;
  }

  Rational units_with(const Call& call) const {
    Rational units;
    for (std::size_t j = 0; j < parts_.size(); ++j) {
      units += (come(j, call) - before_[j]) * parts_[j].units;
    }
    return units;
  }

  // The first call of a part with which the window holds more than the cap; `begun` is the share of the
  // traffic that came before the window. Whole counts stray from an even flow by less than one call of each
  // part, which brackets the search tightly.
  std::optional<Rational> first_too_many(std::size_t part, const Rational& begun) const {
    if (parts_.size() == 1) return before_[0] + (cap_ / parts_[0].units).floor() + 1;
    if (units_with({part, until_[part]}) <= cap_) return std::nullopt;
    const Rational calls = parts_[part].calls;
    const Rational surely = calls * (begun + (cap_ - one_of_each_) / all_units_);
    const Rational never = calls * (begun + (cap_ + one_of_each_) / all_units_);
    Rational fits = max(before_[part], surely.floor());
    Rational too_many = min(until_[part], never.floor() + 1);
    while (too_many - fits > 1) {
      const Rational middle = ((fits + too_many) / 2).floor();
      (units_with({part, middle}) > cap_ ? too_many : fits) = middle;
    }
    return too_many;
  }

  void refuse(const WindowSpan& window, const Rational& come_in_all) {
    const Rational begun = Rational(traffic_.weight_until(window.begin)) / traffic_.total_weight();
    std::optional<Call> closing;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::optional<Rational> n = first_too_many(i, begun);
      if (!n) continue;
      const bool sooner = !closing || *n / parts_[i].calls < closing->n / parts_[closing->part].calls;
      if (sooner) closing = Call{i, *n};
    }
    if (!closing) return;
    run_.refused += come_in_all;
    for (std::size_t j = 0; j < parts_.size(); ++j) run_.refused -= last_served(j, *closing) - before_[j];
    if (!run_.first_refused) note_first_refusal(window, *closing);
  }

  Rational last_served(std::size_t part, const Call& closing) const {
    return part == closing.part ? closing.n - 1 : come(part, closing);
  }

  void note_first_refusal(const WindowSpan& window, const Call& closing) {
    Rational used_up = traffic_.begin().seconds;
    for (std::size_t j = 0; j < parts_.size(); ++j) {
      const Rational last = last_served(j, closing);
      if (last > before_[j]) used_up = max(used_up, traffic_.instant_of(parts_[j].calls, last));
    }
    run_.used_up = used_up;
    run_.first_refused = traffic_.instant_of(parts_[closing.part].calls, closing.n);
    run_.frees = window.end;
  }

  Rational cap_;
  const std::vector<Part>& parts_;
  const Traffic& traffic_;
  Rational all_units_, one_of_each_;
  std::vector<Rational> before_, until_;  // calls come by the window's begin and end
  WindowRun run_;
};

}  // namespace

std::vector<WindowSpan> calendar_windows(const Traffic& traffic, const Window& window, const ZoneEntry* zone) {
  std::vector<WindowSpan> windows;
  for (Instant at = traffic.begin(); at < traffic.end(); at = windows.back().end) {
    windows.push_back(calendar_window(at, window, zone));
  }
  return windows;
}

WindowRun run_pool(const std::vector<WindowSpan>& windows, const Rational& cap, const std::vector<Part>& parts,
                   const Traffic& traffic) {
  Pool pool(cap, parts, traffic);
  for (const WindowSpan& window : windows) pool.take(window);
  return pool.run();
}

}  // namespace tollmeter
