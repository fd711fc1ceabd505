#pragma once

#include <string>
#include <vector>

namespace tollmeter::cli {

/// `catalogue check FILE...`: reads each file as the catalogue's reader does, beside the common.json of its folder. Prints what
/// it holds, or what is wrong and where; returns the exit code.
int check_catalogue(const std::vector<std::string>& words);

}  // namespace tollmeter::cli
