#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/box.h"
#include "ui/semantics.h"
#include "ui/theme.h"

struct ImFont;
struct ImDrawList;
struct ImDrawListSplitter;

namespace tollmeter::ui {

class ForeignText;
struct GlyphFont;

/// Called by the app before ImGui::NewFrame: takes Dear ImGui's own looks and paddings away, sets how fine curves are.
void prepare_imgui_style(float density);

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  ForeignText* foreign = nullptr;  ///< draws what they lack
};

/// How a piece of text looks. Sizes are CSS pixels.
struct Style {
  float size = 13;
  Face face = Face::regular;
  Ink ink = Ink::text;
};

/// A stretch of text in one style, for lines that mix them.
struct Run {
  std::string_view text;
  Face face = Face::regular;
  Ink ink = Ink::text;
};

enum class Align { left, center, right };
/// strong: outlined with a bold label; add: outlined with an accent label ("+ Add a platform").
enum class ButtonLook { outline, primary, link, quiet, strong, add };

/// A labelled mark on a slider's track.
struct Mark {
  double at = 0;      ///< 0..1
  std::string label;  ///< "10k cap"; may be empty
  bool cap = false;   ///< beyond it the track is red
};

struct SliderSpec {
  std::string name;        ///< "Posts read"
  std::string value_text;  ///< "30,000 a month, 3.0 × the cap, refused from 5 May"
  double value = 0;        ///< 0..1 along the track
  double step = 0.01;      ///< of an arrow key
  std::optional<KeyStops> stops;  ///< instead of `step`
  std::vector<Mark> marks;
  bool over = false;  ///< the knob is red
};

struct FieldSpec {
  std::string name;
  std::string text;       ///< what it holds: "30,000"
  std::string suffix;     ///< dim, behind it: "/ mo"
  std::string edit_text;  ///< what editing starts from, if not `text`: "30000"
  std::string error;      ///< shown below in red, and said
  std::string description;
  bool numeric = true;
  bool groups = false;  ///< numeric: of a count, where a point before three digits groups them
  Align align = Align::right;
  bool live = false;  ///< each keystroke counts, not only Enter or leaving (a search)
};

struct SelectSpec {
  struct Option {
    std::string label;
    std::string detail;  ///< dim, second column: "$100.00"
    std::string group;   ///< heading above the first of its group; may be empty
    bool disabled = false;
    std::string name = {};  ///< what is read of it, where its heading tells what its label leaves out; empty: label and detail
    std::string read() const;
  };
  std::string name;   ///< "Plan of X (Twitter)"
  std::string label;  ///< drawn on the button; empty: the chosen option's
  std::vector<Option> options;
  int chosen = -1;
  float list_width = 0;  ///< 0: as wide as needed
};

/// What the kit keeps from frame to frame. The app owns it and hands it to each frame's Kit.
struct KitState {
  struct Scroll {
    NodeId id = 0;
    Box box = {};            ///< on the screen, in the last frame
    float offset = 0;        ///< how far the content is scrolled up
    float content = 0;       ///< height of the content in the last frame
    int layer = 0;           ///< open dialogs and popups below it
    bool seen = false;       ///< drawn in the last frame
    double moved_at = -1e9;  ///< seconds; the thumb shows for a while after
  };
  struct Layer {
    NodeId id = 0;
    float content = 0;  ///< height of the content in the last frame, 0 before the first
    NodeId opener = 0;  ///< had the keyboard's focus when it opened
    bool seen = false;  ///< drawn in the last frame
    bool fresh = true;  ///< not drawn yet
  };
  /// Which part of a chart's x axis is shown, 0..1 of the whole.
  struct Zoom {
    NodeId id = 0;
    double from = 0, to = 1;
  };
  std::vector<Scroll> scrolls;
  std::vector<Zoom> zooms;  ///< of the charts that are zoomed into
  std::vector<Layer> layers;
  int top_layer = 0;  ///< open dialogs and popups in the last frame
  NodeId open_select = 0;
  float grab = 0;    ///< from the pointer to the middle of the knob that is dragged
  char brush = '0';  ///< what the hours become that are drawn over
};

