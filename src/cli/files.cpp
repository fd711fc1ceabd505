#include "cli/files.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace tollmeter::cli {

int fail(const std::string& sentence) {
  std::fprintf(stderr, "tollmeter: %s\n", sentence.c_str());
  return kBadInput;
}

Result<std::string> read_file(const std::string& path) {
  constexpr std::size_t kMost = 16u << 20;
  std::ifstream file(path, std::ios::binary);
  if (!file) return Problem{path, "the file cannot be read", "a file that exists"};
  std::string text;
  for (std::istreambuf_iterator<char> at(file), end; at != end && text.size() <= kMost; ++at) text += *at;
  if (text.size() > kMost) return Problem{path, "the file is too large", "at most 16 MB"};
  return text;
}

}  // namespace tollmeter::cli
