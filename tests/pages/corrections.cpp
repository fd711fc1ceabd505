// Prints the address of a correction for every row of a catalogue, one a line, for corrections.test.mjs.
//   corrections catalog-all.json REPOSITORY
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/catalog_reader.h"
#include "core/correction.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const tollmeter::Result<tollmeter::Catalog> read =
      tollmeter::read_catalog(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  if (!read.ok()) {
    std::cerr << read.problem().sentence() << "\n";
    return 1;
  }
  const tollmeter::Catalog& catalog = read.value();
  for (const tollmeter::Platform& platform : catalog.platforms) {
    for (const tollmeter::Plan& plan : platform.plans) {
      const auto print = [&](const tollmeter::Corrected& figure) {
        std::cout << tollmeter::correction_address(arguments[2], figure, catalog) << "\n";
      };
      for (const tollmeter::Charge& charge : plan.charges) print({&platform, &plan, &charge, nullptr});
      for (const tollmeter::Limit& limit : plan.limits) print({&platform, &plan, nullptr, &limit});
    }
  }
}
