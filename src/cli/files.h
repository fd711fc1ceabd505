#pragma once

#include <string>

#include "core/result.h"

namespace tollmeter::cli {

/// The whole of a file, at most 16 MB.
Result<std::string> read_file(const std::string& path);

}  // namespace tollmeter::cli
