#include <string>

#include "core/format.h"
#include "core/language.h"
#include "core/reply/reply_words.h"
#include "core/report.h"
#include "core/title.h"
#include "core/words.h"
#include "ui/export/embed.h"
#include "ui/own/own_dialog.h"
#include "ui/shell/shell.h"
#include "ui/solve/comparison_columns.h"

namespace tollmeter::ui {

namespace {

// Menu entries are full-width buttons, one below the other.
bool entry(View& view, std::string_view key, const Box& content, float& y, std::string_view label) {
  const float h = view.kit.control_height();
  const bool pressed = view.kit.menu_item(key, {content.x, y, content.w, h}, label);
  y += h + 2;
  return pressed;
}

}  // namespace

float title_field(View& view, const Box& box) {
  FieldSpec spec;
  spec.name = tr("Title of this calculation");
  spec.text = title_words(view.session.scenario().title);
  spec.description = tr("The title travels with the link.");
  spec.numeric = false;
  spec.align = Align::left;
  if (const std::optional<std::string> text = view.kit.field("title-text", box, spec)) {
    Scenario next = view.session.scenario();
    next.title = clean_title(*text);
    view.state.title_cut = title_cut_words(*text);
    view.session.edit(std::move(next));
  }
  if (view.state.title_cut.empty()) return box.bottom();
  const Run said[] = {{view.state.title_cut, Face::regular, Ink::warn}};
  return box.bottom() + 4 + view.kit.paragraph({box.x, box.bottom() + 4, box.w, 0}, said, 12);
}

void title_popup(View& view, const Box& anchor) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_popup("title-menu", tr("Title"), anchor, 320, &view.state.title_open, &content)) {
    view.state.title_cut.clear();
    return;
  }
  float y = content.y;
  kit.text(content.x, y, tr("Title"), {12, Face::semibold, Ink::dim});
  y += kit.line_height(12) + 4;
  y = title_field(view, {content.x, y, content.w, kit.control_height()}) + 8;
  const std::string travels = tr("It travels with the link.");
  const Run note[] = {{travels, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, note, 12);
  kit.end_popup(y);
}

namespace {

// Each in itself, for those who cannot read the others.
float languages(View& view, const Box& content, float y) {
  Kit& kit = view.kit;
  if (view.state.languages.size() < 2) return y;
  std::vector<std::string> names;
  int now = 0;
  for (const LanguageName& language : view.state.languages) {
    if (spoken() && spoken()->id == language.id) now = static_cast<int>(names.size());
    names.emplace_back(language.name);
  }
  kit.text(content.x, y, tr("Language"), {12, Face::semibold, Ink::dim});
  y += kit.line_height(12) + 6;
  const Box tabs{content.x, y, content.w, kit.control_height()};
  if (const auto chosen = kit.tabs("language", tabs, names, now)) {
    view.output.language = view.state.languages[static_cast<std::size_t>(*chosen)].id;
  }
  return y + kit.control_height() + 10;
}

}  // namespace

