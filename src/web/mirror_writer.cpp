#include "web/mirror_writer.h"

#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace tollmeter::web {
namespace {

using ui::Box;
using ui::Node;
using ui::NodeId;
using ui::Role;

std::string_view name_of(Role role) {
  switch (role) {
    case Role::banner: return "banner";
    case Role::main: return "main";
    case Role::region: return "region";
    case Role::group: return "group";
    case Role::dialog: return "dialog";
    case Role::table: return "table";
    case Role::row: return "row";
    case Role::list: return "list";
    case Role::listitem: return "listitem";
    case Role::tablist: return "tablist";
    case Role::menu: return "menu";
    case Role::heading: return "heading";
    case Role::text: return "text";
    case Role::status: return "status";
    case Role::image: return "image";
    case Role::columnheader: return "columnheader";
    case Role::rowheader: return "rowheader";
    case Role::cell: return "cell";
    case Role::button: return "button";
    case Role::link: return "link";
    case Role::tab: return "tab";
    case Role::checkbox: return "checkbox";
    case Role::menuitem: return "menuitem";
    case Role::slider: return "slider";
    case Role::textbox: return "textbox";
    case Role::combobox: return "combobox";
    case Role::textarea: return "textarea";
  }
  return "text";
}

// Odd, so that it meets every id before it comes round.
constexpr NodeId kNextId = 0x9e3779b9U;

/// FNV-1a over all that the page is told of a node.
class Hash {
 public:
  void add(std::uint64_t value) {
    for (int i = 0; i < 8; ++i, value >>= 8U) byte(static_cast<unsigned char>(value));
  }
  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  void add(const Box& box) {
    for (const float side : {box.x, box.y, box.w, box.h}) add(double{side});
  }
  void add(double value) {
    // Not std::bit_cast, which the oldest Emscripten that serves lacks.
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof value);
    std::memcpy(&bits, &value, sizeof bits);
    add(bits);
  }
  std::uint64_t value() const { return value_; }

 private:
  void byte(unsigned char b) {
    value_ ^= b;
    value_ *= 0x100000001b3U;
  }
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::uint64_t flags(const Node& node) {
  std::uint64_t bits = 0;
  for (const bool flag : {node.disabled, node.invalid, node.has_expanded, node.expanded, node.has_pressed,
                          node.pressed, node.numeric, node.at_end, node.covered, node.assertive, node.large, node.zooms}) {
    bits = bits << 1U | (flag ? 1U : 0U);
  }
  return bits;
}

std::uint64_t hash_of(const Node& node, NodeId parent) {
  Hash hash;
  hash.add(std::uint64_t{parent});
  hash.add(static_cast<std::uint64_t>(node.role));
  hash.add(node.name);
  hash.add(node.value);
  hash.add(node.description);
  hash.add(node.box);
  hash.add(node.clip);
  for (const std::string& option : node.options) hash.add(option);
  hash.add(static_cast<std::uint64_t>(node.chosen));
  hash.add(node.number);
  hash.add(node.step);
  if (node.stops) {
    for (const double at : {node.stops->down, node.stops->up, node.stops->page_down, node.stops->page_up}) hash.add(at);
  }
  hash.add(static_cast<std::uint64_t>(node.level));
  hash.add(flags(node));
  return hash.value();
}

void write_box(std::string_view key, const Box& box, JsonText& json) {
  json.key(key);
  json.open('[');
  for (const float side : {box.x, box.y, box.w, box.h}) json.number(double{side});
  json.close(']');
}

void write_text(std::string_view key, const std::string& text, JsonText& json) {
  if (text.empty()) return;
  json.key(key);
  json.string(text);
}

void write_states(const Node& node, JsonText& json) {
  const std::array<std::pair<std::string_view, bool>, 8> simple{{{"disabled", node.disabled},
                                                                {"invalid", node.invalid},
                                                                {"numeric", node.numeric},
                                                                {"end", node.at_end},
                                                                {"covered", node.covered},
                                                                {"assertive", node.assertive},
                                                                {"large", node.large},
                                                                {"zooms", node.zooms}}};
  for (const auto& [key, set] : simple) {
    if (!set) continue;
    json.key(key);
    json.boolean(true);
  }
  if (node.has_expanded) {
    json.key("expanded");
    json.boolean(node.expanded);
  }
  if (node.has_pressed) {
    json.key("pressed");
    json.boolean(node.pressed);
  }
}

void write_node(const Node& node, NodeId id, NodeId parent, JsonText& json) {
  json.open('{');
  json.key("id");
  json.integer(id);
  json.key("parent");
  json.integer(parent);
  json.key("role");
  json.string(name_of(node.role));
  write_text("name", node.name, json);
  write_text("value", node.value, json);
  write_text("description", node.description, json);
  write_box("box", node.box, json);
  // An area of no height hides as well; only one without width is none.
  if (node.clip.w > 0) write_box("clip", node.clip, json);
  if (node.role == Role::combobox) {
    json.key("options");
    json.open('[');
    for (const std::string& option : node.options) json.string(option);
    json.close(']');
    json.key("chosen");
    json.integer(node.chosen);
  }
  if (node.role == Role::slider) {
    json.key("number");
    json.number(node.number);
    json.key("step");
    json.number(node.step);
    if (node.stops) {
      json.key("stops");
      json.open('[');
      for (const double at : {node.stops->down, node.stops->up, node.stops->page_down, node.stops->page_up}) json.number(at);
      json.close(']');
    }
  }
  if (node.role == Role::heading) {
    json.key("level");
    json.integer(node.level);
  }
  write_states(node, json);
  json.close('}');
}

}  // namespace

void MirrorWriter::write(const std::vector<Node>& nodes, JsonText& json) {
  std::map<NodeId, std::uint64_t> now;
  std::vector<NodeId> order;
  order.reserve(nodes.size());

  json.key("nodes");
  json.open('[');
  for (const Node& node : nodes) {
    NodeId id = node.id;
    while (now.contains(id)) id += kNextId;
    const NodeId parent = node.parent < 0 ? 0 : order[static_cast<std::size_t>(node.parent)];
    const std::uint64_t hash = hash_of(node, parent);
    now.emplace(id, hash);
    order.push_back(id);
    const auto before = sent_.find(id);
    if (before == sent_.end() || before->second != hash) write_node(node, id, parent, json);
  }
  json.close(']');
  sent_ = std::move(now);

  if (order == order_) return;
  json.key("order");
  json.open('[');
  for (const NodeId id : order) json.integer(id);
  json.close(']');
  order_ = std::move(order);
}

}  // namespace tollmeter::web
