#include "harness.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hooks.h"
#include "imgui.h"
#include "imgui_internal.h"

#ifndef TOLLMETER_FONTS
#define TOLLMETER_FONTS "build/fonts"
#endif

namespace tollmeter::ui::test {
namespace {

void measure(const RunOrder& order, RunReach& reach) {
  painted().push_back({std::string(order.text), order.size, order.semibold, order.right_to_left});
  const auto characters = std::count_if(order.text.begin(), order.text.end(), [](char c) { return (c & 0xC0) != 0x80; });
  const float w = order.size / 2 * static_cast<float>(characters);
  reach = {w, 0, order.size * 0.75F, w, order.size * 0.25F};
}

// Half there, but for the margin.
void paint(int width, int height, int, int, unsigned char* texels) {
  for (int y = 1; y + 1 < height; ++y) {
    for (int x = 1; x + 1 < width; ++x) texels[(y * width + x) * 4 + 3] = 128;
  }
}

ImFont* load(const char* weight, ForeignText& foreign, bool semibold) {
  std::ifstream file(std::string(TOLLMETER_FONTS) + "/Inter-" + weight + ".otf", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (bytes.empty()) {
    std::fprintf(stderr, "Inter-%s.otf is not in " TOLLMETER_FONTS ": build first\n", weight);
    std::exit(1);
  }
  // The atlas takes the memory over.
  void* data = ImGui::MemAlloc(bytes.size());
  std::copy(bytes.begin(), bytes.end(), static_cast<char*>(data));
  ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 16);
  foreign.attach(font, semibold);
  return font;
}

}  // namespace

std::vector<Painted>& painted() {
  static std::vector<Painted> all;
  return all;
}

Headless::Headless(float width, float height, float density) : foreign_({&measure, &paint}), context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  painted().clear();
  ImFont* regular = load("Regular", foreign_, false);
  fonts_ = {regular, load("SemiBold", foreign_, true), &foreign_};
  resize(width, height, density);
}

Headless::~Headless() {
  for (ImTextureData* t : ImGui::GetPlatformIO().Textures) {
    t->SetTexID(ImTextureID_Invalid);
    t->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void Headless::resize(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
}

void Headless::take_textures() {
  for (ImTextureData* t : ImGui::GetPlatformIO().Textures) {
    if (t->Status == ImTextureStatus_WantCreate || t->Status == ImTextureStatus_WantUpdates) {
      t->SetTexID(1);
      t->SetStatus(ImTextureStatus_OK);
    } else if (t->Status == ImTextureStatus_WantDestroy) {
      t->SetTexID(ImTextureID_Invalid);
      t->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

Stage::Stage(Draw draw, float width, float height, bool fingers, float density)
    : headless_(width, height, density), draw_(std::move(draw)), fingers_(fingers), density_(density) {
  frame();
}

void Stage::frame(std::vector<PointerEvent> events, std::vector<Action> actions) {
  constexpr double kFrame = 1.0 / 60;
  seconds_ += kFrame;
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(kFrame);
  prepare_imgui_style(density_);
  busy_ = pointer_.feed(events, seconds_, semantics_, false);
  ImGui::NewFrame();
  watch_items();
  semantics_.begin_frame(std::move(actions));
  const KitFrame told{density_,      fingers_,    seconds_,     pointer_.scroll_x(),
                      pointer_.scroll_y(), pointer_.x(), pointer_.y(), pointer_.zoom()};
  Kit kit(*theme_, headless_.fonts(), semantics_, state_, told);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  draw_(kit);
  ImGui::End();
  semantics_.end_frame();
  cursor_ = kit.cursor();
  next_frame_in_ = kit.next_frame_in();
  ImGui::Render();
  Headless::take_textures();
}

void Stage::frames(int n) {
  for (int i = 0; i < n; ++i) frame();
}

PointerEvent Stage::event(PointerEvent::Kind kind, bool touch, float x, float y) const {
  PointerEvent e;
  e.kind = kind;
  e.touch = touch;
  e.x = x;
  e.y = y;
  e.seconds = seconds_;
  return e;
}

void Stage::move_to(float x, float y) { frame({event(PointerEvent::Kind::move, false, x, y)}); }

void Stage::down(float x, float y) { frame({event(PointerEvent::Kind::down, false, x, y)}); }

void Stage::up(float x, float y) { frame({event(PointerEvent::Kind::up, false, x, y)}); }

void Stage::click(float x, float y) {
  move_to(x, y);
  down(x, y);
  up(x, y);
}

void Stage::click(const Node& node) { click(node.box.x + node.box.w / 2, node.box.y + node.box.h / 2); }

void Stage::wheel(float x, float y, float by) {
  PointerEvent e = event(PointerEvent::Kind::wheel, false, x, y);
  e.wheel_y = by;
  frame({e});
}

void Stage::zoom(float x, float y, float by, float panned) {
  PointerEvent e = event(PointerEvent::Kind::zoom, false, x, y);
  e.zoom = by;
  e.wheel_x = panned;
  frame({e});
}

void Stage::tap(float x, float y) {
  frame({event(PointerEvent::Kind::down, true, x, y)});
  frame({event(PointerEvent::Kind::up, true, x, y)});
  frames(3);
}

void Stage::swipe(float x0, float y0, float x1, float y1, int steps) {
  frame({event(PointerEvent::Kind::down, true, x0, y0)});
  for (int i = 1; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    frame({event(PointerEvent::Kind::move, true, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)});
  }
  frame({event(PointerEvent::Kind::up, true, x1, y1)});
}

const Node* Stage::node(Role role, std::string_view name) const {
  for (const Node& n : semantics_.nodes()) {
    if (n.role == role && n.name == name) return &n;
  }
  return nullptr;
}

std::vector<std::string> unmirrored(const Semantics& semantics) {
  std::vector<std::string> wrong;
  for (const SeenItem& item : seen_items()) {
    const Node* node = semantics.find(item.id);
    char line[160];
    if (node == nullptr) {
      std::snprintf(line, sizeof line, "item %08x at (%.0f, %.0f) %.0f x %.0f has no node", item.id,
                    static_cast<double>(item.box.x), static_cast<double>(item.box.y), static_cast<double>(item.box.w),
                    static_cast<double>(item.box.h));
      wrong.emplace_back(line);
      continue;
    }
    const float off =
        std::max({std::abs(node->box.x - item.box.x), std::abs(node->box.y - item.box.y),
                  std::abs(node->box.right() - item.box.right()), std::abs(node->box.bottom() - item.box.bottom())});
    if (off > 2) {
      std::snprintf(line, sizeof line, "item %08x \"%s\": its node is %.1f px off", item.id, node->name.c_str(),
                    static_cast<double>(off));
      wrong.emplace_back(line);
    }
  }
  return wrong;
}

void expect_whole(const Semantics& semantics, float left, float right) {
  EXPECT_THAT(unmirrored(semantics), testing::IsEmpty());
  for (const Node& node : semantics.nodes()) {
    EXPECT_LE(node.box.right(), right + 1) << node.name;
    EXPECT_GE(node.box.x, left - 1) << node.name;
  }
}

}  // namespace tollmeter::ui::test
