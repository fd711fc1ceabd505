#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/calendar.h"
#include "core/language.h"
#include "ui/host.h"
#include "ui/solve/curve_state.h"
#include "ui/views/usage_state.h"

namespace tollmeter::ui {

struct UnitFindings;
struct BudgetAdvice;
struct GrowthState;
struct PlanFindings;
struct MonthState;
struct LimitGrowthState;
struct PriceNewsState;
struct RangesState;
struct ComparisonState;
struct MixState;
struct OwnState;
struct SavedState;
struct ReplyState;
struct MovedBeside;

/// What is open, folded and selected: taste, not content, so it is not in the link.
struct ViewState {
  ThemeChoice theme = ThemeChoice::system;
  std::span<const LanguageName> languages;  ///< to choose from
  std::string_view repository;          ///< address of the one that corrections go to; empty: none is known
  std::set<std::string> unfolded;       ///< platforms whose card is open (ids)
  std::set<std::string> touched_fold;   ///< platforms that the person folded or unfolded
  std::set<std::string> more;           ///< platforms whose zero operations are shown
  std::string explained;                ///< "x/posts_read": the metric whose explanation is open, or empty
  std::set<std::string> open_limits;    ///< groups of "what breaks" that are open: "holding", "unpublished", ids
  std::set<std::string> open_lines;     ///< bill lines whose arithmetic is open: see bill_key
  int chart = 0;                        ///< which of the charts is shown, see views/charts.cpp
  bool budget_open = false;             ///< the dialog of the budget
  std::shared_ptr<BudgetAdvice> budget; ///< made when it is first opened
  std::shared_ptr<GrowthState> growth;  ///< made when its tab is first opened
  std::shared_ptr<MonthState> month;    ///< the same
  std::shared_ptr<RangesState> ranges;  ///< the same, or with a scenario that has ranges
  std::shared_ptr<ComparisonState> comparison;  ///< made when something is first compared
  std::shared_ptr<MovedBeside> moved_beside;    ///< of a shared comparison, kept by solve/moved_beside.cpp
  bool mix_open = false;                ///< the dialog of what other platforms could do for less
  std::shared_ptr<MixState> mix;        ///< made when it is first opened
  std::shared_ptr<OwnState> own;        ///< the dialog of one's own prices, while it is open (own/own_dialog.h)
  bool reply_open = false;              ///< the dialog that reads a pasted reply
  std::shared_ptr<ReplyState> reply;    ///< while that is open
  std::set<std::string> not_had;        ///< platforms whose prices could not be loaded (ids)
  bool history_table = false;           ///< the price history is shown as a table instead of a chart
  bool news_open = false;               ///< what is announced is shown instead of the price history
  std::shared_ptr<PriceNewsState> price_news;      ///< made when it is first opened
  std::shared_ptr<LimitGrowthState> limit_growth;  ///< made when a limit, or the limits of the growth, are first opened
  CurveState curve;                     ///< of the cost curve
  bool why_not_cheaper = false;         ///< the dialog of plans
  std::string plans_of;                 ///< the platform that it was opened for, or empty
  std::shared_ptr<PlanFindings> plans;  ///< made when it is first opened
  bool export_open = false;             ///< the dialog of exports
  bool share_open = false, date_open = false, menu_open = false, picker_open = false, title_open = false;
  bool unit_table = false;              ///< the cost per unit is shown as a table instead of a chart
  bool unit_open = false;               ///< the parts of the person's own unit are open to editing
  std::shared_ptr<UnitFindings> unit_findings;  ///< kept by solve/own_unit_findings.cpp
  bool about_open = false;              ///< phone: About you unfolded
  int phone_tab = 0;                    ///< 0 Usage, 1 Breaks, 2 Bill, 3 Charts
  std::string picker_search;
  std::string awaited;                  ///< a platform that is added as soon as its prices have come
  std::string not_loaded;               ///< why one could not be, a sentence
  bool rates_open = false;              ///< the dialog of exchange rates
  bool saved_open = false;              ///< the dialog of saved calculations
  std::string saved_json;               ///< those that the browser keeps, see core/saved.h; empty: none
  bool saved_refused = false;           ///< the browser did not keep the last change of them
  std::string saved_link;               ///< the one of them that was opened, while the page is at it
  std::shared_ptr<SavedState> saved;    ///< made when they are first opened
  bool presets_open = false;            ///< the dialog of ready-made calculations
  UsageState usage;                     ///< of the column of inputs
  std::optional<Date> calendar_month;   ///< the month that the date picker was turned to
  std::string title_cut;                ///< why the last typed title was cut, a sentence
  std::string date_error;               ///< what was wrong with the typed date
  std::string copied;                   ///< what the share dialog copied last: "summary", "link", or empty
  bool small_verdict = false;           ///< phone: the verdict is one line, because the page is scrolled

  /// Opens the dialog of plans afresh, for one platform or for all.
  void open_plans(std::string platform) {
    why_not_cheaper = true;
    plans_of = std::move(platform);
    plans.reset();
  }
};

}  // namespace tollmeter::ui
