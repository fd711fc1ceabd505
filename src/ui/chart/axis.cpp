#include "ui/chart/axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/format.h"
#include "core/language.h"

namespace tollmeter::ui {
namespace {

constexpr double kNear = 1e-9;

double decades(double value) { return std::log10(value); }

constexpr std::array kMonths = {marked("Jan"), marked("Feb"), marked("Mar"), marked("Apr"), marked("May"), marked("Jun"),
                                marked("Jul"), marked("Aug"), marked("Sep"), marked("Oct"), marked("Nov"), marked("Dec")};

}  // namespace

Axis Axis::linear(double low, double high, Labeller label) {
  return Axis(Kind::linear, low, high > low ? high : low + 1, label, 0);
}

Axis Axis::logarithmic(double low, double high, Labeller label) {
  return Axis(Kind::logarithmic, low, high > low ? high : low * 10, label, 0);
}

Axis Axis::zero_and_log(double low, double high, Labeller label, double zero_share) {
  return Axis(Kind::zero_and_log, low, high > low ? high : low * 10, label, zero_share);
}

Axis Axis::time(Date from, Date to) {
  return Axis(Kind::time, from.days, std::max(to.days, from.days + 1), nullptr, 0);
}

Axis Axis::zoomed(double from, double to) const {
  Axis part = *this;
  part.from_ = from_ + from * (to_ - from_);
  part.to_ = from_ + to * (to_ - from_);
  return part;
}

double Axis::at(double value) const { return std::clamp(beyond(value), 0.0, 1.0); }

double Axis::value(double at) const { return whole_value(from_ + std::clamp(at, 0.0, 1.0) * (to_ - from_)); }

std::vector<Tick> Axis::ticks(float length, float label_room) const {
  const int most = std::max(2, static_cast<int>(length / std::max(1.0F, label_room)));
  std::vector<Tick> ticks = whole_ticks(static_cast<int>(most / (to_ - from_)));
  for (Tick& tick : ticks) tick.at = (tick.at - from_) / (to_ - from_);
  std::erase_if(ticks, [](const Tick& tick) { return tick.at < -kNear || tick.at > 1 + kNear; });
  return ticks;
}

double Axis::whole_at(double value) const {
  switch (kind_) {
    case Kind::linear:
    case Kind::time:
      return std::clamp((value - low_) / (high_ - low_), 0.0, 1.0);
    case Kind::logarithmic:
      if (value <= low_) return 0;
      return std::min(1.0, decades(value / low_) / decades(high_ / low_));
    case Kind::zero_and_log:
      if (value <= 0) return 0;
      // The broken part is straight: what lies there stands between zero and the lowest power.
      if (value < low_) return zero_share_ * value / low_;
      return std::min(1.0, zero_share_ + (1 - zero_share_) * decades(value / low_) / decades(high_ / low_));
  }
  return 0;
}

double Axis::whole_value(double t) const {
  switch (kind_) {
    case Kind::linear:
      return low_ + t * (high_ - low_);
    case Kind::time:
      return std::round(low_ + t * (high_ - low_));
    case Kind::logarithmic:
      return low_ * std::pow(high_ / low_, t);
    case Kind::zero_and_log:
      if (t < zero_share_) return low_ * t / zero_share_;
      return low_ * std::pow(high_ / low_, (t - zero_share_) / (1 - zero_share_));
  }
  return low_;
}

std::vector<Tick> Axis::whole_ticks(int most) const {
  switch (kind_) {
    case Kind::linear:
      return linear_ticks(most);
    case Kind::time:
      return time_ticks(most);
    case Kind::logarithmic:
    case Kind::zero_and_log:
      return log_ticks(most);
  }
  return {};
}

std::vector<Tick> Axis::linear_ticks(int most) const {
  const double rough = (high_ - low_) / most;
  const double power = std::pow(10.0, std::floor(decades(rough) + kNear));
  double step = power * 10;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (power * nice >= rough * (1 - kNear)) {
      step = power * nice;
      break;
    }
  }
  std::vector<Tick> ticks;
  for (double n = std::ceil(low_ / step - kNear); n * step <= high_ + step * kNear; n += 1) {
    const double v = n * step;
    ticks.push_back({whole_at(v), label_(v)});
  }
  return ticks;
}

std::vector<Tick> Axis::log_ticks(int most) const {
  std::vector<Tick> ticks;
  if (kind_ == Kind::zero_and_log) ticks.push_back({0, label_(0)});
  const int first = static_cast<int>(std::ceil(decades(low_) - kNear));
  const int last = static_cast<int>(std::floor(decades(high_) + kNear));
  const int every = std::max(1, (last - first + most) / most);
  // Zoomed in there is room for twos and fives between the powers.
  const bool between = to_ - from_ < 1 && (last - first) * 3 <= most;
  for (int power = first; power <= last; ++power) {
    const double v = std::pow(10.0, power);
    ticks.push_back({whole_at(v), (power - first) % every == 0 ? label_(v) : std::string()});
    if (!between || power == last) continue;
    for (const double times : {2.0, 5.0}) ticks.push_back({whole_at(v * times), label_(v * times)});
  }
  return ticks;
}

std::vector<Tick> Axis::time_ticks(int most) const {
  const Date from{static_cast<std::int32_t>(low_)};
  const Date to{static_cast<std::int32_t>(high_)};
  // Months between ticks; 0: days.
  constexpr std::array kSteps = {1, 3, 6, 12, 24, 60, 120, 240};
  const double months = (high_ - low_) / 30.4;
  int step = 0;
  const bool days_have_room = to_ - from_ < 1 && (high_ - low_) / 14 <= most;
  if (months > 2 && !days_have_room) {
    step = kSteps.back();
    for (const int s : kSteps) {
      // A year takes half the room of a month's name with its year beside it.
      if (months / s <= (s < 12 ? most : 2 * most)) {
        step = s;
        break;
      }
    }
  }
  std::vector<Tick> ticks;
  if (step == 0) {
    int days = 1;
    for (const int d : {1, 2, 5, 7, 14, 31}) {
      days = d;
      if ((high_ - low_) / d <= most) break;
    }
    for (Date d = from; d <= to; d = d + days) {
      ticks.push_back({whole_at(d.days), day_and_month_text(d)});
    }
    return ticks;
  }
  // Whole steps counted from January of the year 0, so that years fall on January.
  int month = from.year() * 12 + from.month() - 1;
  if (from.day() > 1) ++month;
  month += (step - month % step) % step;
  for (;; month += step) {
    const std::optional<Date> d = Date::of(month / 12, month % 12 + 1, 1);
    if (!d || *d > to) break;
    const bool january = month % 12 == 0;
    std::string label = std::to_string(month / 12);
    if (!january) label = tr(kMonths[static_cast<std::size_t>(month % 12)]);
    ticks.push_back({whole_at(d->days), std::move(label)});
  }
  return ticks;
}

}  // namespace tollmeter::ui
