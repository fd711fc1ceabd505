#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/advice.h"
#include "core/compare.h"
#include "core/estimate.h"
#include "core/history.h"
#include "core/kept_month.h"
#include "core/link.h"
#include "core/own/own_catalogs.h"

namespace tollmeter::ui {

/// What the strip under the header says one is looking at.
enum class Origin {
  example,
  shared,  ///< from a link that carries a total
  own,
};

/// Everything that the views show, computed once when the scenario changed. Points into the session's catalogue.
struct Shown {
  Estimate chosen;
  Estimate serve_all;
  bool one_figure = true;  ///< nothing breaks: the verdict is one figure
  std::vector<PlanChoice> choices;  ///< cheapest fit, by platform of the scenario
  std::vector<Date> changes;        ///< days on which something changes, ascending
  History history;
  Estimate today_chosen;     ///< the same use with today's prices
  Estimate today_serve_all;
};

/// The state of one visit: the scenario, its past for undo, what it was opened from. Views read it and call edit();
/// nothing else changes the scenario.
class Session {
 public:
  Session(const Catalog& catalog, Zones zones, Date today);
  Session(const Session&) = delete;  // what it shows points into it
  Session& operator=(const Session&) = delete;

  /// With the scenario's own prices, if it has any.
  const Catalog& catalog() const { return *world_.catalog; }
  const World& world() const { return world_; }
  /// As it ships, without anybody's own prices.
  const Catalog& list_catalog() const { return *list_; }
  /// Of a scenario that may have other own prices than the current one.
  World world_of(const Scenario& scenario) const;
  Date today() const { return today_; }
  void set_today(Date today);
  /// The catalogue holds more than it did.
  void catalog_changed();
  /// Many catalogues with own prices have been made: before a frame, forget_own_catalogs() frees those that are not needed.
  bool many_own_catalogs() const { return own_.many(); }
  /// What points into one is no longer valid.
  void forget_own_catalogs();

  const Scenario& scenario() const { return scenario_; }
  const Shown& shown() const { return shown_; }

  /// Replaces the scenario. A gesture (a drag, typing) is many edits with `done` false and one with true: it is one step of
  /// undo and one entry of the browser's history.
  void edit(Scenario next, bool done = true);
  /// It is one that the opened link came with.
  bool is_of_link(const ExchangeRate& rate) const;
  /// The calculations that a comparison has beside the scenario.
  const Beside& beside() const { return beside_; }
  /// Replaces the scenario and those beside it, as one step of undo.
  void arrange(Scenario current, Beside beside);
  bool in_gesture() const { return gesture_start_.has_value(); }
  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  void undo();
  /// Does again what was undone last, until something else is changed.
  void redo();

  Origin origin() const { return origin_; }
  /// What is on the page is the person's own: made by them, or the example as they changed it where they had nothing yet.
  bool is_own() const;
  const std::optional<Document>& shared() const { return shared_; }  ///< as it was opened
  /// The lines that moved between the shared calculation and the same use with today's prices.
  const Comparison& moved() const { return moved_; }
  /// The shared use with today's prices; only while something is shared.
  const Estimate& shared_today() const { return shared_today_; }
  /// The person's own, before a link was opened; the example where they have none yet.
  const std::optional<Scenario>& mine() const { return mine_; }
  const std::optional<BrokenLink>& broken() const { return broken_; }

  /// At start and whenever the address changes from outside. `kept` is the person's last own state (a link), from the
  /// browser's storage.
  void open_address(std::string_view fragment, std::string_view kept);
  void open_example();
  void start_empty();
  /// A calculation of the person's own in place of what is on the page, as one step of undo.
  void start_with(Scenario scenario);
  void use_today();
  void show_as_shared();
  void keep_mine();
  void open_salvage();
  void dismiss_strip();
  bool strip_dismissed() const { return strip_dismissed_; }

  /// True once after `address` can have changed. An example that nobody has touched needs none.
  bool take_address_due();
  /// The link of the current state: for the address bar (no total), and for sharing (with it).
  std::string address() const;
  std::string share_link() const;
  /// True once after each finished gesture that changed the address.
  bool take_new_entry();

 private:
  /// What one step of undo or redo brings back.
  struct Step {
    Scenario scenario;
    Beside beside;
  };

  void recompute();
  void recompute_shared();
  void remember(Scenario before, Beside beside);
  void step(std::vector<Step>& from, std::vector<Step>& to);
  bool is_as_shared() const;

  const Catalog* list_;
  mutable OwnCatalogs own_;
  World world_;
  Date today_;
  Scenario scenario_;
  Beside beside_;
  Shown shown_;
  KeptMonth month_;  ///< of the scenario
  std::vector<Step> past_, future_;  ///< the last is the next
  std::optional<Scenario> gesture_start_;
  Origin origin_ = Origin::example;
  std::optional<Document> shared_;
  Comparison moved_;
  Estimate shared_today_;
  std::optional<Scenario> mine_;
  Beside mine_beside_;  ///< what stood beside it
  std::optional<BrokenLink> broken_;
  bool strip_dismissed_ = false;
  bool new_entry_ = false;
  bool address_due_ = false;
};

}  // namespace tollmeter::ui
