#include <algorithm>

#include <imgui.h>

#include "core/advice.h"
#include "core/format.h"
#include "core/language.h"
#include "core/words.h"
#include "ui/own/own_dialog.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_picker.h"

namespace tollmeter::ui {

namespace {

constexpr float kDialog = 520;

void close_picker(ViewState& state) {
  state.picker_open = false;
  state.picker_search.clear();
  state.awaited.clear();
}

void add(View& view, const Platform& platform) {
  Scenario next = view.session.scenario();
  PlatformUse use;
  use.platform = platform.id;
  // A default plan that is not sold on the date would greet the person with an excuse.
  const Plan* plan = platform.plan(platform.default_plan);
  if (plan != nullptr && offer_on(*plan, next.date) == Offer::sold) use.plan = platform.default_plan;
  for (const TypicalUse& typical : platform.typical) {
    const Result<Quantity> quantity = parse_quantity(typical.text, Per::month);
    if (quantity.ok()) use.quantities[typical.metric] = quantity.value();
  }
  next.platforms.push_back(std::move(use));
  view.session.edit(std::move(next), true);
  view.state.unfolded.insert(platform.id);
  view.state.touched_fold.insert(platform.id);
  close_picker(view.state);
}

// Its prices may have to be fetched first; then it is added when they are there.
void want(View& view, const Listing& listing) {
  if (const Platform* platform = view.session.catalog().platform(listing.id)) return add(view, *platform);
  view.state.awaited = listing.id;
  view.state.not_loaded.clear();
  view.output.load = listing.id;
}

// "read Oct 2026": how fresh its figures are.
std::string read_words(const Listing& listing) { return tr("read {0}@@month and year", {month_and_year_text(listing.read)}); }

// The listing that was pressed, if one was; `bottom` gets the y below.
const Listing* rows(View& view, const std::vector<PickerRow>& found, bool grouped, const Box& box, float* bottom) {
  Kit& kit = view.kit;
  const float h = kit.fingers() ? 48.0F : 40.0F;
  const Listing* pressed = nullptr;
  const std::string* category = nullptr;
  float y = box.y;
  for (const PickerRow& row : found) {
    const Listing& listing = *row.listing;
    if (grouped && (category == nullptr || *category != listing.category)) {
      category = &listing.category;
      y += 8;
      kit.heading(box.x + 10, y, sentence_case(tr(listing.category)), 3, {12, Face::semibold, Ink::dim});
      y += kit.line_height(12) + 4;
    }
    kit.push(listing.id);
    const bool awaited = view.state.awaited == listing.id;
    if (kit.button("add", {box.x, y, box.w, h}, "", ButtonLook::quiet, tr("Add {0}", {listing.name}))) pressed = &listing;
    kit.swatch(box.x + 10, y + (h - 10) / 2, color_of(view, listing.id));
    std::string detail = awaited ? tr("loading its prices …") : read_words(listing);
    if (!awaited && !grouped) detail = join({row.also.empty() ? tr(listing.category) : row.also, ", ", detail});
    // The name gives way to how fresh the figures are, and that to the name where it brings an alias or a kind with it.
    const float room = box.w - 60;
    const float detail_w = std::min(kit.width(detail, {13, Face::regular}), grouped ? room : room * 0.5F);
    kit.silent_text(box.x + 30, y + (h - kit.line_height(14)) / 2, listing.name, {14, Face::semibold, Ink::text},
                    Align::left, room - detail_w);
    kit.silent_text(box.x + box.w - 10, y + (h - kit.line_height(13)) / 2, detail, {13, Face::regular, Ink::dim},
                    Align::right, detail_w + 1);
    kit.pop();
    y += h;
  }
  *bottom = y;
  return pressed;
}

}  // namespace

void picker(View& view) {
  Kit& kit = view.kit;
  if (!view.state.awaited.empty()) {
    if (const Platform* platform = view.session.catalog().platform(view.state.awaited)) add(view, *platform);
  }
  bool open = view.state.picker_open;
  Box content;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Box screen{0, 0, size.x, size.y};
  if (!kit.begin_dialog("picker", tr("Add a platform"), screen, kDialog, &open, &content)) {
    if (!open && view.state.picker_open) close_picker(view.state);
    return;
  }
  content.y += 4;  // room for the ring round the field
  const NodeId field = kit.id("search");
  const float h = kit.control_height();
  if (const auto text = kit.semantics().take_text(field)) view.state.picker_search = *text;
  FieldSpec search;
  search.name = tr("Search by name or kind");
  search.text = view.state.picker_search;
  search.suffix = search.text.empty() ? tr("name or kind, such as Twitter or maps") : "";
  search.numeric = false;
  search.align = Align::left;
  bool entered = false;
  if (const auto text = kit.field("search", {content.x, content.y, content.w, h}, search)) {
    // Enter and leaving both commit; only Enter keeps the focus.
    entered = kit.semantics().focused() == field && text->find_first_not_of(' ') != std::string::npos;
    view.state.picker_search = *text;
  }
  float y = content.y + h + 10;
  if (!view.state.not_loaded.empty()) {
    const Run sorry{view.state.not_loaded, Face::regular, Ink::bad};
    y += kit.paragraph({content.x, y, content.w, 0}, {&sorry, 1}, 14) + 6;
  }
  const Scenario& scenario = view.session.scenario();
  const std::vector<PickerRow> found = picker_rows(view.session.catalog(), scenario, view.state.picker_search);
  const bool grouped = view.state.picker_search.find_first_not_of(' ') == std::string::npos;
  const Listing* chosen = entered && !found.empty() ? found.front().listing : nullptr;
  if (found.empty()) {
    const std::string sentence = picker_empty(view.session.catalog(), scenario, view.state.picker_search);
    const Run run{sentence, Face::regular, Ink::dim};
    y += kit.paragraph({content.x, y, content.w, 0}, {&run, 1}, 14);
  } else if (const Listing* pressed = rows(view, found, grouped, {content.x, y, content.w, 0}, &y)) {
    chosen = pressed;
  }
  y += 8;
  if (kit.button("own", {content.x, y, content.w, h}, tr("Add a platform of your own …"), ButtonLook::add)) {
    open = false;
    open_own_platform(view, "");
  }
  kit.end_dialog(y + h);
  if (chosen != nullptr) {
    want(view, *chosen);
  } else if (!open) {
    close_picker(view.state);
  }
}

}  // namespace tollmeter::ui
