#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "core/catalog_reader.h"

namespace tollmeter::ui::test {

/// The catalogue that ships.
inline const Catalog& real_catalog() {
  static const Result<Catalog> read = [] {
    std::ifstream file(TOLLMETER_CATALOG);
    return read_catalog(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  }();
  EXPECT_TRUE(read.ok()) << read.problem().sentence();
  return read.value();
}

}  // namespace tollmeter::ui::test
