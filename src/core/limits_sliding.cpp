#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = Int128;

class Sliding {
 public:
  Sliding(const Stream& stream, std::int64_t seconds)
      : calls_(stream.calls),
        room_(stream.room),
        grid_{seconds},
        traffic_(stream.calls.traffic()),
        pieces_(traffic_.pieces()) {}

  WindowRun run() {
    std::int64_t end = grid_.end_after(traffic_.begin().seconds);
    while (end - grid_.seconds < traffic_.end().seconds) {
      while (pieces_[piece_].end.seconds <= end - grid_.seconds) ++piece_;
      take(end);
      end += grid_.seconds;
      end += skip(end) * grid_.seconds;
    }
    run_.asked = whole(calls_.last());
    run_.busiest = whole(busiest_);
    run_.refused = whole(refused_);
    return run_;
  }

 private:
  // Of `before` calls in the window before, when call n of the month comes.
  Int still_held(Int before, std::int64_t end, Int n) const { return calls_.share_left(n, end, before, grid_.seconds); }

  // What is allowed never falls within a window, so call n makes it min(one more than before, allowed). From call a to
  // call b of one rate, allowed(n) - n only rises or only falls: the least stands at an end.
  void take(std::int64_t end) {
    const Int begin = come_;
    const Int last = calls_.until(end);
    Int taken = 0, a = begin + 1;
    if (last - begin + before_ <= room_ && last - begin + asked_before_ <= busiest_) {
      taken = last - begin;  // fits beside all of the window before
      a = last + 1;
    }
    for (std::size_t p = piece_; a <= last; ++p) {
      const Int b = pieces_[p].end.seconds >= end ? last : calls_.until(pieces_[p].end.seconds);
      if (b < a) continue;
      const Int held_a = still_held(before_, end, a), held_b = still_held(before_, end, b);
      const bool all_served = asked_before_ == before_;
      busiest_ = std::max({busiest_, a - begin + (all_served ? held_a : still_held(asked_before_, end, a)),
                           b - begin + (all_served ? held_b : still_held(asked_before_, end, b))});
      const Int free = taken + (b - a) + 1;
      const Int all = std::min({free, room_ - held_a + (b - a), room_ - held_b});
      if (all < free) note_first_refusal(end, a, b, taken);
      taken = all;
      a = b + 1;
    }
    refused_ += last - begin - taken;
    asked_before_ = last - begin;
    before_ = taken;
    come_ = last;
  }

  // How many of the windows from the one that ends at `end` on, all within one piece, come out like the one before. Two calls
  // of room more than come on average make up for every rounding; and where each is asked for more than its room, each takes
  // just that, since what is left of the one before is nothing when its last call comes.
  std::int64_t skip(std::int64_t end) {
    const Traffic::Piece& piece = pieces_[piece_];
    if (end - 2 * grid_.seconds < piece.begin.seconds) return 0;
    const std::int64_t count = (piece.end.seconds - (end - grid_.seconds)) / grid_.seconds;
    if (count <= 0) return 0;
    if (of_piece_ != &piece) {
      const Rational share = calls_.total() * piece.weight * grid_.seconds / traffic_.total_weight();
      of_piece_ = &piece;
      least_ = share.floor().num();
      all_fit_ = piece.weight == 0 || share + 2 <= whole(room_);
    }
    const bool full = least_ > room_ && before_ == room_;
    // Asked for just about its room, a window may refuse a call or two for how its calls fall. So many are looked at one
    // by one; of more, only what is beyond their room is counted.
    constexpr int kMostLookedAt = 3000;
    const bool about_full = !all_fit_ && !full;
    if (about_full && looked_at_++ < kMostLookedAt) return 0;
    const std::int64_t last = end + (count - 1) * grid_.seconds;
    const Int come = calls_.until(last);
    if (about_full) run_.simulated = true;
    if (!all_fit_) refused_ += std::max<Int>(0, come - come_ - room_ * count);
    const bool fuller = come - come_ > least_ * count;
    busiest_ = std::max(busiest_, fuller ? least_ + 1 : least_);
    asked_before_ = come - calls_.until(last - grid_.seconds);
    before_ = all_fit_ ? asked_before_ : std::min(room_, asked_before_);
    come_ = come;
    return count;
  }

  // Among calls a .. b of one rate, of which one is the first refused.
  void note_first_refusal(std::int64_t end, Int a, Int b, Int taken) {
    if (run_.first_refused) return;
    const auto fits = [&](Int n) { return taken + (n - a) + 1 <= room_ - still_held(before_, end, n); };
    Int first = a;
    if (fits(a)) {
      Int good = a, bad = b;
      while (bad - good > 1) {
        const Int middle = (good + bad) / 2;
        (fits(middle) ? good : bad) = middle;
      }
      first = bad;
    }
    run_.first_refused = calls_.instant(first);
    run_.used_up = first > 1 ? calls_.instant(first - 1) : *run_.first_refused;
    run_.frees = frees(end, taken + (first - a));
  }

  // When one more than `taken` is allowed: as the window before fades, or else in the next one, as this one does.
  Instant frees(std::int64_t end, Int taken) const {
    const auto faded = [&](Int count, Int room, std::int64_t until) {
      // floor(count x left / seconds) is at most `room` once left is below (room + 1) x seconds / count.
      const Rational left = count > room ? whole(room + 1) / whole(count) * grid_.seconds : Rational(grid_.seconds);
      return Instant{(Rational(until) - left).ceil().to_int64()};
    };
    if (taken + 1 <= room_) return faded(before_, room_ - taken - 1, end);
    return faded(taken, room_ - 1, end + grid_.seconds);
  }

  const CallClock& calls_;
  Int room_;
  ClockGrid grid_;
  const Traffic& traffic_;
  const std::vector<Traffic::Piece>& pieces_;
  std::size_t piece_ = 0;  // the one that holds the window's begin
  const Traffic::Piece* of_piece_ = nullptr;  // for which the next two stand
  Int least_ = 0;         // calls of a whole window of the piece, or one more
  bool all_fit_ = false;  // whatever the window before held
  int looked_at_ = 0;
  Int come_ = 0;          // calls before the window at hand
  Int before_ = 0;        // served in the window before
  Int asked_before_ = 0;  // and asked
  Int busiest_ = 0, refused_ = 0;
  WindowRun run_;
};

}  // namespace

WindowRun run_sliding(const Stream& stream, std::int64_t seconds) { return Sliding(stream, seconds).run(); }

}  // namespace tollmeter
