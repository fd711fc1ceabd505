#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/reply/pasted.h"
#include "core/reply/statements.h"

namespace tollmeter {

/// When one may call again.
struct Freeing {
  Rational seconds;  ///< since 1970 where `is_instant`, else after the reply
  bool is_instant = false;
};

/// A pasted reply with all that it says by itself. Points into the table.
struct ReplyReading {
  /// By what the platform was known.
  enum class ToldBy { nothing, host, header, words };

  PastedReply pasted;
  Statements stated;
  const ReplyPlatform* platform = nullptr;
  ToldBy told_by = ToldBy::nothing;
  std::string evidence;  ///< the host or the header; of words empty
  const ReplyCase* limit_case = nullptr;  ///< names the limits that can have tripped
  const ReplyCase* operation_case = nullptr;  ///< names what was called
  const ReplyCase* meaning = nullptr;         ///< has a sentence about it
  std::vector<StatedWindow> tripped;  ///< the windows that are used up
  std::optional<Freeing> frees;       ///< as the reply says
  bool is_empty = true;    ///< nothing in it was understood
  bool is_refusal = false; ///< it refused, for a limit
};

/// Never fails: what cannot be understood is left out. Takes time in proportion to the text.
ReplyReading read_reply(std::string_view text, const ReplyTable& table);

}  // namespace tollmeter
