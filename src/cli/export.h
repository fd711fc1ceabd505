#pragma once

#include <string>
#include <vector>

namespace tollmeter::cli {

/// "export --catalogue FILE --link LINK [--as csv|json|markdown]"; returns the exit code.
int export_link(const std::vector<std::string>& words);

}  // namespace tollmeter::cli
