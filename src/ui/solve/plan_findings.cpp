#include "ui/solve/plan_findings.h"

namespace tollmeter::ui {

PlanFindings& plan_findings(View& view) {
  const Session& session = view.session;
  const std::vector<Platform>& platforms = session.catalog().platforms;
  std::shared_ptr<PlanFindings>& known = view.state.plans;
  if (!known) known = std::make_shared<PlanFindings>();
  const bool same = known->platforms == platforms.data() && known->platform_count == platforms.size() && known->language == spoken();
  if (same && known->scenario == session.scenario()) return *known;
  known->scenario = session.scenario();
  known->review = review_plans(known->scenario, session.world());
  known->language = spoken();
  known->platforms = platforms.data();
  known->platform_count = platforms.size();
  return *known;
}

}  // namespace tollmeter::ui
