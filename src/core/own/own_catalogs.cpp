#include "core/own/own_catalogs.h"

#include "core/own/own_prices.h"

namespace tollmeter {

const Catalog& OwnCatalogs::of(const Catalog& list, const std::string& own) {
  for (const Made& one : made_) {
    if (one.list_age == list_age_ && one.own == own) return *one.catalog;
  }
  made_.push_back({own, list_age_, std::make_unique<const Catalog>(read_own_prices(list, own).catalog)});
  return *made_.back().catalog;
}

void OwnCatalogs::clear() { made_.clear(); }

}  // namespace tollmeter
