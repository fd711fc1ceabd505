#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/own/own_import.h"
#include "core/own/plan_draft.h"
#include "ui/own/own_preview.h"
#include "ui/views.h"

namespace tollmeter::ui {

/// A platform of one's own as its form shows it.
struct PlatformDraft {
  std::string id;  ///< empty: not kept yet
  std::string name, currency = "USD";
  struct Operation {
    std::string id;  ///< empty: new
    std::string name;
  };
  std::vector<Operation> operations;
};

/// What the dialog of one's own prices shows.
struct OwnState {
  enum class Page { list, plan, platform, report };
  Page page = Page::list;
  PlanDraft plan;
  PlatformDraft platform;
  OwnPreview preview;  ///< of the plan
  std::string refused; ///< why what is on the page cannot be kept; empty: it can
  std::vector<std::pair<std::string, std::string>> files;  ///< names and texts that came and are still to be read
  struct Report {
    std::string name;     ///< of the file
    std::string problem;  ///< why nothing could be read, or empty
    std::vector<std::string> taken, left_out;
  };
  std::vector<Report> reports;
};

/// Opens the list of one's own prices.
void open_own(ViewState& state);
/// Opens the form of a plan: of an own one to change it, of one of the list to lay own prices over it. `plan` empty: a new one.
void open_own_plan(View& view, const std::string& platform, const std::string& plan);
/// Opens the form of a platform of one's own; `id` empty: a new one.
void open_own_platform(View& view, const std::string& id);
/// A file came, by drop or from the file button.
void receive_own_file(ViewState& state, std::string name, std::string text);

/// When state.own is there.
void own_dialog(View& view, const Box& screen);

// Its pages, each drawn from y on; they return the y below.
float own_list(View& view, const Box& at);
float own_plan_form(View& view, const Box& at);
float own_platform_form(View& view, const Box& at);
float own_reports(View& view, const Box& at);

/// Frees catalogues of own prices that were, and what was found out with them. Between frames.
void forget_own_catalogs(Session& session, ViewState& state);
/// Replaces the own prices, and takes out of the scenario what is no longer there.
void keep_own(View& view, Scenario next, std::string own);

}  // namespace tollmeter::ui
