#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/box.h"

namespace tollmeter::ui {

enum class Role : std::uint8_t {
  banner,
  main,
  region,
  group,
  dialog,  // containers
  table,
  row,
  list,
  listitem,
  tablist,
  menu,  // containers
  heading,
  text,
  status,
  image,  // read only
  columnheader,
  rowheader,
  cell,  // read only
  button,
  link,  // out of the page: followed by the browser itself
  tab,
  checkbox,
  menuitem,  // pressed
  slider,    // number in 0..1
  textbox,   // text
  combobox,  // one of options
  textarea,  // text of several lines
};

using NodeId = std::uint32_t;  ///< the ImGuiID of the item, or a hash of its path for what is only read

/// Where keys take a slider to, positions 0..1: an arrow, and Page Up or Page Down.
struct KeyStops {
  double down, up, page_down, page_up;
};

/// What one thing on the canvas says to keyboards, screen readers, find-in-page, print and tests.
/// The web layer mirrors each as a real DOM element in this order.
struct Node {
  NodeId id = 0;
  int parent = -1;  ///< index of the container's node in the frame's list
  Role role = Role::text;
  std::string name;                  ///< accessible name; for text, heading and cells the text itself
  std::string value;                 ///< textbox, textarea: its text; slider: aria-valuetext; link: its address; combobox: ignored
  std::string description;           ///< help or error, aria-description
  Box box;                           ///< where it stands on the canvas
  std::vector<std::string> options;  ///< combobox
  int chosen = -1;                   ///< combobox
  double number = 0;                 ///< slider position 0..1
  double step = 0.01;                ///< slider: what one arrow key moves
  std::optional<KeyStops> stops;     ///< slider: where keys take it instead
  int level = 0;                     ///< heading 1..6
  bool disabled = false;
  bool invalid = false;
  bool has_expanded = false, expanded = false;
  bool has_pressed = false, pressed = false;  ///< toggle button, checkbox (checked), tab (selected)
  bool numeric = false;                       ///< textbox: offer the decimal keyboard
  bool at_end = false;                        ///< textbox: the text ends at its right edge
  bool covered = false;                       ///< behind a dialog or menu: cannot be reached until that closes
  bool assertive = false;                     ///< status: interrupts
  bool large = false;                         ///< text: of a size that stands out, which a page without the canvas keeps
  bool zooms = false;                         ///< a chart: two fingers, or the wheel with Ctrl, zoom it and not the page
  Box clip;  ///< the scroll area it shows through (w = 0: none); the DOM element is cut to it
};

/// What a person did through the mirror.
struct Action {
  enum class Kind : std::uint8_t {
    press,   ///< button, tab, checkbox, menu item
    text,    ///< textbox, textarea: `text` so far, on each change
    commit,  ///< textbox: `text` and Enter or leaving the field; textarea: pasting or leaving
    number,  ///< slider: `number` 0..1
    choose,  ///< combobox: `number` is the index
    focus,   ///< the element got the keyboard's focus; `number` is 1 where a press with the pointer brought it
    blur,
    dismiss,  ///< Escape, wherever the focus is
    undo,     ///< Ctrl/Cmd+Z outside a text field
    redo,     ///< the same with Shift, or Ctrl+Y
  };
  Kind kind = Kind::press;
  NodeId id = 0;
  std::string text;
  double number = 0;
};
/// A text takes the place of the one before it in the same field: some of what inserts many lines tells the whole text for each.
void add_action(std::vector<Action>& actions, Action action);

/// Collects the nodes of a frame as the widgets are drawn and hands them the actions that the mirror sent.
/// The one place through which widgets and the DOM speak to each other.
class Semantics {
 public:
  void begin_frame(std::vector<Action> actions);
  void end_frame();  ///< marks nodes outside the topmost dialog or menu as covered

  /// Opens a container; nodes until the matching end() are inside it.
  Node& begin(Role role, NodeId id, std::string_view name, const Box& box);
  void end();
  Node& add(Role role, NodeId id, std::string_view name, const Box& box);
  /// Clip of all nodes added until pop_clip().
  void push_clip(const Box& clip);
  void push_no_clip();  ///< for what lies over everything
  /// In reading order the container `moved` comes right after the container `after`, beside it, wherever it was drawn. Holds for
  /// this frame, from its end on.
  void read_after(NodeId moved, NodeId after);
  void pop_clip();

  const std::vector<Node>& nodes() const { return nodes_; }
  Node& at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
  /// An id for a node that is only read: its place among its container's. Steady while those before it stay.
  NodeId read_id();
  const Node* find(NodeId id) const;

  // Actions of this frame, by node; each is taken once.
  bool take_press(NodeId id);
  std::optional<std::string> take_text(NodeId id);
  std::optional<std::string> take_commit(NodeId id);
  std::optional<double> take_number(NodeId id);
  std::optional<int> take_choice(NodeId id);
  bool take_dismiss();
  bool take_undo();
  bool take_redo();
  /// The node that has the keyboard's focus in the DOM, 0 for none; kept from frame to frame.
  NodeId focused() const { return focused_; }
  /// The focus came with a press of the pointer: as with any button, that shows no ring.
  bool pressed_on() const { return pressed_on_; }
  bool got_focus(NodeId id) const;  ///< in this frame
  /// Asks the host to move the keyboard's focus there after this frame.
  void want_focus(NodeId id) { wanted_focus_ = id; }
  std::optional<NodeId> wanted_focus();

 private:
  void reorder();
  std::optional<Action> take(Action::Kind kind, NodeId id);
  bool take_any(Action::Kind kind);

  struct Open {
    int node;
    std::uint32_t read_only = 0;  ///< how many nodes with a read_id() it holds
  };
  std::vector<Node> nodes_;
  std::vector<Open> open_;
  std::uint32_t read_only_ = 0;  ///< the same, outside all containers
  std::vector<Box> clips_;
  NodeId moved_ = 0, after_ = 0;  ///< see read_after
  std::vector<Action> actions_;
  NodeId focused_ = 0;
  bool pressed_on_ = false;
  NodeId got_focus_ = 0;
  std::optional<NodeId> wanted_focus_;
};

}  // namespace tollmeter::ui