/// What the kit is told of a frame.
struct KitFrame {
  float density = 1;     ///< device pixels per CSS pixel
  bool fingers = false;  ///< targets are then at least 44 px
  double seconds = 0;    ///< monotonic
  // From Pointer: how far to scroll what is at (pointer_x, pointer_y).
  float scroll_x = 0, scroll_y = 0, pointer_x = 0, pointer_y = 0;
  float zoom = 0;  ///< the logarithm of the factor, there
  /// A picture: nothing can be pressed. Buttons and sliders are not drawn; of fields and lists what they hold, as text.
  bool still = false;
};

/// The widgets. Each draws with Dear ImGui *and* records its node, in one call; the views use nothing else. One lives
/// for one frame. Positions are absolute CSS pixels; inside a scroll area they are those of the scrolled content (use
/// `origin` that begin_scroll gives).
class Kit {
 public:
  Kit(const Theme& theme, const Fonts& fonts, Semantics& semantics, KitState& state, const KitFrame& frame);

  const Theme& theme() const { return theme_; }
  Semantics& semantics() { return semantics_; }
  bool fingers() const { return frame_.fingers; }  ///< targets are then at least 44 px high
  bool still() const { return frame_.still; }
  float control_height() const { return frame_.fingers ? 44.0F : 30.0F; }
  ImDrawList* draw() const;
  /// To whole device pixels, so that edges are crisp at any density.
  float snap(float v) const;
  /// CSS name of the pointer's shape over what it is on.
  const char* cursor() const { return cursor_; }
  /// Seconds until the kit wants another frame (0: at once), negative: none. Ask after the last widget.
  double next_frame_in() const { return next_frame_in_; }
  void want_frame(double seconds);  ///< another frame, so many seconds from now at the latest
  NodeId id(std::string_view key) const;  ///< of a key below the pushed keys
  void push(std::string_view key);        ///< scopes ids: a platform, a row
  void pop();

  // Text. `y` is the top of the line box, whose height is line_height(size). Each records a node unless silent.
  float line_height(float size) const;
  [[gnu::noinline]] float width(std::string_view text, const Style& style) const;
  /// Draws one line, cut with "…" at `most` (0: never), returns its width.
  float text(float x, float y, std::string_view text, const Style& style = {}, Align align = Align::left, float most = 0);
  void silent_text(float x, float y, std::string_view text, const Style& style = {}, Align align = Align::left,
                   float most = 0);
  /// Wraps runs within `w`, recorded as one text node; returns the height.
  /// `end_x`, if given, gets the x behind the last line's text (for a link that follows).
  float paragraph(const Box& at_w, std::span<const Run> runs, float size = 13, float* end_x = nullptr);
  /// Draws only: what it says is said by a control already.
  float silent_paragraph(const Box& at_w, std::span<const Run> runs, float size = 13, float* end_x = nullptr);
  float paragraph_height(float w, std::span<const Run> runs, float size = 13) const;
  /// A heading node (1..6) drawn as text.
  float heading(float x, float y, std::string_view text, int level, const Style& style);
  /// Text that is announced when it changes (polite).
  void announce(std::string_view key, std::string_view text);

  // Shapes.
  void fill(const Box& box, Color color, float radius = 0);
  void outline(const Box& box, Color color, float radius = 0, float thickness = 1);
  void rule(float x, float y, float w);        ///< a hairline divider
  void swatch(float x, float y, Color color);  ///< a platform's small square, 10 px
  float badge(float x, float y, std::string_view text, Tone tone, Align align = Align::left);  ///< returns its width
  enum class Icon {
    cross,
    warning,
    check,
    question,
    close,
    undo,
    redo,
    chevron_down,
    chevron_up,
    previous,
    next,
    plus,
    more
  };
  void icon(Icon icon, float center_x, float center_y, Ink ink, float size = 14);

