#pragma once

#include <cstdint>
#include <string>
#include <map>
#include <vector>

#include "ui/semantics.h"
#include "core/json_text.h"

namespace tollmeter::web {

/// Says to the page what became different in the semantic mirror since the last frame.
class MirrorWriter {
 public:
  /// Adds the keys "nodes" (those that are new or changed) and, when nodes came, went or moved in reading order,
  /// "order" (the ids of all). A node that has the id of an earlier one gets another: a dialog is not lost because its
  /// opener has the same key, and actions go to the first.
  void write(const std::vector<ui::Node>& nodes, JsonText& json);

 private:
  std::map<ui::NodeId, std::uint64_t> sent_;  ///< the hash of each node as the page knows it
  std::vector<ui::NodeId> order_;
};

}  // namespace tollmeter::web
