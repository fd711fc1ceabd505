#include "ui/kit/wrap.h"

#include <algorithm>

#include "ui/kit/scripts.h"

namespace tollmeter::ui {
namespace {

constexpr std::size_t kLeastRest = 4;  // bytes of a long word's last line

// Whether characters may be made of several: not with those of the page's fonts, nor of others below U+0180 or from U+2000
// to U+2FFF alone.
bool may_join(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC6 && byte != 0xE2;
  });
}

struct Part {
  std::size_t run, begin, end;
  float w;
};

class Wrapper {
 public:
  Wrapper(std::span<const Run> runs, float most, const std::function<float(std::string_view, Face)>& measure)
      : runs_(runs), most_(most), measure_(measure) {}

  Wrapped run() {
    for (std::size_t r = 0; r < runs_.size(); ++r) read(r);
    put_word();
    if (!out_.pieces.empty() || line_ > 0) out_.lines = line_ + 1;
    out_.end_x = x_;
    return std::move(out_);
  }

 private:
  void read(std::size_t r) {
    const std::string_view text = runs_[r].text;
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == '\n') {
        put_word();
        new_line();
        ++at;
      } else if (text[at] == ' ') {
        put_word();
        space_ += measure_(" ", runs_[r].face);
        ++at;
      } else {
        std::size_t end = text.find_first_of(" \n", at);
        if (end == std::string_view::npos) end = text.size();
        const float w = measure_(text.substr(at, end - at), runs_[r].face);
        word_.push_back({r, at, end, w});
        word_w_ += w;
        at = end;
      }
    }
  }

  void new_line() {
    ++line_;
    x_ = 0;
    space_ = 0;
  }

  void put_word() {
    if (word_.empty()) return;
    if (x_ > 0 && x_ + space_ + word_w_ > most_) new_line();
    // Spaces at the beginning of a wrapped line vanish.
    x_ += x_ > 0 ? space_ : 0;
    for (const Part& part : word_) {
      if (word_w_ > most_) {
        put_by_character(part);
      } else {
        add(part.run, part.begin, part.end, part.w);
      }
    }
    word_.clear();
    word_w_ = 0;
    space_ = 0;
  }

  void put_by_character(const Part& part) {
    const std::string_view text = runs_[part.run].text;
    const bool joined = may_join(text.substr(part.begin, part.end - part.begin));
    std::size_t at = part.begin;
    while (at < part.end) {
      std::size_t end = at;
      float w = 0;
      while (end < part.end) {
        std::size_t next = end + 1;
        if (joined) next = std::min(character_end(text, end), part.end);
        while (next < part.end && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
        const float longer = measure_(text.substr(at, next - at), runs_[part.run].face);
        if (x_ + longer > most_ && (end > at || x_ > 0)) break;
        end = next;
        w = longer;
      }
      // A letter or two alone on the last line look like a fault.
      if (!joined && end < part.end && part.end - end < kLeastRest && end - at > 2 * kLeastRest) {
        end = part.end - kLeastRest;
        while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        w = measure_(text.substr(at, end - at), runs_[part.run].face);
      }
      if (end > at) add(part.run, at, end, w);
      if (end < part.end) new_line();
      at = end;
    }
  }

  void add(std::size_t r, std::size_t begin, std::size_t end, float w) {
    // Words of one run on one line are drawn together.
    if (!out_.pieces.empty()) {
      Piece& last = out_.pieces.back();
      if (last.run == r && last.line == line_ && runs_[r].text.find_first_not_of(' ', last.end) == begin) {
        last.end = end;
        x_ += w;
        return;
      }
    }
    out_.pieces.push_back({r, begin, end, line_, x_});
    x_ += w;
  }

  std::span<const Run> runs_;
  float most_;
  const std::function<float(std::string_view, Face)>& measure_;
  Wrapped out_;
  std::vector<Part> word_;
  float word_w_ = 0;
  float space_ = 0;
  float x_ = 0;
  int line_ = 0;
};

}  // namespace

Wrapped wrap_runs(std::span<const Run> runs, float w, const std::function<float(std::string_view, Face)>& measure) {
  return Wrapper(runs, w, measure).run();
}

}  // namespace tollmeter::ui