  // Controls. A control's key is unique below the pushed keys.
  bool button(std::string_view key, const Box& box, std::string_view label, ButtonLook look = ButtonLook::outline,
              std::string_view name = {}, bool disabled = false);
  /// As wide as its label; returns true when pressed and sets `w`.
  bool link(std::string_view key, float x, float y, std::string_view label, float* w = nullptr,
            Align align = Align::left, std::string_view name = {}, float size = 13);
  /// A quiet link to another site, which opens in a tab of its own. `y` is the top of its line, in the middle of a finger's target.
  void outward(std::string_view key, float x, float y, std::string_view label, std::string_view name, std::string_view address,
               float size);
  bool icon_button(std::string_view key, const Box& box, Icon icon, std::string_view name,
                   ButtonLook look = ButtonLook::outline, bool disabled = false);
  /// A row or heading that opens and closes: drawn by the caller, this is the target and its node.
  bool disclosure(std::string_view key, const Box& box, std::string_view name, bool expanded);
  /// Returns the index pressed. The key is also what they are called, in English.
  std::optional<int> tabs(std::string_view key, const Box& box, std::span<const std::string> labels, int selected);
  /// The same along the bottom of a phone: of equal width, the chosen one in accent, each with a red count where it has
  /// one.
  std::optional<int> bottom_tabs(std::string_view key, const Box& box, std::span<const std::string> labels,
                                 std::span<const std::string> counts, int selected);
  /// The track runs through the middle of the first control_height() of `box`; marks' labels stand below it and hang
  /// kSliderHang out of a box that is no higher.
  static constexpr float kSliderHang = 8;
  /// The new position while it is dragged or keyed; `released` (may be null) is true in the frame the gesture ends.
  std::optional<double> slider(std::string_view key, const Box& box, const SliderSpec& spec, bool* released = nullptr);
  /// The committed text. While it has the focus the DOM element itself is shown over it (see docs/decisions.md).
  std::optional<std::string> field(std::string_view key, const Box& box, const FieldSpec& spec);
  /// A field of several lines for what is pasted: the new text after each change. Without the focus as many lines are drawn as
  /// the box holds, each cut at its end. `error` stands below it in red, and is said; `hint` in it while it is empty.
  std::optional<std::string> text_area(std::string_view key, const Box& box, std::string_view name, const std::string& text,
                                       std::string_view hint, const std::string& error);
  /// The chosen index. Opens an ImGui popup for the pointer; the DOM has a real <select>.
  std::optional<int> select(std::string_view key, const Box& box, const SelectSpec& spec);
  /// The hours of a week, 168 digits from Monday on, drawn by the pointer; the text field beside it is the caller's. The
  /// new digits while they change; `released` is true in the frame the gesture ends.
  std::optional<std::string> week_grid(std::string_view key, const Box& box, std::string_view name,
                                       const std::string& digits, bool* released);
  float week_grid_height() const;
  float select_width(const SelectSpec& spec) const;  ///< that shows its whole label
  float button_width(std::string_view label, ButtonLook look = ButtonLook::outline) const;
  bool checkbox(std::string_view key, float x, float y, std::string_view label, bool checked);

  // Containers.
  /// A rounded card whose background is painted once its height is known.
  class Card {
   public:
    Card(Kit& kit, std::string_view key, std::string_view name, float x, float y, float w);
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    ~Card();
    /// `bottom` is the y below the content, padding not included; returns the card's box.
    Box end(float bottom);
    float x, y, w;  ///< of the content
   private:
    Kit& kit_;
    Box box_;
    int node_;
    std::unique_ptr<ImDrawListSplitter> splitter_;
  };
  static constexpr float kCardPadding = 16;
  static constexpr float kCardGap = 12;

  /// A region of its own that scrolls vertically (wheel, touch with inertia, focus moving into it). Returns the y at
  /// which content begins now (box.y minus the scroll). `content_height` of the last frame bounds it.
  float begin_scroll(std::string_view key, const Box& box);
  void end_scroll(float content_bottom);

  // Tables: recorded as table, rows and cells; the caller draws at columns of its own.
  void begin_table(std::string_view key, std::string_view name, const Box& box);
  void begin_row(std::string_view key, const Box& box);
  void header_cell(float x, float y, std::string_view text, Align align = Align::left, float most = 0);
  void cell(float x, float y, std::string_view text, const Style& style = {}, Align align = Align::left, float most = 0);
  void end_row();
  void end_table();

