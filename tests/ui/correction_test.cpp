// "Wrong? Correct it" where a figure is opened, drawn headless on the real catalogue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/correction.h"
#include "ui/own/own_dialog.h"
#include "ui/views/bill_line.h"
#include "ui/views/limit_words.h"
#include "view_page.h"

namespace tollmeter::ui::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kRepository = "https://github.com/somebody/fork";

Scenario x_basic(const char* date = "2023-04-25") {
  Scenario scenario;
  scenario.date = *Date::parse(date);
  PlatformUse x;
  x.platform = "x";
  x.plan = "basic";
  x.quantities["posts_created"] = {1000, Per::month, "1000"};
  x.quantities["posts_read"] = {1000, Per::month, "1000"};
  scenario.platforms = {x};
  return scenario;
}

class CorrectionPage : public ViewPage {
 public:
  explicit CorrectionPage(DrawView draw, bool phone = false) : ViewPage(std::move(draw), phone ? 390 : 1440, 2400, phone) {
    state().repository = kRepository;
    show(x_basic());
  }
  std::vector<const Node*> links() {
    std::vector<const Node*> found;
    for (const Node& node : stage().semantics().nodes()) {
      if (node.role == Role::link) found.push_back(&node);
    }
    return found;
  }
  const PlatformEstimate& x() { return session().shown().chosen.platforms.front(); }
  void open_lines() {
    for (const BillLine& line : x().bill) state().open_lines.insert(bill_key(x(), line));
    rest();
  }
};

void draw_bill(View& view) { bill(view, 0, 0, view.phone ? 390 : 700); }
void draw_breaks(View& view) { breaks(view, 0, 0, view.phone ? 390 : 700); }

TEST(CorrectionLink, StandsInAnOpenedBillLine) {
  for (const bool phone : {false, true}) {
    CorrectionPage page(draw_bill, phone);
    EXPECT_THAT(page.links(), IsEmpty()) << "nothing is opened yet";
    const BillLine& fee = page.x().bill.front();
    page.state().open_lines.insert(bill_key(page.x(), fee));
    page.rest();
    ASSERT_THAT(page.links(), SizeIs(1));
    const Node& link = *page.links().front();
    EXPECT_EQ(link.name, "Wrong? Correct it: Basic, " + fee.charge->name.shown());
    EXPECT_EQ(link.value, correction_address(kRepository, {page.x().platform, page.x().plan, fee.charge, nullptr}, page.session().catalog()));
    const Node* source = page.find(Role::text, "In force: ");
    ASSERT_NE(source, nullptr);
    EXPECT_GE(link.box.y + link.box.h / 2, source->box.bottom());
    EXPECT_GE(link.box.h, phone ? 44 : 10);
    page.expect_whole();
  }
}

TEST(CorrectionLink, StandsBehindTheSourceOfAnOpenedLimit) {
  for (const bool phone : {false, true}) {
    CorrectionPage page(draw_breaks, phone);
    EXPECT_THAT(page.links(), IsEmpty());
    page.state().open_limits.insert("holding");
    page.rest();
    const LimitGroups groups = group_limits(page.session().shown().chosen);
    ASSERT_THAT(groups.holding, testing::Not(IsEmpty()));
    ASSERT_THAT(page.links(), SizeIs(groups.holding.size()));
    for (std::size_t i = 0; i < groups.holding.size(); ++i) {
      const Limit& limit = *groups.holding[i].limit->limit;
      const Node& link = *page.links()[i];
      EXPECT_EQ(link.name, "Wrong? Correct it: Basic, " + limit.name.shown());
      EXPECT_EQ(link.value, correction_address(kRepository, {page.x().platform, page.x().plan, nullptr, &limit}, page.session().catalog()));
      EXPECT_THAT(link.value, HasSubstr("%28x%2Fbasic%2F" + limit.id + "%29"));
      EXPECT_GE(link.box.h, phone ? 44 : 10);
    }
    page.expect_whole();
  }
}

TEST(CorrectionLink, StandsInTheDialogOfPlans) {
  CorrectionPage page([](View& view) { why_not_cheaper(view, {0, 0, 1440, 2400}); });
  page.state().open_plans("x");
  page.rest();
  ASSERT_THAT(page.links(), testing::Not(IsEmpty()));
  EXPECT_THAT(page.links().front()->value, HasSubstr("%28x%2F"));
  page.expect_whole();
}

TEST(CorrectionLink, StandsWithWhatIsAnnounced) {
  Date today = *Date::parse("2026-01-15");
  ViewPage page([](View& view) { price_history_chart(view, {0, 0, 700, 900}); }, 1440, 1000, false, today);
  page.state().repository = kRepository;
  page.show(x_basic("2026-01-15"));
  page.state().news_open = true;
  page.rest();
  const Node* link = page.find(Role::link, "Wrong? Correct it: ");
  ASSERT_NE(link, nullptr) << page.text();
  EXPECT_THAT(link->value, HasSubstr("%28x%2F"));
  page.expect_whole();
}

TEST(CorrectionLink, IsNotOfOwnPricesNorWithoutARepository) {
  CorrectionPage page([](View& view) {
    platform_cards(view, 0, 0, 600);
    bill(view, 620, 0, 600);
    if (view.state.own) own_dialog(view, {0, 0, 1440, 2400});
  });
  page.state().unfolded = page.state().touched_fold = {"x"};
  page.rest();
  page.open_lines();
  EXPECT_THAT(page.links(), testing::Not(IsEmpty()));
  page.state().repository = "";
  page.rest();
  EXPECT_THAT(page.links(), IsEmpty());
  page.state().repository = kRepository;
  page.press("More for X (Twitter)");
  page.press("Edit prices …");
  page.commit("Monthly fee", "80");
  page.press("Keep and use");
  page.state().own.reset();
  page.open_lines();
  ASSERT_TRUE(page.x().plan->own);
  EXPECT_TRUE(page.says("In force: ")) << "its lines are open";
  EXPECT_THAT(page.links(), IsEmpty());
}

}  // namespace
}  // namespace tollmeter::ui::test
