#pragma once

#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "harness.h"
#include "hooks.h"
#include "languages_data.h"
#include "real_catalog.h"
#include "ui/app.h"
#include "zones_data.h"

namespace tollmeter::ui::test {

inline const Date kToday = *Date::parse("2026-11-23");

/// The page in a window of this size, played by the mirror.
class Page {
 public:
  Page(float width, float height, float density = 1)
      : headless_(width, height, density), app_(real_catalog(), kZones, kToday, headless_.fonts()) {
    input_.width = width;
    input_.height = height;
    input_.density = density;
    input_.today = kToday;
    input_.page_address = "https://example.org/#";
    app_.set_languages(kLanguages);
    app_.set_repository("https://github.com/example/prices");
    app_.open_address("", "");
    settle();
  }

  void frame(std::vector<Action> actions = {}) {
    input_.seconds += 1.0 / 60;
    input_.actions = std::move(actions);
    watch_items();
    output_ = app_.frame(input_);
    Headless::take_textures();
  }

  /// Draws until the page rests; a page that never does fails.
  void settle() {
    frame();
    for (int i = 0; i < 240 && output_.next_frame_in >= 0; ++i) {
      if (output_.next_frame_in > 0) input_.seconds += output_.next_frame_in;
      frame();
    }
    EXPECT_LT(output_.next_frame_in, 0) << "the page does not come to rest";
  }

  const Node* node(Role role, std::string_view name) const {
    for (const Node& node : app_.semantics().nodes()) {
      if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
  }

  bool press(Role role, std::string_view name) {
    const Node* target = node(role, name);
    if (target == nullptr) return false;
    act({Action::Kind::press, target->id, "", 0});
    return true;
  }

  /// Names of what can be pressed.
  std::set<std::string> pressable() const {
    std::set<std::string> names;
    for (const Node& node : app_.semantics().nodes()) {
      const bool can = node.role == Role::button || node.role == Role::link || node.role == Role::tab;
      if (can && !node.disabled) names.insert(node.name);
    }
    return names;
  }

  bool press_any(std::string_view name) { return press(Role::button, name) || press(Role::link, name) || press(Role::tab, name); }

  void act(Action action) {
    frame({std::move(action)});
    if (output_.address) address_ = *output_.address;
    settle();
  }

  App& app() { return app_; }
  const FrameOutput& output() const { return output_; }
  const std::string& address() const { return address_; }

 private:
  Headless headless_;
  App app_;
  FrameInput input_;
  FrameOutput output_;
  std::string address_;
};

struct Size {
  const char* name;
  float width, height, density;
};
inline const Size kSizes[] = {{"desktop", 1440, 900, 1}, {"small window", 1024, 700, 1.5F}, {"phone", 390, 844, 3}};

}  // namespace tollmeter::ui::test
