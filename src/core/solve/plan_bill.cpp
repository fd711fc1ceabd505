#include "core/solve/plan_bill.h"

#include <algorithm>
#include <optional>

namespace tollmeter {
namespace {

constexpr std::size_t kMostBills = 6000;

bool same_marks(const Money& a, const Money& b) {
  return a.approximate == b.approximate && a.at_least == b.at_least && a.press == b.press && a.conflicting == b.conflicting;
}

/// Linear equations in the counters' weights, taken one by one.
class Equations {
 public:
  explicit Equations(std::size_t unknowns) : unknowns_(unknowns) {}

  /// False where the equation contradicts those before it, or the numbers are too large.
  bool add(std::vector<Rational> row, Rational value) {
    for (const Row& known : rows_) {
      const Rational times = row[known.pivot];
      if (times.is_zero()) continue;
      for (std::size_t i = 0; i < unknowns_; ++i) row[i] -= times * known.row[i];
      value -= times * known.value;
    }
    std::size_t pivot = 0;
    while (pivot < unknowns_ && row[pivot].is_zero()) ++pivot;
    if (pivot == unknowns_) return value.is_zero();
    if (!row[pivot].ok()) return false;
    const Rational by = row[pivot];
    for (Rational& each : row) each = each / by;
    rows_.push_back({pivot, std::move(row), value / by});
    return rows_.back().value.ok();
  }

  /// Of those that nothing says anything about, zero.
  std::vector<Rational> solve() const {
    std::vector<Rational> weights(unknowns_);
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
      Rational weight = row->value;
      for (std::size_t i = 0; i < unknowns_; ++i) {
        if (i != row->pivot) weight -= row->row[i] * weights[i];
      }
      weights[row->pivot] = weight;
    }
    return weights;
  }

 private:
  struct Row {
    std::size_t pivot;
    std::vector<Rational> row;
    Rational value;
  };
  std::size_t unknowns_;
  std::vector<Row> rows_;
};

class Solver {
 public:
  Solver(PlanBill& bill, const Counters& counters, std::vector<std::int64_t> kinks, std::int64_t top)
      : bill_(bill), counters_(counters), kinks_(std::move(kinks)), top_(top) {}

  Segments solve() {
    Segments all;
    for (std::int64_t at = 0; at <= top_;) {
      if (all.list.size() + 1 >= kMostSegments || bill_.computed() > kMostBills) {
        all.list.push_back(chord(at));
        all.exact = false;
        break;
      }
      Segment next = longest_from(at);
      at = next.to + 1;
      take(all.list, std::move(next));
    }
    return all;
  }

 private:
  std::int64_t next_kink(std::int64_t after) const {
    const auto next = std::upper_bound(kinks_.begin(), kinks_.end(), after);
    return next == kinks_.end() ? top_ : std::min(top_, *next);
  }

  /// A single place that the segment behind it continues is its beginning.
  void take(std::vector<Segment>& list, Segment next) const {
    if (!list.empty() && list.back().from == list.back().to && same_marks(list.back().at_from, next.at_from)) {
      const std::int64_t from = list.back().from;
      if (cost_at(next, counters_, from) == list.back().at_from.amount) {
        next.at_from = list.back().at_from;
        next.from = from;
        next.begin = counters_.at(from);
        list.back() = std::move(next);
        return;
      }
    }
    list.push_back(std::move(next));
  }

  Segment longest_from(std::int64_t at) {
    const std::int64_t hint = next_kink(at - 1);
    std::int64_t to = hint;
    std::optional<Segment> fit = fitted(at, to);
    if (!fit && to > at) {
      // Something bends before the next known kink: begin small, grow by bisection.
      to = std::min(to, near_end(at));
      fit = fitted(at, to);
    }
    while (!fit) {
      to = at + (to - at) / 2;
      fit = fitted(at, to);
    }
    Segment segment = std::move(*fit);
    while (segment.to < top_ && holds(segment, segment.to + 1)) {
      std::int64_t end = segment.to < hint ? hint : next_kink(segment.to);
      if (end <= segment.to) end = top_;
      std::int64_t fails = 0;
      for (const std::int64_t place : places_between(segment.to + 1, end)) {
        if (holds(segment, place)) continue;
        fails = place;
        break;
      }
      if (fails == 0) {
        segment.to = end;
        continue;
      }
      segment.to = most_held(segment, segment.to + 1, fails);
      break;
    }
    return segment;
  }

  std::int64_t most_held(const Segment& segment, std::int64_t held, std::int64_t fails) {
    while (fails - held > 1) {
      const std::int64_t middle = held + (fails - held) / 2;
      (holds(segment, middle) ? held : fails) = middle;
    }
    return held;
  }

  bool holds(const Segment& segment, std::int64_t place) {
    const Money& bill = bill_.at(place);
    return same_marks(bill, segment.at_from) && bill.amount.ok() && bill.amount == cost_at(segment, counters_, place) &&
           grows_evenly(segment, place);
  }

  /// No counter that the segment uses is still waiting for its first block.
  bool grows_evenly(const Segment& segment, std::int64_t place) const {
    if (!segment.steps) return true;
    const std::vector<Rational> here = counters_.at(place);
    for (std::size_t i = 1; i < here.size(); ++i) {
      if (segment.weights[i].is_zero()) continue;
      const Rational lacks =
          counters_.growth(i) * (Rational(place) - Rational(segment.from)) - (here[i] - segment.begin[i]);
      if (counters_.sway(i) < lacks) return false;
    }
    return true;
  }

