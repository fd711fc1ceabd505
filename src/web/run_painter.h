#pragma once

#include "ui/foreign_text.h"

namespace tollmeter::web {

/// Lets the browser draw text, see ui::PaintRun.
bool paint_run(const ui::RunOrder& order, ui::RunPicture& picture);

}  // namespace tollmeter::web
