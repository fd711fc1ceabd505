#include "web/page.h"

#include <imgui.h>

#include "core/catalog_reader.h"
#include "core/json_text.h"
#include "languages_data.h"
#include "repository_data.h"
#include "zones_data.h"

namespace tollmeter::web {
namespace {

ImFont* add_font(std::string& file) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), 0, &config);
}

void make_imgui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigErrorRecoveryEnableTooltip = false;
  // The keyboard's focus is the DOM's, and the pointer's position is the browser's.
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
}

void write_keep(const ui::FrameOutput& output, JsonText& json) {
  if (output.keep.empty()) return;
  json.key("keep");
  json.open('[');
  for (const auto& [key, value] : output.keep) {
    json.open('[');
    json.string(key);
    json.string(value);
    json.close(']');
  }
  json.close(']');
}

void write_output(const ui::FrameOutput& output, JsonText& json) {
  json.key("next");
  json.number(output.next_frame_in);
  if (output.copy_text) {
    json.key("copy");
    json.string(*output.copy_text);
  }
  if (output.address) {
    json.key("address");
    json.string(*output.address);
    json.key("entry");
    json.boolean(output.new_entry);
  }
  json.key("cursor");
  json.string(output.cursor);
  json.key("title");
  json.string(output.page_title);
  json.key("dark");
  json.boolean(output.dark);
  if (output.focus) {
    json.key("focus");
    json.integer(*output.focus);
  }
  if (!output.load.empty()) {
    json.key("load");
    json.string(output.load);
  }
  if (output.open) {
    json.key("open");
    json.string(*output.open);
  }
  if (output.pick_file) {
    json.key("pick");
    json.boolean(true);
  }
  if (output.save) {
    json.key("save");
    json.open('[');
    json.string(output.save->name);
    json.string(output.save->text);
    json.close(']');
  }
  if (!output.visit.empty()) {
    json.key("visit");
    json.string(output.visit);
  }
  if (output.language) {
    json.key("language");
    json.string(*output.language);
  }
  if (output.deliver >= 0) {
    json.key("deliver");
    json.integer(output.deliver);
  }
  write_keep(output, json);
}

}  // namespace

Page::Trouble Page::take_catalog(std::string_view json) {
  Result<Catalog> read = read_catalog(json);
  if (!read) return "The catalogue of prices cannot be read. " + read.problem().sentence();
  catalog_ = std::move(read.value());
  return std::nullopt;
}

Page::Trouble Page::add_index(std::string_view json) {
  if (const std::optional<Problem> problem = tollmeter::add_index(json, catalog_)) {
    return "The list of platforms cannot be read. " + problem->sentence();
  }
  if (app_) app_->platform_came();
  return std::nullopt;
}

Page::Trouble Page::add_platform(std::string_view json) {
  if (const std::optional<Problem> problem = tollmeter::add_platform(json, catalog_)) {
    return "The prices of a platform cannot be read. " + problem->sentence();
  }
  if (app_) app_->platform_came();
  return std::nullopt;
}

Page::Trouble Page::take_language(std::string_view json) {
  std::optional<Language> next;
  if (!json.empty()) {
    Result<Language> read = read_language(json);
    if (!read) return "The texts of the language cannot be read. " + read.problem().sentence();
    next = std::move(read.value());
  }
  speak(nullptr);
  language_ = std::move(next);
  if (language_) speak(&*language_);
  if (app_) app_->language_changed();
  return std::nullopt;
}

Page::Trouble Page::start(Date today) {
  make_imgui();
  std::array<ImFont*, 2> fonts{};
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    fonts[i] = add_font(font_files_[i]);
    if (fonts[i] == nullptr) return "A font file of the page is damaged.";
    foreign_.attach(fonts[i], i == 1);
  }
  renderer_.start();
  app_.emplace(catalog_, kZones, today, ui::Fonts{fonts[0], fonts[1], &foreign_});
  app_->set_languages(kLanguages);
  app_->set_repository(kRepository);
  return std::nullopt;
}

std::string Page::frame() {
  const ui::FrameOutput output = app_->frame(input_);
  input_.pointers.clear();
  input_.actions.clear();

  std::string text;
  JsonText json(text);
  json.open('{');
  write_output(output, json);
  mirror_.write(app_->semantics().nodes(), json);
  json.close('}');
  return text;
}

}  // namespace tollmeter::web
