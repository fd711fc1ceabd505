#include "core/known_prices.h"

#include <algorithm>

namespace tollmeter {
namespace {

template <class Rows>
void take_rows(Date& first, const Rows& rows) {
  for (const auto& row : rows) {
    for (const std::optional<Date>& end : {row.validity.from, row.validity.to}) {
      if (end) first = std::min(first, *end);
    }
  }
}

}  // namespace

Date prices_known_from(const Platform& platform) {
  Date first = kFirstPrices;
  take_rows(first, platform.plans);
  for (const Plan& plan : platform.plans) {
    take_rows(first, plan.access);
    take_rows(first, plan.charges);
    take_rows(first, plan.limits);
    take_rows(first, plan.not_offered);
  }
  for (const Event& event : platform.events) first = std::min(first, event.date);
  for (const Source& source : platform.sources) first = std::min(first, source.read);
  return first;
}

bool is_before_known_prices(const Platform& platform, Date date) { return !platform.own && date < prices_known_from(platform); }

}  // namespace tollmeter
