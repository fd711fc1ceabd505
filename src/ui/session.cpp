#include "ui/session.h"

#include <algorithm>
#include <utility>

#include "core/link_comparison.h"
#include "core/plan_choice.h"

namespace tollmeter::ui {

namespace {

// Enough for an afternoon of dragging, small enough to forget about.
constexpr std::size_t kMostUndo = 200;

// The chart begins where what has no start of its own is taken to begin, or a year before the
// scenario's own date where that is earlier; it ends a season after today, or with the last change that is announced.
Date history_begin(Date scenario_date) {
  const int year = std::min(scenario_date.year() - 1, kFirstPrices.year());
  return Date::of(year, 1, 1).value_or(scenario_date);
}

Date history_end(Date scenario_date, Date today, const std::vector<Date>& changes) {
  const Date season = std::max(scenario_date, today) + 90;
  return changes.empty() ? season : std::max(season, changes.back() + 1);
}

}  // namespace

Session::Session(const Catalog& catalog, Zones zones, Date today)
    : list_(&catalog), world_{&catalog, zones}, today_(today), scenario_(example_scenario()) {
  recompute();
}

World Session::world_of(const Scenario& scenario) const {
  World world{list_, world_.zones};
  if (!scenario.own.empty()) world.catalog = &own_.of(*list_, scenario.own);
  return world;
}

void Session::catalog_changed() {
  own_.renew();
  month_.forget();
  recompute();
  recompute_shared();
}

void Session::set_today(Date today) {
  if (today == today_) return;
  today_ = today;
  recompute();
  recompute_shared();
}

void Session::forget_own_catalogs() {
  own_.clear();
  month_.forget();
  recompute();
  recompute_shared();
}

void Session::recompute() {
  using Plans = ScenarioMonth::Plans;
  world_ = world_of(scenario_);
  ScenarioMonth& month = month_.of(scenario_, world_);
  shown_.chosen = month.on(scenario_.date, Plans::as_chosen);
  shown_.serve_all = month.on(scenario_.date, Plans::cheapest);
  shown_.one_figure = shown_.chosen.breaches == 0;
  shown_.choices.clear();
  for (PlatformMonth& platform : month.platforms()) shown_.choices.push_back(cheapest_for(platform, scenario_.date));
  shown_.changes = change_dates(scenario_, *world_.catalog, scenario_.date);
  shown_.history = price_history(month, scenario_, *world_.catalog, history_begin(scenario_.date),
                                 history_end(scenario_.date, today_, shown_.changes));
  shown_.today_chosen = month.on(today_, Plans::as_chosen);
  shown_.today_serve_all = month.on(today_, Plans::cheapest);
}

void Session::recompute_shared() {
  if (!shared_) return;
  const World world = world_of(shared_->scenario);
  shared_today_ = same_use_on(shared_->scenario, world, today_);
  moved_ = compare(estimate(shared_->scenario, world), shared_->scenario.date, shared_today_, today_);
}

void Session::edit(Scenario next, bool done) {
  const bool changed = !(next == scenario_);
  if (changed && !gesture_start_) gesture_start_ = scenario_;
  if (changed) {
    scenario_ = std::move(next);
    address_due_ = true;
    recompute();
  }
  if (!done || !gesture_start_) return;
  if (!(*gesture_start_ == scenario_)) {
    remember(std::move(*gesture_start_), beside_);
  }
  gesture_start_.reset();
}

void Session::remember(Scenario before, Beside beside) {
  past_.push_back({std::move(before), std::move(beside)});
  future_.clear();
  if (past_.size() > kMostUndo) past_.erase(past_.begin());
  new_entry_ = address_due_ = true;
}

void Session::arrange(Scenario current, Beside beside) {
  edit(scenario_);
  if (current == scenario_ && beside == beside_) return;
  remember(std::exchange(scenario_, std::move(current)), std::exchange(beside_, std::move(beside)));
  recompute();
}

bool Session::is_of_link(const ExchangeRate& rate) const {
  if (!shared_ || shared_->scenario.conversion.into != scenario_.conversion.into) return false;
  const ExchangeRate* came = shared_->scenario.conversion.rate_of(rate.currency);
  return came != nullptr && *came == rate;
}

void Session::step(std::vector<Step>& from, std::vector<Step>& to) {
  // A gesture that goes on ends here, so that what it came to is not lost.
  edit(scenario_);
  if (from.empty()) return;
  Step next = std::move(from.back());
  from.pop_back();
  to.push_back({std::exchange(scenario_, std::move(next.scenario)), std::exchange(beside_, std::move(next.beside))});
  new_entry_ = address_due_ = true;
  recompute();
}

void Session::undo() { step(past_, future_); }

void Session::redo() { step(future_, past_); }

void Session::open_address(std::string_view fragment, std::string_view kept) {
  address_due_ = !fragment.empty();
  const OpenedLink opened = fragment.empty() ? OpenedLink() : open_link(fragment, *list_);
  // What the person had: what is on the page if it is their own, else what the browser kept.
  const bool was_own = is_own();
  if (was_own) {
    mine_ = scenario_;
    mine_beside_ = beside_;
  } else if (!mine_) {
    const OpenedLink own = kept.empty() ? OpenedLink() : open_link(kept, *list_);
    mine_ = own.kind == OpenedLink::Kind::whole ? own.document.scenario : example_scenario();
    if (!own.document.others.empty()) mine_beside_ = beside_of(own.document);
  }
  broken_.reset();
  strip_dismissed_ = false;
  gesture_start_.reset();
  future_.clear();
  if (opened.kind == OpenedLink::Kind::broken) {
    // It may open yet, with newer prices; but the address is of what the person made where that is what stands here.
    address_due_ = was_own || (mine_ == scenario_ && scenario_ != example_scenario());
    broken_ = opened.broken;
    return;
  }
  if (opened.kind == OpenedLink::Kind::empty) {
    open_example();
    return;
  }
  const Document& document = opened.document;
  scenario_ = document.scenario;
  beside_ = document.others.empty() ? Beside() : beside_of(document);
  shared_.reset();
  if (document.total) {
    shared_ = document;
    origin_ = Origin::shared;
  } else {
    origin_ = scenario_ == example_scenario() && beside_.others.empty() ? Origin::example : Origin::own;
  }
  recompute();
  recompute_shared();
}

void Session::open_example() {
  shared_.reset();
  broken_.reset();
  strip_dismissed_ = false;
  origin_ = Origin::example;
  arrange(example_scenario(), {});
  recompute();
}

void Session::start_empty() {
  Scenario empty = empty_scenario(today_);
  if (!shared_) empty.own = scenario_.own;  // prices are nothing of the calculation that is left
  start_with(std::move(empty));
}

void Session::start_with(Scenario scenario) {
  shared_.reset();
  broken_.reset();
  origin_ = Origin::own;
  arrange(std::move(scenario), {});
  recompute();
}

void Session::use_today() {
  Scenario next = scenario_;
  next.date = today_;
  edit(std::move(next));
}

void Session::show_as_shared() {
  if (shared_) arrange(shared_->scenario, shared_->others.empty() ? Beside() : beside_of(*shared_));
}

void Session::keep_mine() {
  if (!mine_) return;
  shared_.reset();
  broken_.reset();
  origin_ = *mine_ == example_scenario() ? Origin::example : Origin::own;
  arrange(*mine_, mine_beside_);
  recompute();
}

void Session::open_salvage() {
  if (!broken_ || !broken_->salvage) return;
  const Document salvage = *broken_->salvage;
  broken_.reset();
  shared_.reset();
  origin_ = Origin::own;
  arrange(salvage.scenario, salvage.others.empty() ? Beside() : beside_of(salvage));
  recompute();
}

void Session::dismiss_strip() {
  strip_dismissed_ = true;
  broken_.reset();
}

bool Session::is_own() const {
  if (origin_ != Origin::example) return origin_ == Origin::own;
  const Scenario example = example_scenario();
  return (!mine_ || *mine_ == example) && !(scenario_ == example && beside_.others.empty());
}

bool Session::is_as_shared() const {
  if (!shared_ || !(shared_->scenario == scenario_) || shared_->others.size() != beside_.others.size()) return false;
  return beside_.others.empty() || beside_of(*shared_) == beside_;
}

std::string Session::address() const {
  // A shared calculation that is still as it was keeps its total, so that reloading says the same.
  if (is_as_shared()) return write_link(*shared_);
  Document document{scenario_, std::nullopt};
  for (const Scenario& other : beside_.others) document.others.push_back({other, std::nullopt});
  document.place = beside_.place;
  return write_link(document);
}

std::string Session::share_link() const {
  if (!beside_.others.empty()) {
    const auto world = [this](const Scenario& scenario) { return world_of(scenario); };
    return write_link(comparison_to_share(scenario_, beside_, world));
  }
  return write_link(Document{scenario_, total_to_share(shown_.chosen)});
}

bool Session::take_address_due() { return std::exchange(address_due_, false); }

bool Session::take_new_entry() { return std::exchange(new_entry_, false); }

}  // namespace tollmeter::ui
