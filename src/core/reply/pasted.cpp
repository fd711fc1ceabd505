#include "core/reply/pasted.h"

#include <algorithm>

#include "core/reply/moments.h"
#include "core/reply/secrets.h"

namespace tollmeter {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMostHosts = 20;

/// Of a header; or of what developer tools put beside them, "remote address".
bool is_name(std::string_view text) {
  if (text.empty() || text.size() > kLongestName || std::count(text.begin(), text.end(), ' ') > 1) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':' || c == ' ';
  });
}

const ReplyField* field_of(const ReplyTable& table, Within within, std::string_view name) {
  for (const ReplyField& field : table.fields) {
    if (field.within == within && is_like(name, field.like)) return &field;
  }
  return nullptr;
}

class PastedReader {
 public:
  PastedReader(PastedReply& reply, const ReplyTable& table) : reply_(reply), table_(table) {}

  void run() {
    std::string_view rest = reply_.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    reply_.members = read_pairs(reply_.body);
    const bool printed = reply_.headers.empty() || !said_status_;
    if (printed) promote();
    for (const NameValue& one : reply_.headers) take(Within::header, one);
    for (const NameValue& one : reply_.members) {
      if (printed) take(Within::member, one);
    }
    if (!path_.empty()) reply_.call = (method_.empty() ? "?" : method_) + " " + path_;
  }

 private:
  void line(std::string_view text) {
    bool asked = false;
    // curl -v: "> " what was asked, "< " what was answered, "* " what it did.
    if (!text.empty() && (text[0] == '<' || text[0] == '>') && (text.size() == 1 || text[1] == ' ' || text[1] == '\r')) {
      asked = text[0] == '>';
      verbose_ = true;
      in_body_ = false;
      text = text.size() > 2 ? text.substr(2) : std::string_view();
    } else if (verbose_ && (text.starts_with("* ") || text.starts_with("{ [") || text.starts_with("} ["))) {
      return;
    } else if (verbose_) {
      in_body_ = true;
    }
    const std::string_view said = trimmed(text);
    if (status_line(said)) return;
    if (request_line(said)) return;
    if (in_body_) return body(text);
    if (said.empty()) {
      open_.clear();
      blank_ = !reply_.headers.empty();
      return;
    }
    const std::string opened = std::move(open_);
    open_.clear();
    const bool value_alone = said.find(':') == std::string_view::npos || field_of(table_, Within::header, opened) != nullptr;
    if (!asked && !blank_ && !opened.empty() && value_alone) return header(opened, said, asked);
    const std::size_t colon = said.find(':', 1);
    const std::string name = small_letters(trimmed(said.substr(0, std::min(colon, said.size()))));
    const bool known = field_of(table_, Within::header, name) != nullptr;
    // Behind the blank line only what is known to be a header is one: developer tools put such lines between their parts.
    const bool is_header = colon != std::string_view::npos && (known || (begun_ && !blank_ && is_name(name)));
    begun_ = begun_ || known;
    if (is_header) {
      const std::string_view value = trimmed(said.substr(colon + 1));
      blank_ = false;
      if (value.empty()) open_ = name;
      else header(name, value, asked);
    } else if (colon == std::string_view::npos && known && name.find('-') != std::string::npos) {
      open_ = name;
    } else if (!asked) {
      // Before the first line that is surely of a reply, anything may stand: a program's own words.
      in_body_ = begun_;
      body(text);
    }
  }

  void header(const std::string& name, std::string_view value, bool asked) {
    const ReplyField* field = field_of(table_, Within::header, name);
    if (field && field->says == Says::url) return url(value);
    if (asked) return;
    if (reply_.headers.size() == kMostReplyHeaders) {
      reply_.cut = true;
    } else {
      reply_.headers.push_back({name, std::string(value)});
    }
  }

  void body(std::string_view text) {
    reply_.body += text;
    reply_.body += '\n';
  }

  // "HTTP/1.1 429 Too Many Requests": what came before it was another reply.
  bool status_line(std::string_view text) {
    if (!is_like(small_letters(text.substr(0, 8)), "http/*")) return false;
    const std::size_t space = text.find(' ');
    const std::optional<Rational> status = space == std::string_view::npos ? std::nullopt : leading_number(trimmed(text.substr(space)));
    if (!status || *status < 100 || *status > 599) return false;
    reply_.headers.clear();
    reply_.body.clear();
    in_body_ = blank_ = false;
    begun_ = said_status_ = true;
    reply_.status = static_cast<int>(status->to_int64());
    return true;
  }

