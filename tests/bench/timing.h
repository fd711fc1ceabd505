#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace tollmeter::bench {

using Clock = std::chrono::steady_clock;
using Nanoseconds = std::chrono::duration<double, std::nano>;

/// How long the work takes once.
inline double once(const std::function<void()>& work) {
  const auto from = Clock::now();
  work();
  return Nanoseconds(Clock::now() - from).count();
}

/// The median of some runs of it. What is short is run in batches that a clock of microseconds can tell.
inline double median_of(const std::function<void()>& work) {
  constexpr double kBatch = 4e6, kEnough = 2e8;
  constexpr std::size_t kRuns = 15;
  const double first = once(work);
  const int batch = std::max(1, static_cast<int>(kBatch / std::max(first, 1.0)));
  std::vector<double> runs;
  double sum = 0;
  while (runs.size() < 3 || (runs.size() < kRuns && sum < kEnough)) {
    const double took = once([&] {
      for (int i = 0; i < batch; ++i) work();
    });
    runs.push_back(took / batch);
    sum += took;
  }
  std::sort(runs.begin(), runs.end());
  return runs[runs.size() / 2];
}

}  // namespace tollmeter::bench