  /// A modal dialog centred in `screen` (a sheet from below on a phone). Returns false when closed: nothing drawn.
  /// Inside, draw at `content`. Ends with end_dialog(bottom). Escape and a click outside close it: `*open` becomes
  /// false.
  bool begin_dialog(std::string_view key, std::string_view title, const Box& screen, float w, bool* open, Box* content);
  void end_dialog(float bottom);
  /// A popup that hangs below `anchor` (menu, date picker); as begin_dialog.
  bool begin_popup(std::string_view key, std::string_view name, const Box& anchor, float w, bool* open, Box* content);
  void end_popup(float bottom);
  /// An entry of a menu: a button with its label at the left.
  bool menu_item(std::string_view key, const Box& box, std::string_view label);

 private:
  friend class Chart;
  friend float zoom_links(Kit& kit, std::string_view key, float x, float y);
  /// What the pointer does to an item.
  struct Hit {
    bool hovered = false, held = false, pressed = false;
  };
  struct OpenScroll {
    NodeId id;
    Box box;
    std::size_t first_node;
    bool shrank;  ///< since the last frame, as when a keyboard opens
  };
  struct OpenLayer {
    NodeId id;
    bool* open;
    Box box;
    std::size_t first_node;
    bool appeared;
    float content_top = 0;
    NodeId close_button = 0;  ///< gets the focus only where nothing else can
  };

  GlyphFont font(float size, Face face) const;
  Color ink(Ink ink) const { return theme_.ink(ink); }
  /// Draws without a node; `y` is the top of the line box. Returns the width.
  float glyphs(float x, float y, std::string_view text, float size, Face face, Color color) const;
  std::string fit(std::string_view text, const Style& style, float most) const;
  void record_text(Role role, float x, float y, float w, std::string_view text, float size);
  /// Makes the item that the pointer meets; `box` grows to a finger's target first where `grow`.
  Box target(const Box& box) const;
  Hit hit(NodeId id, const Box& box, bool disabled, const char* cursor);
  void focus_ring(NodeId id, const Box& box, float radius);
  float hairline(float thickness = 1) const;  ///< in whole device pixels
  void circle(float x, float y, float radius, Color color);
  void ring(float x, float y, float radius, Color color, float thickness);
  void stroke(std::initializer_list<std::pair<float, float>> points, Color color, float thickness);
  /// An item that is pressed, by the pointer or through the mirror; its node is the last one recorded.
  bool press_item(NodeId id, Role role, std::string_view name, const Box& box, bool disabled, Hit& hit_out);
  void button_ground(const Box& box, ButtonLook look, const Hit& hit, bool disabled);
  void button_label(const Box& box, std::string_view label, ButtonLook look, bool disabled);
  Color button_ink(ButtonLook look, bool disabled) const;
  Node& last_node();

  float slider_x(const Box& box, double at) const;
  void draw_slider(NodeId id, const Box& box, const SliderSpec& spec, bool hovered);
  void slider_marks(const Box& box, const SliderSpec& spec);
  Box select_box(const Box& anchor, const SelectSpec& spec, float rows_h) const;
  std::optional<int> select_list(const Box& anchor, const SelectSpec& spec);
  bool list_row(std::string_view key, const Box& box, const SelectSpec::Option& option, bool chosen);

  KitState::Scroll& scroll_state(NodeId id);
  void route_scroll();
  void reveal_focus(KitState::Scroll& scroll, const OpenScroll& area);
  void draw_thumb(const KitState::Scroll& scroll, const Box& box);
  /// A window over the whole page that takes the pointer, and on it a panel.
  void begin_layer(NodeId id, Role role, std::string_view name, const Box& box, bool* open, bool shade, bool hidden);
  void end_layer();
  /// The scrolled inside of a layer; hidden until its height is known.
  Box begin_layer_content(const Box& inside, float padding);
  void end_layer_content(float bottom, float padding);
  KitState::Layer& layer_state(NodeId id);
  void focus_into(const OpenLayer& layer);

  const Theme& theme_;
  Fonts fonts_;
  Semantics& semantics_;
  KitState& state_;
  KitFrame frame_;
  const char* cursor_ = "default";
  double next_frame_in_ = -1;
  int layer_ = 0;
  std::vector<OpenScroll> open_scrolls_;
  std::vector<OpenLayer> open_layers_;
};

}  // namespace tollmeter::ui
