#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/reply/moments.h"
#include "core/reply/pasted.h"

namespace tollmeter {

/// What a reply says of one window.
struct StatedWindow {
  std::string name;  ///< "minute", "input-tokens", a policy's name; empty where the platform has one window, or names none
  std::string said_by;  ///< the first header or member that spoke of it
  std::optional<Rational> limit, remaining, used;  ///< units
  std::optional<Rational> percent;  ///< used of the limit
  Rational seconds;                 ///< how long it is; 0: not said
  std::optional<Moment> resets;     ///< after the reply, or an instant
  bool refused_by = false;          ///< the body names it as what refused

  /// The reply says that nothing is left of it.
  bool used_up() const;
};

struct Statements {
  std::vector<StatedWindow> windows;
  std::optional<Moment> retry;  ///< when to call again
  std::optional<Rational> made; ///< when the reply was made: seconds since 1970
};

Statements read_statements(const PastedReply& reply, const ReplyTable& table);

/// An item of a structured field (RFC 9651): "burst";q=100;w=60, 100;w=60, or limit=100. Parameters have the name ";q".
std::vector<std::vector<NameValue>> structured_items(std::string_view text);

}  // namespace tollmeter
