#include "core/order.h"

#include <algorithm>

namespace tollmeter {

std::vector<std::size_t> in_order(std::size_t count, FunctionRef<bool(std::size_t, std::size_t)> before) {
  std::vector<std::size_t> order;
  order.reserve(count);
  for (std::size_t next = 0; next < count; ++next) {
    order.insert(std::upper_bound(order.begin(), order.end(), next, before), next);
  }
  return order;
}

}  // namespace tollmeter
