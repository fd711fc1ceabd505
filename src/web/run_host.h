#pragma once

#include "ui/foreign_text.h"

namespace tollmeter::web {

/// The browser.
ui::RunHost run_host();

}  // namespace tollmeter::web