void menu_popup(View& view, const Box& anchor) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_popup("menu-list", tr("Menu"), anchor, 268, &view.state.menu_open, &content)) return;
  float y = content.y;
  kit.text(content.x, y, tr("Appearance"), {12, Face::semibold, Ink::dim});
  y += kit.line_height(12) + 6;
  const std::string themes[] = {tr("System@@colours"), tr("Light@@colours"), tr("Dark@@colours")};
  const Box tabs{content.x, y, content.w, kit.control_height()};
  if (const auto chosen = kit.tabs("theme", tabs, themes, static_cast<int>(view.state.theme))) {
    view.state.theme = static_cast<ThemeChoice>(*chosen);
    view.output.keep.emplace_back("theme", std::to_string(*chosen));
  }
  y = languages(view, content, y + kit.control_height() + 10);
  kit.rule(content.x, y, content.w);
  y += 6;
  bool done = false;
  if (view.session.can_redo() && entry(view, "redo", content, y, tr("Redo"))) {
    view.session.redo();
    done = true;
  }
  if (view.phone && entry(view, "rename", content, y, tr("Change the title"))) {
    view.state.title_open = true;
    done = true;
  }
  if (entry(view, "export", content, y, tr("Export, print or save a picture"))) {
    view.state.export_open = true;
    done = true;
  }
  if (entry(view, "copy-bill", content, y, tr("Copy the bill as a table"))) {
    view.output.copy_text = bill_table(view.session.shown().chosen);
    done = true;
  }
  const std::vector<Scenario>& others = view.session.beside().others;
  const std::string compare = others.empty() ? tr("Compare with a copy") : tr("Compare with one more copy");
  if (others.size() + 1 < kMostColumns && entry(view, "compare", content, y, compare)) {
    keep_copy(view.session);
    if (view.phone) view.state.phone_tab = 2;
    done = true;
  }
  if (entry(view, "rates", content, y, tr("Total in another currency"))) {
    view.state.rates_open = true;
    done = true;
  }
  if (entry(view, "own", content, y, tr("Your prices"))) {
    open_own(view.state);
    done = true;
  }
  if (entry(view, "saved", content, y, tr("Saved calculations"))) {
    view.state.saved_open = true;
    done = true;
  }
  if (const auto& replies = view.session.catalog().replies) {
    if (entry(view, "reply", content, y, reply_words(*replies, ReplyWord::ask))) {
      view.state.reply_open = true;
      done = true;
    }
  }
  if (entry(view, "presets", content, y, tr("Ready-made calculations"))) {
    view.state.presets_open = true;
    done = true;
  }
  if (entry(view, "platforms", content, y, tr("All platforms and their prices"))) {
    view.output.visit = spoken() ? join({"platforms/", spoken()->id, "/"}) : "platforms/";
    done = true;
  }
  if (entry(view, "empty", content, y, tr("Start empty"))) {
    view.session.start_empty();
    done = true;
  }
  y += 4;
  kit.rule(content.x, y, content.w);
  y += 8;
  const std::string as_of = tr("Prices and limits as read to {0}. Nothing you type leaves this page.", {date_text(view.session.catalog().as_of)});
  const Run note[] = {{as_of, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, note, 12);
  if (done) view.state.menu_open = false;
  kit.end_popup(y);
}

void share_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Session& session = view.session;
  Box content;
  if (!kit.begin_dialog("share-dialog", tr("Share@@verb"), screen, 520, &view.state.share_open, &content)) {
    view.state.copied.clear();
    view.state.title_cut.clear();
    return;
  }
  const std::string link = view.page_address + session.share_link();
  const std::string summary = share_text(session.scenario(), session.shown().chosen, link);
  float y = content.y;
  kit.text(content.x, y, tr("Title"), {12, Face::semibold, Ink::dim});
  y += kit.line_height(12) + 4;
  y = title_field(view, {content.x, y, content.w, kit.control_height()}) + 12;
  const Run text[] = {{summary, Face::regular, Ink::text}};
  const float text_h = kit.paragraph_height(content.w - 24, text, 13);
  const Box preview{content.x, y, content.w, text_h + 20};
  kit.fill(preview, kit.theme().neutral_ground, 8);
  kit.paragraph({content.x + 12, y + 10, content.w - 24, 0}, text, 13);
  y = preview.bottom() + 12;
  const float h = kit.control_height();
  const float half = (content.w - 10) / 2;
  const bool summary_copied = view.state.copied == "summary";
  const bool link_copied = view.state.copied == "link";
  if (kit.button("copy-summary", {content.x, y, half, h}, summary_copied ? tr("Summary copied ✓") : tr("Copy the summary"),
                 ButtonLook::primary)) {
    view.output.copy_text = summary;
    view.state.copied = "summary";
  }
  if (kit.button("copy-link", {content.x + half + 10, y, half, h}, link_copied ? tr("Link copied ✓") : tr("Copy the link alone"))) {
    view.output.copy_text = link;
    view.state.copied = "link";
  }
  y += h + 8;
  const bool embed_copied = view.state.copied == "embed";
  const std::string embed = embed_copied ? tr("HTML copied ✓") : tr("Copy the HTML that shows it in another page");
  if (kit.button("copy-embed", {content.x, y, content.w, h}, embed)) {
    view.output.copy_text = embed_html(title_words(session.scenario().title), view.page_address, session.share_link());
    view.state.copied = "embed";
  }
  y += h + 10;
  const std::string length = tr_count(static_cast<std::int64_t>(link.size()), "{0} character.", "{0} characters.", {std::to_string(link.size())});
  const std::string said = length + " " + tr("The link holds the whole calculation; what stands behind # never reaches a server.");
  const Run note[] = {{said, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, note, 12);
  if (!view.state.copied.empty()) {
    kit.announce("copied", summary_copied ? tr("Summary with the link copied") : embed_copied ? tr("HTML copied") : tr("Link copied"));
  }
  kit.end_dialog(y);
}

}  // namespace tollmeter::ui
