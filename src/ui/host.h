#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "ui/semantics.h"

namespace tollmeter::ui {

/// One pointer event, in the order it happened.
struct PointerEvent {
  enum class Kind : std::uint8_t { move, down, up, cancel, leave, wheel, zoom };
  Kind kind = Kind::move;
  bool touch = false;
  float x = 0, y = 0;              ///< CSS pixels
  float wheel_x = 0, wheel_y = 0;  ///< CSS pixels to scroll by, right and down positive
  double seconds = 0;              ///< of the clock that FrameInput::seconds reads
  float zoom = 0;                  ///< zoom: the logarithm of the factor, above zero into what is there
};

/// Everything that the page knows when it asks for a frame.
struct FrameInput {
  float width = 0, height = 0;  ///< of the window, CSS pixels
  float density = 1;            ///< device pixels per CSS pixel, browser zoom included
  float keyboard_inset = 0;     ///< CSS pixels at the bottom that an on-screen keyboard covers
  bool prefers_dark = false;
  bool prefers_less_motion = false;
  bool prefers_more_contrast = false;
  bool coarse_pointer = false;  ///< fingers: targets are at least 44 px
  bool embedded = false;        ///< within another page: what comes of the calculation, without what edits it
  Date today;
  std::int64_t now = 0;  ///< seconds since 1970, of the person's clock
  std::string page_address;  ///< up to and with the '#', for links that are copied
  double seconds = 0;  ///< monotonic
  std::vector<PointerEvent> pointers;
  std::vector<Action> actions;
};

enum class ThemeChoice { system, light, dark };

/// What the page is to do after a frame.
struct FrameOutput {
  double next_frame_in = -1;  ///< seconds; 0 at once, negative: none until something happens
  std::optional<std::string> copy_text;
  std::optional<std::string> address;  ///< fragment without '#'
  bool new_entry = false;              ///< of the browser's history: one per gesture
  const char* cursor = "default";      ///< CSS name
  std::string page_title;
  bool dark = false;
  std::optional<NodeId> focus;
  std::string load;                    ///< a platform whose file is wanted, see App::add_platform; empty: none
  std::optional<std::string> open;     ///< a fragment to go to, as if the person had followed a link
  bool pick_file = false;              ///< the person is to choose a file, which comes to App::take_file
  struct File {
    std::string name, text;
  };
  std::optional<File> save;            ///< a file for the person to keep
  std::string visit;                   ///< a page of the site to leave for, by its path from this one; empty: none
  std::optional<std::string> language; ///< the person chose it, by its id
  int deliver = -1;                    ///< what is to be handed over to the person, see ui/export/exports.h; negative: nothing
  std::vector<std::pair<std::string, std::string>> keep;  ///< key and value for the browser's storage
};

}  // namespace tollmeter::ui
