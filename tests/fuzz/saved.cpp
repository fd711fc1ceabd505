// Any text as the calculations that are kept or come as a file: refused with one sentence, or within the bounds and the same again
// when they are written and read.
#include <algorithm>
#include <vector>

#include "core/saved.h"
#include "core/scenario.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;
using All = std::vector<SavedCalculation>;

void check(const All& all) {
  fuzz::must(all.size() <= kMostSaved, "there are at most so many calculations");
  for (const SavedCalculation& one : all) {
    fuzz::must(!one.title.empty() && one.title.size() <= kMostTitleBytes, "a title has a length");
    const auto same = [&](const SavedCalculation& other) { return other.title == one.title; };
    fuzz::must(std::count_if(all.begin(), all.end(), same) == 1, "each title is there once");
  }
  const Result<All> again = read_saved(write_saved(all));
  fuzz::must(again.ok() && again.value() == all, "what is written is read as the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [first, second] = fuzz::halves(fuzz::text_of(data, size));
  const Result<All> here = read_saved(first), file = read_saved(second);
  if (fuzz::taken(here)) {
    fuzz::must(is_saved_file(first) || first.size() > 200, "what is read is known for what it is");
    check(here.value());
  }
  if (!fuzz::taken(file)) return 0;
  const All both = merged(here.ok() ? here.value() : All(), file.value());
  check(both);
  fuzz::must(merged(both, file.value()).size() == both.size(), "a file that comes twice adds nothing");
  return 0;
}
