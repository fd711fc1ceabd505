#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness.h"
#include "real_catalog.h"
#include "ui/views.h"
#include "zones_data.h"

namespace tollmeter::ui::test {

/// One view alone on a page, on the real catalogue, driven through the mirror.
class ViewPage {
 public:
  using DrawView = std::function<void(View&)>;

  ViewPage(DrawView draw, float width, float height, bool phone = false, Date today = *Date::parse("2026-11-23"))
      : session_(real_catalog(), kZones, today), draw_(std::move(draw)), width_(width), phone_(phone) {
    stage_ = std::make_unique<Stage>(
        [this](Kit& kit) {
          View view{kit, session_, state_, phone_, output_, ""};
          draw_(view);
        },
        width, height, phone);
  }

  Session& session() { return session_; }
  const Session& session() const { return session_; }
  ViewState& state() { return state_; }
  Stage& stage() { return *stage_; }

  void show(const Scenario& scenario) {
    session_.edit(scenario);
    rest();
  }
  /// What comes in slices is there too.
  void rest() {
    stage_->frames(12);
    for (int i = 0; i < 400 && stage_->next_frame_in() == 0; ++i) stage_->frame();
  }

  std::string text() const {
    std::string all;
    for (const Node& node : stage_->semantics().nodes()) all += node.name + "\n";
    return all;
  }
  bool says(std::string_view words) const { return text().find(words) != std::string::npos; }

  /// Null where there is none of this very name.
  const Node* node(Role role, std::string_view name) const { return stage_->node(role, name); }
  /// The first whose name holds it.
  const Node* find(Role role, std::string_view part) const {
    for (const Node& node : stage_->semantics().nodes()) {
      if (node.role == role && node.name.find(part) != std::string::npos) return &node;
    }
    return nullptr;
  }

  /// On the node of that name, or else on the first whose name holds it.
  void act(Role role, std::string_view name, Action action) {
    const Node* target = node(role, name) ? node(role, name) : find(role, name);
    ASSERT_NE(target, nullptr) << "no \"" << name << "\" among\n" << text();
    action.id = target->id;
    stage_->frame({}, {action});
    rest();
  }
  void act(Action::Kind kind, Role role, std::string_view name, std::string text = "", double number = 0) {
    act(role, name, {kind, 0, std::move(text), number});
  }
  void press(std::string_view name) {
    act(Action::Kind::press, node(Role::link, name) ? Role::link : Role::button, name);
  }
  void commit(std::string_view name, std::string text) { act(Action::Kind::commit, Role::textbox, name, std::move(text)); }
  void number(std::string_view name, double at) { act(Action::Kind::number, Role::slider, name, "", at); }
  void choose(std::string_view name, std::string_view option) {
    const Node* list = node(Role::combobox, name);
    ASSERT_NE(list, nullptr) << "no \"" << name << "\" among\n" << text();
    for (std::size_t i = 0; i < list->options.size(); ++i) {
      if (list->options[i].find(option) == std::string::npos) continue;
      return act(Action::Kind::choose, Role::combobox, name, "", static_cast<double>(i));
    }
    FAIL() << option;
  }

  /// Every item has its node, and nothing stands out at the sides.
  void expect_whole() const { test::expect_whole(stage_->semantics(), 0, width_); }

  /// No two labels within the plot on each other, and none across its edge.
  void expect_labels_apart(const Box& plot, const std::string& what) const {
    std::vector<const Node*> labels;
    for (const Node& node : stage_->semantics().nodes()) {
      if (node.role != Role::text || node.box.bottom() > plot.bottom() || node.box.y < plot.y) continue;
      if (node.box.x >= plot.right() || node.box.right() <= plot.x) continue;
      EXPECT_GE(node.box.x, plot.x) << what << node.name;
      EXPECT_LE(node.box.right(), plot.right() + 1) << what << node.name;
      for (const Node* other : labels) {
        const Box& a = node.box;
        const Box& b = other->box;
        EXPECT_FALSE(a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom())
            << what << ": " << node.name << " on " << other->name;
      }
      labels.push_back(&node);
    }
  }

 private:
  Session session_;
  ViewState state_;
  FrameOutput output_;
  DrawView draw_;
  float width_;
  bool phone_;
  std::unique_ptr<Stage> stage_;
};

}  // namespace tollmeter::ui::test
