#pragma once

#include <string>

#include "core/result.h"

namespace tollmeter::cli {

inline constexpr int kBadInput = 2;  ///< the exit code
/// Prints the sentence as an error and returns kBadInput.
int fail(const std::string& sentence);

/// The whole of a file, at most 16 MB.
Result<std::string> read_file(const std::string& path);

/// What a file says, or a problem that names the file too.
template <class Read>
auto read_from(const std::string& path, Read read) -> decltype(read(std::string{})) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.problem();
  auto result = read(text.value());
  if (result) return result;
  Problem problem = result.problem();
  problem.where = path + (problem.where.empty() ? "" : ": " + problem.where);
  return problem;
}

}  // namespace tollmeter::cli
