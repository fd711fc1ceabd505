#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reply/reply_table.h"

namespace tollmeter {

inline constexpr std::size_t kMostReplyBytes = 256U << 10;
inline constexpr std::size_t kMostReplyLines = 500;
inline constexpr std::size_t kMostReplyHeaders = 200;

struct NameValue {
  std::string name;  ///< in small letters
  std::string value;
};

/// A reply of an API as somebody pasted it, taken apart: as curl -i or curl -v print it, as a browser's developer tools copy it, or as
/// headers and body that a program printed. Of several replies (a redirect, a 100) the last. Any bytes are allowed.
struct PastedReply {
  std::string text;   ///< what is read of it, without secrets; everything else comes from this
  int dropped = 0;    ///< secrets that were in it
  bool cut = false;   ///< it has more than is read: bytes, lines or headers
  int status = 0;     ///< 0: not said
  std::string call;   ///< "get /2/tweets", in small letters, the query left out; "? /2/tweets" without a method, empty without a path
  std::vector<std::string> hosts;   ///< that were called
  std::vector<NameValue> headers;   ///< of the reply; where there are none, what its text says in pairs
  std::vector<NameValue> members;   ///< of the body, however deep: names and what is not a list or an object
  std::string body;
};

PastedReply read_pasted(std::string_view text, const ReplyTable& table);

/// The pairs of a JSON text, or of what programs print instead: Python, Ruby, the console of a browser; cut off or not. A header of a HAR
/// file, {"name": …, "value": …}, and a list of two texts are pairs too.
std::vector<NameValue> read_pairs(std::string_view text);

}  // namespace tollmeter
