// Latin hypercube sampling (McKay, Beckman and Conover, 1979) with the middles of the strata, shuffled by SplitMix64 (Steele, Lea and
// Flood, 2014).

#include "core/solve/latin_cases.h"

#include <numeric>
#include <utility>

namespace tollmeter {
namespace {

class SplitMix {
 public:
  // FNV-1a of the name.
  explicit SplitMix(std::string_view name) {
    for (const char c : name) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325U;
};

}  // namespace

std::vector<std::uint16_t> latin_order(std::string_view name) {
  std::vector<std::uint16_t> order(kRangeCases);
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  SplitMix random(name);
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[static_cast<std::size_t>(random.next() % left)]);
  }
  return order;
}

std::uint64_t latin_probability(std::uint16_t part) {
  return ((std::uint64_t{2} * part + 1) << 32U) / (2 * kRangeCases);
}

}  // namespace tollmeter
