#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/catalog.h"
#include "core/language.h"
#include "ui/app.h"
#include "ui/foreign_text.h"
#include "web/mirror_writer.h"
#include "web/renderer.h"
#include "web/run_host.h"

namespace tollmeter::web {

/// The program behind the page: what the browser handed over, the views, and what has happened since the last frame.
/// Every call that can fail returns the sentence to show, or nothing.
class Page {
 public:
  using Trouble = std::optional<std::string>;

  /// The regular weight first, then semibold.
  void take_font(std::size_t weight, std::string file) { font_files_[weight] = std::move(file); }
  Trouble take_catalog(std::string_view json);
  /// Adds the list of all platforms.
  Trouble add_index(std::string_view json);
  /// Adds a platform.
  Trouble add_platform(std::string_view json);
  const Catalog& catalog() const { return catalog_; }
  /// What is said from now on is in the language of this file; empty: English.
  Trouble take_language(std::string_view json);
  /// Call once, with the fonts and the catalogue taken.
  Trouble start(Date today);

  // From here on only after start().
  ui::App& app() { return *app_; }
  Renderer& renderer() { return renderer_; }
  /// What has happened since the last frame; the caller adds to it.
  ui::FrameInput& input() { return input_; }
  /// One frame; returns what the page is to do, as JSON (docs/web.md).
  std::string frame();
  /// Draws the last frame.
  void draw(int device_width, int device_height) { renderer_.draw(device_width, device_height); }

 private:
  std::array<std::string, 2> font_files_;  ///< which the font atlas reads as long as it lives
  ui::ForeignText foreign_{run_host()};
  std::optional<Language> language_;
  Catalog catalog_;
  std::optional<ui::App> app_;
  Renderer renderer_;
  ui::FrameInput input_;
  MirrorWriter mirror_;
};

}  // namespace tollmeter::web
