#include "core/limits_blocks.h"

#include <algorithm>

namespace tollmeter {
namespace {

using Int = Int128;

// Of so many that passed as many as of the sample; to some fifteen digits where the product does not fit.
Int in_proportion(Int passed, Int refused, Int calls) {
  Int product = 0;
  for (; __builtin_mul_overflow(passed, refused, &product); calls /= 2) refused /= 2;
  return product / calls;
}

class Blocks {
 public:
  Blocks(Gate& gate, const CallClock& calls, const Block& block) : gate_(gate), calls_(calls), block_(block) {
    for (const Traffic::Piece& piece : calls.traffic().pieces()) piece_last_.push_back(calls.until(piece.end.seconds));
    // A drawn week has so many pieces of an hour that a few blocks of each are a great many together.
    constexpr std::size_t kManyPieces = 250;
    if (piece_last_.size() > kManyPieces) first_ = 1, sampled_ = 16;
  }

  BlockRun run() {
    Int from = 1;
    while (from <= calls_.last()) {
      const bool fresh = gate_.is_fresh(from);
      const Int first = gate_.next_refused(from);
      if (first == 0) break;
      from = first == from ? stay_shut(from) : shut(from, first, fresh);
    }
    out_.refused = whole(refused_);
    return out_;
  }

 private:
  // Of more than so few calls, the first blocks of a piece, which may hang on how it began, and so many of each rate are looked
  // at one by one; the further ones of a piece are taken to be like those.
  static constexpr int kFewCalls = 2048;
  struct Sample {
    std::int64_t weight;  ///< of the pieces of that rate
    int blocks = 0;
    Int calls = 0, refused = 0;
  };

  // The first call after the block that refusing call n begins.
  Int after(Int n) const {
    const Int next = block_.until < 0 ? calls_.first_from(n, block_.seconds)
                                      : calls_.first_from(block_.end_after(calls_.second_after(n)));
    return std::min(std::max(next, n + 1), calls_.last() + 1);
  }

  // The last call of the piece of traffic that call n is in.
  Int last_of_piece(Int n) {
    while (piece_last_[piece_] < n) {
      ++piece_;
      in_piece_ = 0;
    }
    return piece_last_[piece_];
  }

  // Calls from `from` on are served up to `first`, which is refused; `fresh`: with nothing counted before. Gives the call at
  // which it opens again.
  Int shut(Int from, Int first, bool fresh) {
    const Int next = after(first);
    refused_ += next - first;
    const Int last = last_of_piece(from);
    const bool by_length = block_.until < 0 && next <= last;
    // Where the counter has forgotten all, what follows is the same over again, while calls come at one rate.
    if (by_length && fresh && gate_.is_fresh(next)) {
      const Int again = (last - next) / (next - from);
      refused_ += (next - first) * again;
      return next + (next - from) * again;
    }
    Sample& sample = sample_of_piece();
    if (++in_piece_ <= first_) return next;
    if (sample.blocks < sampled_ && by_length) {
      note(sample, next - from, next - first);
      ++sample.blocks;
    }
    if (!by_length || sample.blocks < sampled_ || calls_.last() <= kFewCalls) return next;
    // So many whole blocks as fit: the last one of the piece is looked at again, since the next piece begins within it.
    const Int period = std::max<Int>(1, sample.calls / sample.blocks);
    const Int passed = (last - next) / period * period;
    out_.simulated |= passed > 0;
    refused_ += in_proportion(passed, sample.refused, sample.calls);
    gate_.pass(next, next + passed);
    return next + passed;
  }

  // It opens, and the first call is refused again, up to the last one that must be.
  Int stay_shut(Int from) {
    const Int next = after(from);
    const Int last = std::min(last_of_piece(from), gate_.refused_until());
    const Int again = block_.until < 0 && last > next ? (last - next) / (next - from) : 0;
    const Int to = next + (next - from) * again;
    refused_ += to - from;
    Sample& sample = sample_of_piece();
    if (in_piece_ > first_ && sample.blocks < sampled_) note(sample, to - from, to - from);
    return to;
  }

  Sample& sample_of_piece() {
    const std::int64_t weight = calls_.traffic().pieces()[piece_].weight;
    for (Sample& sample : samples_) {
      if (sample.weight == weight) return sample;
    }
    return samples_.emplace_back(Sample{weight});
  }

  static void note(Sample& sample, Int calls, Int refused) {
    sample.calls += calls;
    sample.refused += refused;
  }

  Gate& gate_;
  const CallClock& calls_;
  const Block& block_;
  std::vector<Int> piece_last_;
  std::size_t piece_ = 0;
  int in_piece_ = 0;
  int first_ = 3, sampled_ = 64;
  std::vector<Sample> samples_;
  Int refused_ = 0;
  BlockRun out_;
};

}  // namespace

std::int64_t Block::end_after(std::int64_t t) const { return next_clock_time(Instant{t}, until, zone).seconds; }

BlockRun run_blocks(Gate& gate, const CallClock& calls, const Block& block) { return Blocks(gate, calls, block).run(); }

}  // namespace tollmeter
