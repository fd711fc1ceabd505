// The one place where the page's JavaScript and the program meet; its other half is seam.js.
// Texts and files are put into the buffer before the call that reads them. A call returns 0, or 1 with the
// sentence that says what was wrong as its reply.
#include <emscripten/emscripten.h>

#include <string>
#include <string_view>
#include <utility>

#include "core/link.h"
#include "web/page.h"

extern "C" {
/// Gives JavaScript the answer of the call that is going on.
void seam_reply(const char* text, std::size_t size);
}

namespace {

using tollmeter::Date;
using tollmeter::web::Page;
namespace ui = tollmeter::ui;

enum Status : int { kDone = 0, kFailed = 1 };

// Named in the same order in web/program.mjs.
enum EnvironmentFlag : unsigned { kDark = 1, kLessMotion = 2, kCoarsePointer = 4, kEmbedded = 8, kMoreContrast = 16 };

Page& page() {
  static Page one;
  return one;
}

std::string& buffer() {
  static std::string one;
  return one;
}

int status(const Page::Trouble& trouble) {
  if (!trouble) return kDone;
  seam_reply(trouble->data(), trouble->size());
  return kFailed;
}

}  // namespace

extern "C" {

/// Room for `size` bytes, which the next call reads.
EMSCRIPTEN_KEEPALIVE char* tollmeter_buffer(std::size_t size) {
  buffer().resize(size);
  return buffer().data();
}

EMSCRIPTEN_KEEPALIVE int tollmeter_font(unsigned weight) {
  if (weight > 1) return status("There is no such font.");
  page().take_font(weight, std::exchange(buffer(), {}));
  return kDone;
}

EMSCRIPTEN_KEEPALIVE int tollmeter_catalog() {
  const std::string json = std::exchange(buffer(), {});
  return status(page().take_catalog(json));
}

/// The buffer holds a fragment; the reply is the ids of the platforms to add before it is opened, one a line.
EMSCRIPTEN_KEEPALIVE int tollmeter_needs() {
  std::string ids;
  for (const std::string& id : tollmeter::platforms_to_add(buffer(), page().catalog())) ids += id + "\n";
  seam_reply(ids.data(), ids.size());
  return kDone;
}

/// The buffer holds the index of the catalogue.
EMSCRIPTEN_KEEPALIVE int tollmeter_index() {
  const std::string json = std::exchange(buffer(), {});
  return status(page().add_index(json));
}

/// The buffer holds a platform's file.
EMSCRIPTEN_KEEPALIVE int tollmeter_platform() {
  const std::string json = std::exchange(buffer(), {});
  return status(page().add_platform(json));
}

/// The buffer holds the id of a platform whose file could not be had.
EMSCRIPTEN_KEEPALIVE int tollmeter_no_platform() {
  page().app().platform_failed(buffer());
  return kDone;
}

/// The buffer holds a file's name, a line feed and what is in the file.
EMSCRIPTEN_KEEPALIVE int tollmeter_file() {
  std::string text = std::exchange(buffer(), {});
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) return status("A file was handed over incomplete.");
  std::string name = text.substr(0, end);
  text.erase(0, end + 1);
  page().app().take_file(std::move(name), std::move(text));
  return kDone;
}

EMSCRIPTEN_KEEPALIVE int tollmeter_start(int today) {
  return status(page().start(Date{today}));
}

/// The buffer holds "the page's address up to '#'", the fragment and what was kept, each ended by a line feed.
EMSCRIPTEN_KEEPALIVE int tollmeter_open() {
  const std::string_view all = buffer();
  const std::size_t first = all.find('\n');
  const std::size_t second = first == std::string_view::npos ? first : all.find('\n', first + 1);
  if (second == std::string_view::npos) return status("An address was handed over incomplete.");
  page().input().page_address = all.substr(0, first);
  std::string_view kept = all.substr(second + 1);
  if (kept.ends_with('\n')) kept.remove_suffix(1);
  page().app().open_address(all.substr(first + 1, second - first - 1), kept);
  return kDone;
}

