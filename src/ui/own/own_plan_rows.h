#pragma once

#include <string>

#include "core/own/plan_draft.h"
#include "ui/own/own_form.h"

namespace tollmeter::ui {

/// "Monthly fee".
std::string sentence_start(std::string text);

// The sections of an own plan's form; each moves the form down. Rows that are added or removed change the draft at once.
void fee_rows(OwnForm& form, PlanDraft& draft);
void metered_rows(OwnForm& form, PlanDraft& draft, const Platform& platform);
void limit_rows(OwnForm& form, PlanDraft& draft, const Platform& platform);

/// A list of the platform's operations; the one that is chosen, or null.
const Metric* choose_operation(OwnForm& form, const char* key, const std::string& label, const Platform& platform,
                               const PlanDraft* without);

}  // namespace tollmeter::ui
