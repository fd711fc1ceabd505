#include <algorithm>

#include "core/limits_windows.h"

namespace tollmeter {
namespace {

using Int = std::int64_t;  // sums of 128 bits are several times slower in wasm
using Piece = Traffic::Piece;

// Into how many steps a window is cut: the finer the fewer windows a month has.
std::int64_t steps_of_window(std::int64_t seconds, std::int64_t penalty, std::int64_t month) {
  constexpr std::int64_t kMost = 512, kInAMonth = 1 << 15;
  const std::int64_t least = penalty > 0 ? 32 : 16;  // a block may be a small part of a window
  return std::clamp(kInAMonth * seconds / month, least, kMost);
}

// The calls of one step after another, in whole numbers: time in 1 / steps of a second since the month's begin, so that
// a step is `seconds` long. Division is left to where the rate changes.
class Counter {
 public:
  Counter(const Rational& calls, std::int64_t seconds, std::int64_t steps, const Traffic& traffic)
      : traffic_(traffic),
        seconds_(seconds),
        steps_(steps),
        per_weight_(static_cast<Int>(calls.num())),
        per_call_(static_cast<Int>(calls.den() * traffic.total_weight() * steps)) {
    enter_piece();
  }

  Int next() {
    at_ += seconds_;
    if (at_ > end_of_piece_) return jump();
    const Int before = whole_;
    whole_ += whole_a_step_;
    part_ += part_a_step_;
    if (part_ >= per_call_) {
      part_ -= per_call_;
      ++whole_;
    }
    return whole_ - before;
  }

  // Of so many steps at once.
  Int skip(std::int64_t steps) {
    at_ += steps * seconds_;
    return jump();
  }

  // Steps that lie whole in the piece at hand.
  std::int64_t left_in_piece() const { return (end_of_piece_ - at_) / seconds_; }
  std::size_t piece() const { return piece_; }

 private:
  std::int64_t ticks(Instant t) const { return (t.seconds - traffic_.begin().seconds) * steps_; }
  const Piece& at_hand() const { return traffic_.pieces()[piece_]; }

  Int jump() {
    const Int before = whole_;
    while (at_ > end_of_piece_ && piece_ + 1 < traffic_.pieces().size()) {
      before_piece_ += Int{at_hand().weight} * (end_of_piece_ - ticks(at_hand().begin));
      ++piece_;
      end_of_piece_ = ticks(at_hand().end);
    }
    const std::int64_t into = std::min(at_, end_of_piece_) - ticks(at_hand().begin);
    const Int counted = (before_piece_ + Int{at_hand().weight} * into) * per_weight_;
    whole_ = counted / per_call_;
    part_ = counted % per_call_;
    enter_piece();
    return whole_ - before;
  }

  void enter_piece() {
    end_of_piece_ = ticks(at_hand().end);
    const Int a_step = Int{at_hand().weight} * seconds_ * per_weight_;
    whole_a_step_ = a_step / per_call_;
    part_a_step_ = a_step % per_call_;
  }

  const Traffic& traffic_;
  std::int64_t seconds_, steps_;
  Int per_weight_, per_call_;
  std::size_t piece_ = 0;
  std::int64_t at_ = 0, end_of_piece_ = 0;
  Int before_piece_ = 0;
  Int whole_ = 0, part_ = 0;
  Int whole_a_step_ = 0, part_a_step_ = 0;
};

struct StepRule {
  std::int64_t seconds, penalty, in_window;
};

// The window is a ring of steps; in each step as many calls are served as there is room. Where two windows have gone by
// at one rate all comes again, so the further ones of that piece are counted at once. A penalty begins and ends within a
// step, as far into it as its calls had come.
Int refused_with(const Traffic& traffic, const Rational& calls, Int room, const StepRule& rule) {
  const auto [seconds, penalty, in_window] = rule;
  const std::int64_t month = traffic.end().seconds - traffic.begin().seconds;
  Counter counter(calls, seconds, in_window, traffic);
  const std::int64_t steps = (month * in_window + seconds - 1) / seconds;
  constexpr std::int64_t kFine = 256;  // parts of a step
  const std::int64_t blocked = penalty * in_window * kFine / seconds;
  std::int64_t open_from = 0;  // in parts of a step

  std::vector<Int> ring(static_cast<std::size_t>(in_window));
  std::size_t slot = 0;
  Int used = 0, refused = 0;
  std::int64_t last_refusal = -in_window;
  std::size_t piece = 0;
  std::int64_t piece_since = 0;
  for (std::int64_t step = 0; step < steps; ++step) {
    const Int come = counter.next();
    const std::int64_t closed = std::clamp(open_from - step * kFine, std::int64_t{0}, kFine);
    const Int may_pass = closed == 0 ? come : come - come * closed / kFine;
    const Int passes = std::min(may_pass, room - (used - ring[slot]));
    used += passes - ring[slot];
    ring[slot] = passes;
    if (++slot == ring.size()) slot = 0;
    if (passes < come) {
      refused += come - passes;
      last_refusal = step;
    }
    if (passes < may_pass && blocked > 0) {
      open_from = step * kFine + closed + static_cast<std::int64_t>(passes * (kFine - closed) / may_pass) + blocked;
    }
    if (counter.piece() != piece) {
      piece = counter.piece();
      piece_since = step;
    }
    if (blocked > 0 || step - piece_since < 2 * in_window) continue;
    const std::int64_t windows = counter.left_in_piece() / in_window - 1;
    if (windows < 1) continue;
    const Int passed = counter.skip(windows * in_window);
    if (step - last_refusal < in_window) refused += std::max<Int>(0, passed - used * windows);
    step += windows * in_window;
    last_refusal += windows * in_window;
  }
  return refused;
}

}  // namespace

Rational refused_in_steps(const Stream& stream, std::int64_t seconds, std::int64_t penalty) {
  const Traffic& traffic = stream.calls.traffic();
  const std::int64_t in_window = steps_of_window(seconds, penalty, traffic.end().seconds - traffic.begin().seconds);
  // Very many calls are counted by the thousand or the million.
  Rational calls = stream.calls.total();
  Int128 room = stream.room;
  std::int64_t lump = 1;
  const auto fits = [&] {
    const Rational most = (whole(calls.num()) + whole(calls.den())) * traffic.total_weight() * in_window;
    return most.ok() && most.num() >> 53 == 0 && room >> 53 == 0;  // x 256 fits 64 bits too
  };
  for (; !fits() && lump < 1'000'000'000'000'000; lump *= 1000) {
    calls = (calls / 1000).floor();
    room = room / 1000;
  }
  if (!fits()) return Rational::overflow();
  return whole(refused_with(traffic, calls, static_cast<Int>(room), {seconds, penalty, in_window})) * lump;
}

}  // namespace tollmeter
