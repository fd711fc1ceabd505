#include "core/language.h"
#include "core/link.h"
#include "core/title.h"
#include "ui/shell/shell.h"

namespace tollmeter::ui {

void presets_dialog(View& view, const Box& screen) {
  Kit& kit = view.kit;
  Box content;
  if (!kit.begin_dialog("presets", tr("Begin with"), screen, 560, &view.state.presets_open, &content)) return;
  float y = content.y;
  for (const Preset& preset : view.session.catalog().presets) {
    constexpr float kPad = 9;
    const Run text[] = {{preset.text, Face::regular, Ink::dim}};
    const float text_w = content.w - 20;
    const float name_h = kit.line_height(14);
    const float h = name_h + kit.paragraph_height(text_w, text, 13) + 2 * kPad;
    const std::string name = title_words(preset.name.english());
    kit.push(preset.name.english());
    if (kit.button("open", {content.x, y, content.w, h}, "", ButtonLook::quiet, tr("{0}: {1}", {name, preset.text}))) {
      view.output.open = seal_link(preset.link);
      view.state.presets_open = false;
    }
    kit.silent_text(content.x + 10, y + kPad, name, {14, Face::semibold, Ink::text}, Align::left, text_w);
    kit.silent_paragraph({content.x + 10, y + kPad + name_h, text_w, 0}, text, 13);
    kit.pop();
    y += h;
  }
  if (view.session.catalog().presets.empty()) {
    const std::string said = view.state.not_loaded.empty() ? tr("The list is on its way.") : view.state.not_loaded;
    const Run text[] = {{said, Face::regular, Ink::dim}};
    y += kit.paragraph({content.x, y, content.w, 0}, text, 14);
  }
  kit.end_dialog(y);
}

}  // namespace tollmeter::ui
