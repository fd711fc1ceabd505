#include "ui/semantics.h"

#include <algorithm>
#include <utility>

namespace tollmeter::ui {
namespace {

// The finalizer of MurmurHash3: near inputs give far results.
std::uint32_t mix(std::uint32_t h) {
  h ^= h >> 16;
  h *= 0x85ebca6bU;
  h ^= h >> 13;
  h *= 0xc2b2ae35U;
  return h ^ (h >> 16);
}

Box common(const Box& a, const Box& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

}  // namespace

void add_action(std::vector<Action>& actions, Action action) {
  const bool replaces = !actions.empty() && action.kind == Action::Kind::text && actions.back().kind == action.kind && actions.back().id == action.id;
  if (replaces) actions.pop_back();
  actions.push_back(std::move(action));
}

void Semantics::begin_frame(std::vector<Action> actions) {
  nodes_.clear();
  open_.clear();
  clips_.clear();
  read_only_ = 0;
  moved_ = after_ = 0;
  got_focus_ = 0;
  actions_ = std::move(actions);
  for (const Action& a : actions_) {
    if (a.kind == Action::Kind::focus) {
      focused_ = a.id;
      pressed_on_ = a.number != 0;
      got_focus_ = pressed_on_ ? 0 : a.id;
    }
    if (a.kind == Action::Kind::blur && (a.id == 0 || a.id == focused_)) focused_ = got_focus_ = 0;
  }
}

void Semantics::end_frame() {
  reorder();
  int top = -1;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].role == Role::dialog || nodes_[i].role == Role::menu) top = static_cast<int>(i);
  }
  if (top >= 0) {
    for (Node& node : nodes_) node.covered = true;
    // Its containers hold it, so they are not out of reach themselves.
    for (int i = top; i >= 0; i = at(i).parent) at(i).covered = false;
    for (std::size_t i = static_cast<std::size_t>(top) + 1; i < nodes_.size(); ++i) {
      int inside = nodes_[i].parent;
      while (inside > top) inside = at(inside).parent;
      if (inside == top) nodes_[i].covered = false;
    }
  }
  // An element that is gone tells no browser reliably that it lost the focus.
  if (focused_ != 0 && find(focused_) == nullptr) focused_ = 0;
}

void Semantics::read_after(NodeId moved, NodeId after) {
  moved_ = moved;
  after_ = after;
}

void Semantics::reorder() {
  const auto place = [this](NodeId id) {
    return std::find_if(nodes_.begin(), nodes_.end(), [id](const Node& node) { return node.id == id; }) - nodes_.begin();
  };
  const auto count = static_cast<std::ptrdiff_t>(nodes_.size());
  const std::ptrdiff_t moved = place(moved_), after = place(after_);
  if (moved_ == 0 || moved == count || after == count) return;
  // What a container holds follows it, and what it does not has a parent before it.
  const auto end_of = [this, count](std::ptrdiff_t container) {
    std::ptrdiff_t end = container + 1;
    while (end < count && nodes_[static_cast<std::size_t>(end)].parent >= container) ++end;
    return end;
  };
  const std::ptrdiff_t from = moved, to = end_of(moved), at = end_of(after);
  if (after >= from && after < to) return;  // into itself
  nodes_[static_cast<std::size_t>(moved)].parent = nodes_[static_cast<std::size_t>(after)].parent;
  // Where each node stands afterwards: the block moves over what lies between it and its new place, which moves the other way.
  const auto now = [&](std::ptrdiff_t i) {
    if (i >= from && i < to) return at > from ? i + (at - to) : i - (from - at);
    if (at > from && i >= to && i < at) return i - (to - from);
    if (at <= from && i >= at && i < from) return i + (to - from);
    return i;
  };
  for (Node& node : nodes_) {
    if (node.parent >= 0) node.parent = static_cast<int>(now(node.parent));
  }
  const auto begin = nodes_.begin();
  if (at > from) {
    std::rotate(begin + from, begin + to, begin + at);
  } else {
    std::rotate(begin + at, begin + from, begin + to);
  }
}

Node& Semantics::begin(Role role, NodeId id, std::string_view name, const Box& box) {
  Node& node = add(role, id, name, box);
  open_.push_back({static_cast<int>(nodes_.size()) - 1});
  return node;
}

void Semantics::end() { open_.pop_back(); }

Node& Semantics::add(Role role, NodeId id, std::string_view name, const Box& box) {
  Node& node = nodes_.emplace_back();
  node.id = id;
  node.parent = open_.empty() ? -1 : open_.back().node;
  node.role = role;
  node.name = name;
  node.box = box;
  if (!clips_.empty()) node.clip = clips_.back();
  return node;
}

NodeId Semantics::read_id() {
  if (open_.empty()) return mix(0x7e57U + 31U * ++read_only_);
  Open& open = open_.back();
  return mix(nodes_[static_cast<std::size_t>(open.node)].id ^ mix(0x7e57U + ++open.read_only));
}

void Semantics::push_clip(const Box& clip) {
  const bool free = clips_.empty() || clips_.back() == Box{};
  clips_.push_back(free ? clip : common(clips_.back(), clip));
}

void Semantics::push_no_clip() { clips_.push_back({}); }

void Semantics::pop_clip() { clips_.pop_back(); }

const Node* Semantics::find(NodeId id) const {
  const auto it = std::find_if(nodes_.begin(), nodes_.end(), [id](const Node& n) { return n.id == id; });
  return it == nodes_.end() ? nullptr : &*it;
}

std::optional<Action> Semantics::take(Action::Kind kind, NodeId id) {
  const auto it = std::find_if(actions_.begin(), actions_.end(),
                               [kind, id](const Action& a) { return a.kind == kind && a.id == id; });
  if (it == actions_.end()) return std::nullopt;
  Action taken = std::move(*it);
  actions_.erase(it);
  return taken;
}

bool Semantics::take_press(NodeId id) { return take(Action::Kind::press, id).has_value(); }

std::optional<std::string> Semantics::take_text(NodeId id) {
  std::optional<std::string> last;
  while (std::optional<Action> a = take(Action::Kind::text, id)) last = std::move(a->text);
  return last;
}

std::optional<std::string> Semantics::take_commit(NodeId id) {
  std::optional<Action> a = take(Action::Kind::commit, id);
  if (!a) return std::nullopt;
  return std::move(a->text);
}

std::optional<double> Semantics::take_number(NodeId id) {
  std::optional<double> last;
  while (const std::optional<Action> a = take(Action::Kind::number, id)) last = std::clamp(a->number, 0.0, 1.0);
  return last;
}

std::optional<int> Semantics::take_choice(NodeId id) {
  const std::optional<Action> a = take(Action::Kind::choose, id);
  if (!a) return std::nullopt;
  return static_cast<int>(a->number);
}

bool Semantics::take_any(Action::Kind kind) {
  const auto it = std::find_if(actions_.begin(), actions_.end(), [kind](const Action& a) { return a.kind == kind; });
  if (it == actions_.end()) return false;
  actions_.erase(it);
  return true;
}

bool Semantics::take_dismiss() { return take_any(Action::Kind::dismiss); }

bool Semantics::take_undo() { return take_any(Action::Kind::undo); }

bool Semantics::take_redo() { return take_any(Action::Kind::redo); }

bool Semantics::got_focus(NodeId id) const { return id != 0 && got_focus_ == id; }

std::optional<NodeId> Semantics::wanted_focus() { return std::exchange(wanted_focus_, std::nullopt); }

}  // namespace tollmeter::ui