/// The buffer holds what the browser keeps of saved calculations.
EMSCRIPTEN_KEEPALIVE int tollmeter_saved(int refused) {
  page().app().saved_came(std::exchange(buffer(), {}), refused != 0);
  return kDone;
}

/// The buffer holds the file of a language; empty: English.
EMSCRIPTEN_KEEPALIVE int tollmeter_language() {
  const std::string json = std::exchange(buffer(), {});
  return status(page().take_language(json));
}

EMSCRIPTEN_KEEPALIVE int tollmeter_theme(int choice) {
  if (choice < 0 || choice > 2) return status("There is no such theme.");
  page().app().set_theme(static_cast<ui::ThemeChoice>(choice));
  return kDone;
}

EMSCRIPTEN_KEEPALIVE int tollmeter_pointer(int kind, int touch, float x, float y, float wheel_x, float wheel_y,
                                           double seconds, float zoom) {
  if (kind < 0 || kind > static_cast<int>(ui::PointerEvent::Kind::zoom)) return status("There is no such event.");
  page().input().pointers.push_back(
      {static_cast<ui::PointerEvent::Kind>(kind), touch != 0, x, y, wheel_x, wheel_y, seconds, zoom});
  return kDone;
}

/// The buffer holds the action's text.
EMSCRIPTEN_KEEPALIVE int tollmeter_action(int kind, unsigned id, double number) {
  if (kind < 0 || kind > static_cast<int>(ui::Action::Kind::redo)) return status("There is no such action.");
  ui::add_action(page().input().actions, {static_cast<ui::Action::Kind>(kind), id, std::exchange(buffer(), {}), number});
  return kDone;
}

EMSCRIPTEN_KEEPALIVE int tollmeter_context_lost() {
  page().renderer().lost();
  return kDone;
}

EMSCRIPTEN_KEEPALIVE int tollmeter_context_restored() {
  page().renderer().restored();
  return kDone;
}

/// What src/ui/export/exports.h says of `what`; a picture of a chart is drawn, to the size.
EMSCRIPTEN_KEEPALIVE int tollmeter_export(int what, int device_width, int device_height, float density) {
  const std::string reply = page().app().exported(what, page().input().page_address, static_cast<float>(device_width) / density,
                                                  static_cast<float>(device_height) / density, density);
  if (device_width > 0) page().draw(device_width, device_height);
  seam_reply(reply.data(), reply.size());
  return kDone;
}

/// One frame, drawn only if asked for; the reply is what the page is to do, as JSON.
EMSCRIPTEN_KEEPALIVE int tollmeter_frame(int drawn, int device_width, int device_height, float density,
                                         float keyboard_inset, unsigned flags, int today, double seconds, double now) {
  ui::FrameInput& input = page().input();
  input.density = density;
  // A fraction of a pixel more, so that multiplying by the density again never falls below the whole number.
  constexpr float kFraction = 0.125F;
  input.width = (static_cast<float>(device_width) + kFraction) / density;
  input.height = (static_cast<float>(device_height) + kFraction) / density;
  input.keyboard_inset = keyboard_inset;
  input.prefers_dark = (flags & kDark) != 0;
  input.prefers_less_motion = (flags & kLessMotion) != 0;
  input.coarse_pointer = (flags & kCoarsePointer) != 0;
  input.embedded = (flags & kEmbedded) != 0;
  input.prefers_more_contrast = (flags & kMoreContrast) != 0;
  input.today = Date{today};
  input.seconds = seconds;
  input.now = static_cast<std::int64_t>(now);
  const std::string reply = page().frame();
  if (drawn != 0) page().draw(device_width, device_height);
  seam_reply(reply.data(), reply.size());
  return kDone;
}

}  // extern "C"
