#include "core/reply/pasted.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMostPairs = 2000;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestValue = 4000;

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '+';
}

/// Reads token by token. `shape_` holds what the last ones were: a sign as it is, "t" a text or a bare word.
class PairReader {
 public:
  explicit PairReader(std::string_view text) : text_(text) {}

  std::vector<NameValue> run() {
    while (at_ < text_.size() && pairs_.size() < kMostPairs) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        token(quoted(c));
      } else if (is_bare(c)) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_bare(text_[at_])) ++at_;
        token(std::string(text_.substr(begin, at_ - begin)));
      } else {
        ++at_;
        if (c == '=' && at_ < text_.size() && text_[at_] == '>') {
          ++at_;
          sign(':');
        } else if (std::string_view("{}[]:,").find(c) != std::string_view::npos) {
          sign(c);
        }
      }
    }
    return std::move(pairs_);
  }

 private:
  std::string quoted(char quote) {
    std::string all;
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        all += text_[at_] == 'n' ? '\n' : text_[at_];
      } else {
        all += text_[at_];
      }
    }
    if (at_ < text_.size()) ++at_;
    return all;
  }

  void sign(char c) {
    shape_ += c;
    if (c == ']' && shape_.ends_with("[t,t]")) add(before_, last_);
    if (c == ':') name_ = last_;
    if (c == '{' || c == '}' || c == ',') name_.clear();
    if (shape_.size() > 32) shape_.erase(0, 16);
  }

  void token(std::string text) {
    if (text.size() > kLongestValue) text.resize(kLongestValue);
    shape_ += 't';
    if (!name_.empty()) {
      add(name_, text);
      // {"name": "retry-after", "value": "30"}
      if (is_like(small_letters(name_), "value") && har_) add(*har_, text);
      har_.reset();
      if (is_like(small_letters(name_), "name")) har_ = text;
      name_.clear();
    }
    before_ = std::move(last_);
    last_ = std::move(text);
  }

  void add(const std::string& name, const std::string& value) {
    if (!name.empty() && name.size() <= kLongestName) pairs_.push_back({small_letters(name), value});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string shape_, name_, last_, before_;
  std::optional<std::string> har_;
  std::vector<NameValue> pairs_;
};

}  // namespace

std::vector<NameValue> read_pairs(std::string_view text) { return PairReader(text).run(); }

}  // namespace tollmeter
