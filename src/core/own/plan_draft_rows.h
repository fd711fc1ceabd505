#pragma once

#include <optional>
#include <string_view>

#include "core/own/plan_draft.h"

// Rows of an own plan that a form has fields for, both ways.
namespace tollmeter {

/// A row over all charges, by its id and model.
struct WholeRow {
  std::string_view id, model;
};
inline constexpr WholeRow kDiscountRow{"own-discount", "discount"};
inline constexpr WholeRow kCommitmentRow{"own-commitment", "minimum"};

// Nothing where the row says more than the form can show.
std::optional<FeeDraft> fee_of_row(const JsonValue& row);
std::optional<MeteredDraft> metered_of_row(const JsonValue& row);
std::optional<LimitDraft> limit_of_row(const JsonValue& row);
bool is_own_row(const JsonValue& row, const WholeRow& is);

JsonValue fee_row(const FeeDraft& fee);
/// Of a priced one.
JsonValue metered_row(const MeteredDraft& metered);
JsonValue limit_row(const LimitDraft& limit);
/// `price` as the document has it.
JsonValue whole_row(const WholeRow& row, std::string_view name, std::string price);

/// "0.005" of what somebody typed; the text itself where it is no number.
std::string written_number(const std::string& typed);

}  // namespace tollmeter
