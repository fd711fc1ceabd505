#include "cli/files.h"

#include <cstdio>

namespace tollmeter::cli {

int fail(const std::string& sentence) {
  std::fprintf(stderr, "tollmeter: %s\n", sentence.c_str());
  return kBadInput;
}

Result<std::string> read_file(const std::string& path) {
  constexpr std::size_t kMost = 16u << 20;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Problem{path, "the file cannot be read", "a file that exists"};
  std::string text(kMost + 1, ' ');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  const bool failed = std::ferror(file) != 0;  // a folder can be opened, but not read
  std::fclose(file);
  if (failed) return Problem{path, "it cannot be read", "a file, not a folder"};
  if (text.size() > kMost) return Problem{path, "the file is too large", "at most 16 MB"};
  return text;
}

}  // namespace tollmeter::cli
