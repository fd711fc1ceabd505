#pragma once

#include <string>

#include "ui/session.h"

namespace tollmeter::ui {

// The columns of a comparison are the calculations beside the scenario with the scenario itself at its place among them.
// Each change is one step of undo.

std::size_t column_count(const Session& session);
const Scenario& column_scenario(const Session& session, std::size_t column);
/// "A" .. "D".
std::string column_letter(std::size_t column);
/// "A: Q3 launch plan"; "A" where it has no title.
std::string column_name(const Session& session, std::size_t column);

/// Keeps the scenario as it is in the column before the one that is edited on. Nothing where there are kMostColumns.
void keep_copy(Session& session);
/// Makes another column the one that is edited; columns stay in their places.
void edit_column(Session& session, std::size_t column);
/// Of two one remains, and there is no comparison. Of the edited one its left neighbour is edited on, or else its right one.
void remove_column(Session& session, std::size_t column);
void rename_column(Session& session, std::size_t column, std::string_view title);
/// Where the title is longer than one may be, that it is cut and where; else empty.
std::string title_cut_words(std::string_view typed);
/// Only the edited one remains.
void end_comparison(Session& session);

}  // namespace tollmeter::ui
