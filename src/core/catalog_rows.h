#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog.h"
#include "core/json_cursor.h"

// The readers of the parts of a platform file, for catalog_reader.cpp and for one another. Each
// takes the place it reads; what is wrong is kept in the cursor's Problem.
namespace tollmeter {

/// Validity with the same days as `v` in the order of time, for comparing; a missing end is far away.
struct DaySpan {
  Date from, to;
  bool empty() const { return to <= from; }
};
DaySpan span_of(const Validity& v);
DaySpan common_span(DaySpan a, DaySpan b);
bool overlap(const Validity& a, const Validity& b);

/// What read_validity() and read_figure() take, for the second list of JsonCursor::read().
inline constexpr JsonField kValidityFields[] = {"from", "to", "from_about", "to_about"};
inline constexpr JsonField kFigureFields[] = {"from",   "to",           "from_about", "to_about",
                                              "source", "alternatives", "choice",     "note"};

/// "from", "to", "from_about", "to_about".
Validity read_validity(const JsonCursor& at);
/// A formula whose drivers all exist.
Formula read_formula(const JsonCursor& at, std::string_view text, const Catalog& common);
/// "09:30", and "24:00" for the end of a day: seconds from 0 to 86400.
int read_clock(const JsonCursor& at);
/// "unknown", "unlimited", a formula, or "about " and a formula.
Amount read_amount(const JsonCursor& at, const Catalog& common);
/// Validity, source, alternatives, choice, note; sources must be those of the platform.
void read_figure(const JsonCursor& at, const Platform& platform, Figure& figure);
/// Fails where the platform has no such source.
void check_source(const JsonCursor& at, const Platform& platform, std::string_view id);
/// Fails where `taken`: "'<id>' is there twice"; `expected` is "each plan once" and the like.
void check_once(const JsonCursor& at, std::string_view id, bool taken, std::string_view expected);

const Metric* read_metric_name(const JsonCursor& at, const Platform& platform);

Charge read_charge(const JsonCursor& at, const Platform& platform, const Catalog& common);
/// A row of "included" stands for one charge for each metric that it lists.
std::vector<Charge> read_included(const JsonCursor& at, const Platform& platform);
/// A row of "not_offered" stands for one entry for each metric that it lists.
std::vector<NotOffered> read_not_offered(const JsonCursor& at, const Platform& platform);
Limit read_limit(const JsonCursor& at, const Platform& platform, const Catalog& common);

/// Reads a plan, its own rows laid over those of the plan that it extends, and adds it to those of the platform. `beside`
/// lists keys of the object that are not the plan's.
void read_plan(const JsonCursor& at, Platform& platform, const Catalog& common, JsonFields beside = {});
/// Rows take the plan's own dates where they have none; rows that the plan does not live to see go.
void settle_validity(Plan& plan);

Driver read_driver(const JsonCursor& at);
Source read_source(const JsonCursor& at, std::string id);
Metric read_metric(const JsonCursor& at, const Platform& platform, const Catalog& common);
Choice read_choice(const JsonCursor& at);
/// Fails where a driver or choice has the id already.
void check_question(const JsonCursor& at, std::string_view id, const Catalog& catalog);
/// Fails where "currency" is no ISO 4217 code.
void check_currency(const JsonCursor& at, std::string_view currency);
/// Adds the platform's own drivers and choices to the catalogue. Of a person's own one (`own`) rows need no source, and drivers and
/// choices that are there already are taken as they are.
Platform read_platform(const JsonCursor& at, Catalog& catalog, bool own = false);

/// On every day of the plan each metric is priced, included or not offered, and only one of these. Parts and derived
/// metrics may be left to the metric they come from.
void check_offers(const JsonCursor& at, const Plan& plan, const Platform& platform);
/// The second half of it, which holds for a plan that does not say everything too.
void check_offered_once(const JsonCursor& at, const Plan& plan, const Platform& platform);

}  // namespace tollmeter
