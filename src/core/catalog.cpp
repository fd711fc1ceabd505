#include "core/catalog.h"

namespace tollmeter {

namespace {

template <class List>
auto find_by_id(const List& list, std::string_view id) -> decltype(list.data()) {
  for (const auto& item : list) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace

Access Plan::access_on(Date d) const {
  for (const AccessPeriod& period : access) {
    if (period.validity.holds(d)) return period.access;
  }
  return Access::open;
}

const Metric* Platform::metric(std::string_view wanted) const { return find_by_id(metrics, wanted); }
const Plan* Platform::plan(std::string_view wanted) const { return find_by_id(plans, wanted); }
const Source* Platform::source(std::string_view wanted) const { return find_by_id(sources, wanted); }
const Platform* Catalog::platform(std::string_view wanted) const { return find_by_id(platforms, wanted); }
const Driver* Catalog::driver(std::string_view wanted) const { return find_by_id(drivers, wanted); }
const Choice* Catalog::choice(std::string_view wanted) const { return find_by_id(choices, wanted); }

const Listing* Catalog::listing(std::string_view wanted) const { return find_by_id(listings, wanted); }

const Choice::Option* Choice::option(std::string_view wanted) const {
  for (const Option& option : options) {
    if (option.is == wanted) return &option;
  }
  return nullptr;
}

}  // namespace tollmeter
