#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/catalog_reader.h"
#include "core/checksum.h"
#include "fuzz/target.h"

namespace tollmeter::fuzz {

/// The catalogue that ships.
inline const Catalog& catalogue() {
  static const Result<Catalog> read = [] {
    std::ifstream file(TOLLMETER_CATALOG);
    return read_catalog(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  }();
  must(read.ok(), "the catalogue that ships can be read");
  return read.value();
}

/// Of its platforms those that the links of the seeds name most: a link with own prices copies the catalogue.
inline const Catalog& few_platforms() {
  static const Catalog few = [] {
    constexpr std::string_view kFew[] = {"x", "facebook", "linkedin", "instagram", "youtube", "data365"};
    Catalog some = catalogue();
    std::erase_if(some.platforms, [&](const Platform& one) { return std::find(std::begin(kFew), std::end(kFew), one.id) == std::end(kFew); });
    return some;
  }();
  return few;
}

/// The text with its last characters replaced by the checksum of what is before them.
inline std::string with_checksum(std::string_view text) {
  const std::string_view body = text.substr(0, text.rfind('~'));
  return std::string(body) + "~" + checksum(body);
}

}  // namespace tollmeter::fuzz

// Reads the catalogue before the first input, whose time is limited. Each target includes this in its one source.
extern "C" int LLVMFuzzerInitialize(int*, char***) {  // NOLINT(misc-definitions-in-headers): a target is one source
  tollmeter::fuzz::few_platforms();
  return 0;
}
