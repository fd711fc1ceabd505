#pragma once

#include <string_view>

#include "ui/host.h"
#include "ui/kit.h"
#include "ui/pointer.h"
#include "ui/session.h"
#include "ui/view_state.h"

namespace tollmeter::ui {

struct View;

/// The whole page: lays out the views, feeds Dear ImGui, collects what the host is to do. The ImGui context exists and its
/// fonts are loaded before the first frame; the caller draws ImGui::GetDrawData() after each.
class App {
 public:
  App(const Catalog& catalog, Zones zones, Date today, Fonts fonts);

  /// The page's address (fragment without '#'), at start and when it changed from outside; `kept` is what FrameOutput::keep
  /// last stored under "mine".
  void open_address(std::string_view fragment, std::string_view kept);
  /// A platform came into the catalogue, or `id` could not be had.
  void platform_came();
  void platform_failed(std::string_view id);
  /// A file that the person dropped or chose: prices to read (ui/own).
  void take_file(std::string name, std::string text);
  /// What the browser keeps under "saved" (FrameOutput::keep), which another tab may have changed; `refused`: it did not take
  /// what was to be kept last.
  void saved_came(std::string json, bool refused);
  void set_theme(ThemeChoice theme) { state_.theme = theme; }
  /// Those that the person can choose from, English first.
  void set_languages(std::span<const LanguageName> languages) { state_.languages = languages; }
  void set_repository(std::string_view address) { state_.repository = address; }
  /// Another one is spoken from now on (core/language.h).
  void language_changed();
  void set_fonts(Fonts fonts) { fonts_ = fonts; }

  /// One frame: ImGui::NewFrame to ImGui::Render.
  FrameOutput frame(const FrameInput& input);
  /// What ui/export/exports.h says of `what`. A chart is drawn alone, to the size; draw ImGui::GetDrawData() after it.
  std::string exported(int what, std::string_view page_address, float width, float height, float density);
  const Semantics& semantics() const { return semantics_; }
  const Session& session() const { return session_; }

 private:
  void settle();
  void draw(const FrameInput& input, FrameOutput& output);
  void draw_page(View& view, const FrameInput& input, const Box& screen);
  void write_address(FrameOutput& output);
  void finish(FrameOutput& output);

  Session session_;
  ViewState state_;
  Semantics semantics_;
  Pointer pointer_;
  KitState kit_state_;
  Fonts fonts_;
  std::string address_;  ///< last given to the host
  float width_ = 0, height_ = 0, density_ = 0;
  bool dark_ = false;
  double seconds_ = 0;
  int settle_ = 0;  ///< frames still to draw until nothing moves
};

}  // namespace tollmeter::ui
