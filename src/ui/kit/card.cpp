#include "imgui.h"
#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr float kRadius = 10;

}  // namespace

Kit::Card::Card(Kit& kit, std::string_view key, std::string_view name, float left, float top, float width)
    : x(left + kCardPadding),
      y(top + kCardPadding),
      w(width - 2 * kCardPadding),
      kit_(kit),
      box_{left, top, width, 0},
      splitter_(std::make_unique<ImDrawListSplitter>()) {
  kit_.semantics_.begin(Role::region, kit_.id(key), name, box_);
  node_ = static_cast<int>(kit_.semantics_.nodes().size()) - 1;
  kit_.push(key);
  ImDrawList* list = kit_.draw();
  splitter_->Split(list, 2);
  splitter_->SetCurrentChannel(list, 1);
}

Kit::Card::~Card() = default;

Box Kit::Card::end(float bottom) {
  box_.h = kit_.snap(bottom + kCardPadding) - box_.y;
  kit_.semantics_.at(node_).box = box_;
  ImDrawList* list = kit_.draw();
  splitter_->SetCurrentChannel(list, 0);
  kit_.fill(box_, kit_.theme_.card, kRadius);
  kit_.outline(box_, kit_.theme_.card_border, kRadius);
  splitter_->Merge(list);
  kit_.pop();
  kit_.semantics_.end();
  return box_;
}

}  // namespace tollmeter::ui
