// The unit tests: unit_tests [GoogleTest's options] [FILE to write what they compute to]
#include <cstdio>

#include "outputs.h"

namespace {

class Headings : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo& test) override {
    tollmeter::outputs::write(std::string("== ") + test.test_suite_name() + "." + test.name());
  }
  void OnTestEnd(const testing::TestInfo& test) override {
    tollmeter::outputs::write(test.result()->Passed() ? "passed" : test.result()->Skipped() ? "skipped" : "failed");
  }
};

}  // namespace

int main(int count, char** words) {
  testing::InitGoogleMock(&count, words);
  if (count > 1) {
    if (!tollmeter::outputs::open(words[1])) {
      std::fprintf(stderr, "%s cannot be written.\n", words[1]);
      return 2;
    }
    testing::UnitTest::GetInstance()->listeners().Append(new Headings);
  }
  return RUN_ALL_TESTS();
}
