#include "ui/own/own_preview.h"

#include <utility>

#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/quantity.h"
#include "core/words.h"

namespace tollmeter::ui {

namespace {

/// All that is typed, so that also what cannot be read counts as a change.
std::string fingerprint(const PlanDraft& draft, const Platform& platform) {
  std::string text = write_json(plan_json(draft, platform));
  append(text, {draft.discount, "|", draft.commitment, "|"});
  for (const MeteredDraft& one : draft.metered) append(text, {one.price, "|", one.per, "|", one.free, "|"});
  return text;
}

const PlatformUse* use_of(const Scenario& scenario, const std::string& platform) {
  for (const PlatformUse& use : scenario.platforms) {
    if (use.platform == platform) return &use;
  }
  return nullptr;
}

PlatformUse typical_use(const Platform& platform) {
  PlatformUse use;
  use.platform = platform.id;
  for (const TypicalUse& typical : platform.typical) {
    const Result<Quantity> quantity = parse_quantity(typical.text, Per::month);
    if (quantity) use.quantities[typical.metric] = quantity.value();
  }
  return use;
}

}  // namespace

void OwnPreview::keep_up(const Session& session, const PlanDraft& draft) {
  const Platform* platform = session.catalog().platform(draft.platform);
  if (!platform) return;
  std::string seen = fingerprint(draft, *platform);
  if (seen == seen_ && scenario_ == session.scenario()) return;
  seen_ = std::move(seen);
  scenario_ = session.scenario();
  compute(session, draft);
}

void OwnPreview::compute(const Session& session, const PlanDraft& draft) {
  estimate_ = list_ = {};
  refused_.clear();
  problems_ = draft_problems(draft);
  if (!problems_.empty()) return;
  const Platform& before = *session.catalog().platform(draft.platform);
  OwnDocument document(scenario_.own);
  PlanDraft named = draft;
  if (named.id.empty()) named.id = document.fresh_plan_id(draft.platform, draft.name);
  plan_ = plan_json(named, before);
  document.put_plan(draft.platform, plan_, session.today());
  own_ = document.text();
  if (own_.size() > kMostOwnBytes) {
    refused_ = tr("All own prices together are {0} bytes; a link carries at most {1}. Remove one that you no longer need.",
                  {std::to_string(own_.size()), std::to_string(kMostOwnBytes)});
    return;
  }
  OwnReading reading = read_own_prices(session.list_catalog(), own_);
  catalog_ = std::make_unique<Catalog>(std::move(reading.catalog));
  const Platform* platform = catalog_->platform(draft.platform);
  const Plan* plan = platform ? platform->plan(named.id) : nullptr;
  if (!plan) {
    refused_ = reading.problems.empty() ? tr("The plan cannot be read.") : reading.problems.back().sentence();
    return;
  }
  const PlatformUse* use = use_of(scenario_, draft.platform);
  typical_ = use == nullptr;
  use_ = use ? *use : typical_use(*platform);
  const World world{catalog_.get(), session.world().zones};
  estimate_ = estimate_plan(*platform, use_, *plan, scenario_, world);
  if (const Plan* base = platform->plan(draft.extends)) list_ = estimate_plan(*platform, use_, *base, scenario_, world);
}

}  // namespace tollmeter::ui