  /// Ascending, beginning and end among them; the others lie where no block size has all of them in step.
  static std::vector<std::int64_t> places_between(std::int64_t from, std::int64_t to) {
    std::vector<std::int64_t> places = {from};
    for (const int of_ten_thousand : {137, 1491, 3819, 6181, 8507}) {
      const auto place = from + static_cast<std::int64_t>(Int128{to - from} * of_ten_thousand / 10'000);
      if (place > places.back()) places.push_back(place);
    }
    for (const std::int64_t place : {to - 1, to}) {
      if (place > places.back()) places.push_back(place);
    }
    return places;
  }

  /// The last place before a counter changes, where that lies before `to`.
  std::optional<std::int64_t> change_of(std::size_t counter, std::int64_t from, std::int64_t to) const {
    const Rational now = counters_.at(from)[counter];
    const auto same = [&](std::int64_t place) { return counters_.at(place)[counter] == now; };
    std::int64_t step = 1;
    std::int64_t low = from;
    while (low + step < to && same(low + step)) {
      low += step;
      step *= 2;
    }
    std::int64_t high = std::min(to, low + step);
    if (same(high)) return std::nullopt;
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      (same(middle) ? low : high) = middle;
    }
    return low;
  }

  std::int64_t near_end(std::int64_t at) const {
    std::int64_t end = at + 3;
    for (std::size_t i = 1; i < counters_.size(); ++i) {
      if (const auto change = change_of(i, at, top_)) end = std::max(end, *change + 2);
    }
    return std::min(end, top_);
  }

  /// One sum that gives the bill at `from`, at `to`, and wherever else it is looked at in between.
  std::optional<Segment> fitted(std::int64_t from, std::int64_t to) {
    Segment segment;
    segment.from = from;
    segment.to = to;
    segment.at_from = bill_.at(from);
    std::vector<std::int64_t> near;
    for (std::int64_t place = from + 1; place <= std::min(from + 3, to); ++place) near.push_back(place);
    for (std::size_t i = 1; i < counters_.size() && from < to; ++i) {
      const std::optional<std::int64_t> change = change_of(i, from, to);
      if (!change) continue;
      near.push_back(*change);
      near.push_back(*change + 1);
      if (const auto second = change_of(i, *change + 1, to)) near.push_back(*second + 1);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::int64_t> places = places_between(from, to);
    places.insert(places.begin(), near.begin(), near.end());
    // The end says soonest that a kink lies in between.
    if (!same_marks(bill_.at(to), segment.at_from)) return std::nullopt;
    segment.begin = counters_.at(from);
    Equations equations(counters_.size());
    for (const std::int64_t place : places) {
      if (place == from) continue;
      const Money& bill = bill_.at(place);
      if (!same_marks(bill, segment.at_from)) return std::nullopt;
      std::vector<Rational> row = counters_.at(place);
      for (std::size_t i = 0; i < row.size(); ++i) row[i] -= segment.begin[i];
      if (!equations.add(std::move(row), bill.amount - segment.at_from.amount)) return std::nullopt;
    }
    segment.weights = equations.solve();
    for (std::size_t i = 0; i < segment.weights.size(); ++i) {
      if (segment.weights[i].is_zero()) continue;
      if (!segment.weights[i].ok()) return std::nullopt;
      segment.slope += segment.weights[i] * counters_.growth(i);
      segment.steps = segment.steps || i > 0;
    }
    if (!grows_evenly(segment, to)) return std::nullopt;
    return segment;
  }

  Segment chord(std::int64_t at) {
    Segment segment;
    segment.from = at;
    segment.to = top_;
    segment.at_from = bill_.at(at);
    segment.weights.assign(counters_.size(), 0);
    segment.begin = counters_.at(at);
    if (at < top_) segment.slope = (bill_.at(top_).amount - segment.at_from.amount) / (Rational(top_) - Rational(at));
    segment.weights.front() = segment.slope;
    return segment;
  }

  PlanBill& bill_;
  const Counters& counters_;
  std::vector<std::int64_t> kinks_;
  std::int64_t top_;
};

}  // namespace

PlanBill::PlanBill(const Usage& usage, std::size_t entered, const Plan& plan, Date date)
    : usage_(usage), original_(usage), entered_(entered), plan_(plan), date_(date), tariff_(tariff_on(plan, date, usage)) {}

const Money& PlanBill::at(std::int64_t units) {
  const auto known = known_.find(units);
  if (known != known_.end()) return known->second;
  usage_.asked = original_.asked_with(entered_, units);
  usage_.groups.front().units = usage_.asked;
  const std::vector<Rational> all_served(usage_.asked.size(), 1);
  return known_.emplace(units, exact_sum_of(rate(tariff_, plan_, date_, usage_, all_served, false), plan_.currency))
      .first->second;
}

Segments segments_of(PlanBill& bill, const Counters& counters, std::vector<std::int64_t> kinks, std::int64_t top) {
  return Solver(bill, counters, std::move(kinks), top).solve();
}

Rational cost_at(const Segment& segment, const Counters& counters, std::int64_t units) {
  if (!segment.steps) return segment.at_from.amount + segment.slope * (Rational(units) - Rational(segment.from));
  const std::vector<Rational> here = counters.at(units);
  Rational cost = segment.at_from.amount;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (!segment.weights[i].is_zero()) cost += segment.weights[i] * (here[i] - segment.begin[i]);
  }
  return cost;
}

Rational sway_of(const Segment& segment, const Counters& counters) {
  Rational sum;
  for (std::size_t i = 1; i < segment.weights.size(); ++i) {
    const Rational& weight = segment.weights[i];
    sum += (weight < 0 ? -weight : weight) * counters.sway(i);
  }
  return sum;
}

}  // namespace tollmeter
