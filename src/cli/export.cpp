#include "cli/export.h"

#include <cstdio>

#include "cli/files.h"
#include "core/advice.h"
#include "core/catalog_reader.h"
#include "core/export/writers.h"
#include "core/link.h"
#include "zones_data.h"

namespace tollmeter::cli {
namespace {

struct Arguments {
  std::string catalogue, link, format = "csv";
};

Result<Arguments> parse(const std::vector<std::string>& words) {
  Arguments out;
  for (std::size_t i = 1; i < words.size(); i += 2) {
    const std::string& word = words[i];
    std::string* value = word == "--catalogue" ? &out.catalogue : word == "--link" ? &out.link : word == "--as" ? &out.format : nullptr;
    if (value == nullptr) return Problem{"", "'" + word + "' is not an option", "--catalogue FILE, --link LINK, --as csv"};
    if (i + 1 == words.size()) return Problem{word, "nothing stands after it", word == "--catalogue" ? "a file" : word == "--link" ? "a link" : "csv, json or markdown"};
    *value = words[i + 1];
  }
  if (out.catalogue.empty()) return Problem{"--catalogue", "it is missing", "--catalogue FILE"};
  if (out.link.empty()) return Problem{"--link", "it is missing", "--link LINK"};
  if (out.format != "csv" && out.format != "json" && out.format != "markdown") {
    return Problem{"--as", "'" + out.format + "' is not a format", "csv, json or markdown"};
  }
  return out;
}

}  // namespace

int export_link(const std::vector<std::string>& words) {
  const Result<Arguments> arguments = parse(words);
  if (!arguments) return fail(arguments.problem().sentence());
  const Arguments& wanted = arguments.value();
  const auto catalog = read_from(wanted.catalogue, [](const std::string& text) { return read_catalog(text); });
  if (!catalog) return fail(catalog.problem().sentence());
  const std::string fragment = wanted.link.substr(wanted.link.find('#') + 1);
  const OpenedLink opened = open_link(fragment, catalog.value());
  if (opened.kind == OpenedLink::Kind::broken) return fail("--link: " + opened.broken.problem.sentence());
  if (opened.kind == OpenedLink::Kind::empty) return fail("--link: it holds no calculation; expected what stands behind '#' of a link");
  const Scenario& scenario = opened.document.scenario;
  const World world{&catalog.value(), kZones};
  const Calculation calculation = exported_calculation(scenario, estimate(scenario, world), serve_all(scenario, world), world, wanted.link);
  const std::string text = wanted.format == "csv" ? export_csv(calculation) : wanted.format == "json" ? export_json(calculation) : export_markdown(calculation);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

}  // namespace tollmeter::cli
