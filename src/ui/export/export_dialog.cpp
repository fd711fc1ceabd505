#include <string>
#include <vector>

#include "core/language.h"
#include "ui/export/exports.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

namespace {

constexpr float kButton = 104;
constexpr float kGap = 8;

struct Format {
  int what;
  const char* name;
  const char* use;
};
constexpr Format kFormats[] = {{kExportCsv, "CSV", marked("a table, for spreadsheets")},
                               {kExportJson, "JSON", marked("all of it, for programs")},
                               {kExportMarkdown, "Markdown", marked("tables, for documents and tickets")}};

float title(Kit& kit, const Box& content, float y, std::string_view text) {
  kit.heading(content.x, y, text, 3, {12, Face::semibold, Ink::dim});
  return y + kit.line_height(12) + 6;
}

// The mark names the state that was copied, so that it goes when something changes.
std::string copied_mark(const Session& session, const Format& format) { return std::string(format.name) + session.address(); }

float format_row(View& view, const Format& format, const Box& content, float y) {
  Kit& kit = view.kit;
  const float h = kit.control_height();
  const float buttons_x = content.right() - 2 * kButton - kGap;
  const float middle = y + (h - kit.line_height(14)) / 2;
  const float name_w = kit.text(content.x, middle, format.name, {14, Face::semibold, Ink::text});
  const float use_x = content.x + name_w + 8;
  const std::string use = tr(format.use);
  const bool beside = kit.width(use, {13}) <= buttons_x - use_x - 8;
  if (beside) kit.text(use_x, middle + 1, use, {13, Face::regular, Ink::dim});
  const std::string mark = copied_mark(view.session, format);
  const bool copied = view.state.copied == mark;
  kit.push(format.name);
  if (kit.button("copy", {buttons_x, y, kButton, h}, copied ? tr("Copied ✓") : tr("Copy"), ButtonLook::outline, tr("Copy as {0}", {format.name}))) {
    view.output.copy_text = exported_text(view.session, view.page_address, format.what);
    view.state.copied = mark;
  }
  if (kit.button("download", {buttons_x + kButton + kGap, y, kButton, h}, tr("Download"), ButtonLook::outline, tr("Download as {0}", {format.name}))) {
    view.output.deliver = format.what;
  }
  if (copied) kit.announce("copied", tr("{0} copied", {format.name}));
  kit.pop();
  y += h;
  if (!beside) {
    const Run run[] = {{use, Face::regular, Ink::dim}};
    y += kit.paragraph({content.x, y, content.w, 0}, run, 12);
  }
  return y + kGap;
}

// The charts that have something to show; the one that the page shows first.
std::vector<int> charts_of(const View& view) {
  std::vector<int> charts;
  for (int chart = 0; chart < kChartPictures; ++chart) {
    if (!chart_picture(chart).shows(view.session)) continue;
    charts.insert(chart == view.state.chart ? charts.begin() : charts.end(), chart);
  }
  return charts;
}

float picture_rows(View& view, const Box& content, float y) {
  Kit& kit = view.kit;
  const std::vector<int> charts = charts_of(view);
  if (charts.empty()) {
    const std::string said = tr("Add a platform: its charts can then be saved as pictures.");
    const Run run[] = {{said, Face::regular, Ink::dim}};
    return y + kit.paragraph({content.x, y, content.w, 0}, run, 13) + kGap;
  }
  const float h = kit.control_height();
  const float half = (content.w - kGap) / 2;
  float x = content.x;
  for (const int chart : charts) {
    const ChartPicture& picture = chart_picture(chart);
    const std::string name = tr(picture.name);
    if (kit.button(picture.key, {x, y, half, h}, name, ButtonLook::outline, tr("Picture: {0}", {name}))) {
      view.output.deliver = kExportPicture + chart;
    }
    const bool left = x == content.x;
    x = left ? content.x + half + kGap : content.x;
    if (!left || chart == charts.back()) y += h + kGap;
  }
  return y;
}

}  // namespace

void export_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("export-dialog", tr("Export"), screen, 520, &view.state.export_open, &content)) {
    view.state.copied.clear();
    return;
  }
  float y = content.y;
  const std::string said = tr("What stands on the page: inputs, every line of the bill, limits with their verdict, totals, sources, and the link.");
  const Run lead[] = {{said, Face::regular, Ink::dim}};
  y += kit.paragraph({content.x, y, content.w, 0}, lead, 13) + 10;
  for (const Format& format : kFormats) y = format_row(view, format, content, y);
  y = title(kit, content, y + 4, tr("Picture of a chart (PNG)"));
  y = picture_rows(view, content, y);
  y = title(kit, content, y + 4, tr("On paper"));
  if (kit.button("print", {content.x, y, content.w, kit.control_height()}, tr("Print, or save as PDF"), ButtonLook::primary)) {
    view.output.deliver = kExportPaper;
    view.state.export_open = false;
  }
  kit.end_dialog(y + kit.control_height());
}

}  // namespace tollmeter::ui
