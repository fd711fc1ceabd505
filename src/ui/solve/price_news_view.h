#pragma once

#include <string>
#include <vector>

#include "core/solve/price_news.h"
#include "ui/views.h"
#include "ui/views/history_words.h"

namespace tollmeter::ui {

/// "as chosen $100.00 → $120.00, $20.00 more; cheapest that fits $50.00, which does not move".
std::string price_move_words(const PriceNews& news);
/// "X: Basic, posts created: $0.01 → $0.02".
std::string row_change_words(const RowChange& change);

/// The days of change ahead: what changes, who says so, and how the bill moves. Draws in the whole box.
void price_news_list(View& view, const Box& box);
/// The price history as a table, each change with what it was and its source. Draws in the whole box.
void price_history_table(View& view, const std::vector<HistoryRow>& rows, const Box& box);

}  // namespace tollmeter::ui