  // "GET /2/tweets HTTP/2", or a command that names an address.
  bool request_line(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || in_body_) return false;
    const std::string_view word = text.substr(0, space), rest = trimmed(text.substr(space));
    const bool capitals = word.size() >= 3 && word.size() <= 7 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capitals && (rest.starts_with('/') || rest.starts_with("http"))) {
      method_ = small_letters(word);
      url(rest);
      return true;
    }
    const bool command = (text.starts_with("curl ") || text.starts_with("$ curl ")) && text.find("://") != std::string_view::npos;
    if (!command) return false;
    const std::size_t method = text.find("-X ");
    if (method != std::string_view::npos) method_ = small_letters(text.substr(method + 3, std::min(text.find(' ', method + 3), text.size()) - method - 3));
    url(text.substr(text.find("://") - 4));
    return true;
  }

  // "https://api.x.com/2/tweets?ids=1", "/2/tweets", or only a host.
  void url(std::string_view text) {
    const std::size_t scheme = text.find("://");
    std::string small = small_letters(scheme == std::string_view::npos ? text : text.substr(scheme + 3));
    small.resize(std::min(small.find_first_of(" ?#\"'\t\r\\"), small.size()));
    const std::size_t slash = std::min(small.find('/'), small.size());
    std::string host = small.substr(0, slash);
    host.resize(std::min(host.find(':'), host.size()));
    if (!host.empty() && host.size() < 200 && reply_.hosts.size() < kMostHosts) reply_.hosts.push_back(host);
    if (slash < small.size() && small.size() < 2000) path_ = small.substr(slash);
  }

  // A program printed the headers as pairs: those that are known are headers.
  void promote() {
    for (const NameValue& one : reply_.members) {
      const bool known = field_of(table_, Within::header, one.name) || std::any_of(table_.platforms.begin(), table_.platforms.end(), [&](const ReplyPlatform& p) {
        return std::any_of(p.headers.begin(), p.headers.end(), [&](const std::string& like) { return is_like(one.name, like); });
      });
      const bool there = std::any_of(reply_.headers.begin(), reply_.headers.end(), [&](const NameValue& h) { return h.name == one.name; });
      if (known && !there && reply_.headers.size() < kMostReplyHeaders) reply_.headers.push_back(one);
    }
  }

  void take(Within within, const NameValue& one) {
    const ReplyField* field = field_of(table_, within, one.name);
    if (!field) return;
    if (field->says == Says::status && reply_.status == 0) {
      const std::optional<Rational> status = leading_number(one.value);
      if (status && *status >= 100 && *status <= 599) reply_.status = static_cast<int>(status->to_int64());
    }
    if (field->says == Says::method && method_.empty() && one.value.size() <= 7) method_ = small_letters(one.value);
    if (field->says == Says::url) url(one.value);
  }

  PastedReply& reply_;
  const ReplyTable& table_;
  bool verbose_ = false, in_body_ = false;
  bool begun_ = false;  ///< a line was surely of a reply
  bool said_status_ = false;
  bool blank_ = false;  ///< a blank line came after the headers
  std::string open_;    ///< a header whose value stands on the next line
  std::string method_, path_;
};

/// As much of the text as is read, in whole characters.
std::string_view within_bounds(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t most = std::min(text.size(), kMostReplyBytes);
  for (int i = 0; i < 3 && most < text.size() && continues(text[most]); ++i) --most;
  std::size_t end = 0;
  for (std::size_t lines = 0; end < most && lines < kMostReplyLines; ++lines) end = std::min(text.find('\n', end), most - 1) + 1;
  return text.substr(0, end);
}

}  // namespace

PastedReply read_pasted(std::string_view text, const ReplyTable& table) {
  PastedReply reply;
  // Cut before anything else, so that what is kept, shown and given back is no longer than what is read.
  const std::string_view read = within_bounds(text);
  reply.cut = read.size() < text.size();
  Unsecret safe = without_secrets(read, table.secrets);
  reply.text = std::move(safe.text);
  reply.dropped = safe.dropped;
  PastedReader(reply, table).run();
  return reply;
}

}  // namespace tollmeter
