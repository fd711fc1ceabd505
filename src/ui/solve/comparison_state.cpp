#include "ui/solve/comparison_state.h"

#include <algorithm>
#include <utility>

#include "core/advice.h"
#include "ui/solve/comparison_columns.h"

namespace tollmeter::ui {

void ComparisonState::keep_up(const Session& session) {
  const std::vector<Scenario>& wanted = session.beside().others;
  std::vector<std::unique_ptr<Kept>> had = std::exchange(others_, {});
  for (const Scenario& scenario : wanted) {
    const auto same = std::find_if(had.begin(), had.end(), [&](const auto& one) { return one && one->scenario == scenario; });
    if (same != had.end()) {
      others_.push_back(std::move(*same));
      continue;
    }
    auto kept = std::make_unique<Kept>();
    kept->scenario = scenario;
    const World world = session.world_of(kept->scenario);
    kept->chosen = estimate(kept->scenario, world);
    kept->serve_all = serve_all(kept->scenario, world);
    others_.push_back(std::move(kept));
    ++made_;
  }
}

const std::vector<ComparisonRow>& ComparisonState::rows(const Session& session, const std::vector<std::size_t>& columns) {
  const std::size_t platforms = session.catalog().platforms.size();
  const bool stale = platforms != platforms_;
  if (stale) others_.clear();
  if (!stale && columns == columns_ && current_ == session.scenario() && beside_ == session.beside()) return rows_;
  keep_up(session);
  platforms_ = platforms;
  current_ = session.scenario();
  beside_ = session.beside();
  columns_ = columns;
  std::vector<ComparedColumn> compared;
  for (const std::size_t column : columns) {
    if (column == beside_.place) {
      compared.push_back({column, &session.scenario(), &session.shown().chosen, &session.shown().serve_all});
    } else {
      const Kept& kept = *others_[column < beside_.place ? column : column - 1];
      compared.push_back({column, &kept.scenario, &kept.chosen, &kept.serve_all});
    }
  }
  rows_ = comparison_rows(compared, session.world());
  return rows_;
}

std::vector<std::size_t> shown_columns(const ComparisonState& state, const Session& session, std::size_t room) {
  const std::size_t count = column_count(session);
  std::vector<std::size_t> columns;
  if (count <= room) {
    for (std::size_t i = 0; i < count; ++i) columns.push_back(i);
    return columns;
  }
  std::size_t left = state.left, right = state.right;
  if (left == right || left >= count || right >= count) {
    right = session.beside().place;
    left = right == 0 ? 1 : 0;
  }
  return {left, right};
}

}  // namespace tollmeter::ui
