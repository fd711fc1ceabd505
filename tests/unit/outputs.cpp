#include "outputs.h"

#include <fstream>

#include "core/link.h"
#include "core/range.h"
#include "core/saved.h"
#include "core/solve/ranged_input.h"
#include "core/solve/triangular.h"

namespace tollmeter::outputs {
namespace {

std::ofstream& file() {
  static std::ofstream stream;
  return stream;
}

std::size_t count = 0;

}  // namespace

bool open(const char* path) {
  file().open(path);
  return file().is_open();
}

bool next() {
  ++count;
  return file().is_open();
}

std::size_t compared() { return count; }

void write(std::string_view line) { file() << line << '\n'; }

std::string said(const Beside& beside) { return std::to_string(beside.place) + " of " + said(beside.others); }

std::string said(const Document& document) { return write_link(document); }

std::string said(Instant instant) { return std::to_string(instant.seconds); }

std::string said(const Quantity& quantity) {
  return said(quantity.value) + " per " + said(quantity.per) + ", typed " + said(quantity.typed);
}

std::string said(const Range& range) {
  return said(range.low.value) + " to " + said(range.high.value) + " per " + said(range.per);
}

std::string said(const RangedInput& input) { return said(input.kind) + " " + input.platform + " " + input.id; }

std::string said(const SharedTotal& total) {
  return said(total.amount) + " " + total.currency + (total.approximate ? " about" : "") + (total.at_least ? " at least" : "");
}

std::string said(const SavedCalculation& saved) {
  std::string text = said(saved.title) + " of " + said(saved.saved) + ", " + said(saved.old_total);
  for (const SharedTotal& total : saved.totals) text += ", " + said(total);
  return text + ": " + saved.link;
}

std::string said(const Scenario& scenario) {
  Document document;
  document.scenario = scenario;
  return said(document);
}

std::string said(const Spread& spread) {
  return said(spread.low) + ", " + said(spread.likely) + ", " + said(spread.high);
}

}  // namespace tollmeter::outputs
