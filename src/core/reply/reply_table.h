#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/json_cursor.h"

namespace tollmeter {

/// What a value in a reply says.
enum class Says : std::uint8_t {
  limit,      ///< units in a window
  remaining,  ///< units left of it
  used,       ///< units taken of it
  pair,       ///< "40/40": used of the limit
  reset,      ///< when it frees: seconds from the reply on, an instant, or a length of time such as "6m0s"
  retry,      ///< the same, for the call that was refused
  seconds,    ///< how long the window is
  milliseconds,
  minutes,    ///< until it frees
  policy,     ///< RateLimit-Policy, a structured field
  state,      ///< RateLimit, a structured field
  percent,    ///< of the limit that is used: 100 and above is used up
  date,       ///< when the reply was made
  status,     ///< of HTTP
  url,        ///< that was called
  method,     ///< of HTTP
};

/// Where a value stands.
enum class Within : std::uint8_t { header, member, phrase };

/// How a value is found: in a header or a member of the body's JSON whose name is like the pattern, or behind a phrase of the body.
struct ReplyField {
  Within within = Within::header;
  Says says = Says::limit;
  std::string like;          ///< in small letters; "*" stands for any text, which names the window
  std::int64_t seconds = 0;  ///< how long the window is; 0: not said by the name
  std::string window;        ///< names the window instead of what "*" stands for; may be empty
};

/// What a reply of a platform says of its operations and limits. All that is not empty must hold.
struct ReplyCase {
  std::string header;  ///< "x-ratelimit-resource: search", a pattern of name and value
  std::string window;  ///< a pattern of the name of a window that tripped
  std::string says;    ///< the body holds it, in small letters and without blanks
  std::string path;    ///< "get /2/tweets/*", a pattern of method and path
  std::vector<std::string> limits;  ///< ids of limits, one of which tripped
  std::string metric;  ///< that was called; may be empty
  std::string means;   ///< a sentence; may be empty
};

struct ReplyPlatform {
  std::string id;
  std::vector<std::string> hosts;    ///< patterns
  std::vector<std::string> headers;  ///< patterns of names that only it sends
  std::vector<std::string> says;     ///< what only its bodies hold, in small letters and without blanks
  std::vector<ReplyCase> cases;      ///< the first that holds counts, for the limits and for the operation
};

/// How long a window is whose name holds a word.
struct ReplyWindow {
  std::string word;
  std::int64_t seconds = 0;
};

/// How platforms say that they refused (assets/replies.json), and the sentences of the page about it.
struct ReplyTable {
  std::vector<ReplyField> fields;
  std::vector<std::string> secrets;  ///< patterns of names of headers and members that are dropped unread
  std::vector<ReplyWindow> windows;
  std::vector<ReplyPlatform> platforms;
  std::vector<std::string> words;  ///< by ReplyWord (reply/reply_words.h)
};

/// As tools/bundle-catalog.py packs it: lists in which each value has its place. Keys and sentences of the program would be fetched
/// with its first part.
std::shared_ptr<const ReplyTable> read_replies(const JsonCursor& at);

/// Whether the whole text is like the pattern, in which "*" stands for any text, also none. `star`, if given, gets what the first "*"
/// stands for (as little as possible).
bool is_like(std::string_view text, std::string_view pattern, std::string* star = nullptr);
/// ASCII only.
std::string small_letters(std::string_view text);
/// The text holds the part, which is in small letters, in any case of letters; an empty part is held by every text.
bool holds_words(std::string_view text, std::string_view part);

}  // namespace tollmeter
