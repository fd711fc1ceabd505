#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/catalog_reader.h"
#include "core/checksum.h"

namespace tollmeter::fuzz {

/// The catalogue that ships.
inline const Catalog& catalogue() {
  static const Result<Catalog> read = [] {
    std::ifstream file(TOLLMETER_CATALOG);
    return read_catalog(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  }();
  if (!read) std::abort();
  return read.value();
}

/// The text with its last characters replaced by the checksum of what is before them.
inline std::string with_checksum(std::string_view text) {
  const std::string_view body = text.substr(0, text.rfind('~'));
  return std::string(body) + "~" + checksum(body);
}

}  // namespace tollmeter::fuzz
