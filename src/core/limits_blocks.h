#pragma once

#include <memory>
#include <vector>

#include "core/limits_windows.h"

// Limits at which a refusal has everything refused for a time.
namespace tollmeter {

/// For how long a refusal has everything refused: so many seconds, or to the next time of day in a zone.
struct Block {
  std::int64_t seconds = 0;
  int until = -1;  ///< seconds of the local day; below zero: not to a time of day
  const ZoneEntry* zone = nullptr;
  std::int64_t end_after(std::int64_t t) const;  ///< of one to a time of day
};

/// A counter that calls come to, in order, until it refuses one.
class Gate {
 public:
  virtual ~Gate() = default;
  /// The first call from `from` on that does not fit, if all from there on come; 0 where none is. What was before it stays
  /// counted.
  virtual Int128 next_refused(Int128 from) = 0;
  /// The last call that is surely refused after the one that `next_refused` named; that one where none is.
  virtual Int128 refused_until() const = 0;
  /// Calls from `from` up to `to`, all of one rate, have gone by as those before did: what is counted stands as it stood.
  virtual void pass(Int128 from, Int128 to) = 0;
  /// Whether call `from` finds nothing counted any more, so that what follows hangs on nothing before.
  virtual bool is_fresh(Int128 from) const = 0;
};
/// Calls refused where each refusal has all refused for a time. Exact up to some hundreds of blocks; of more the further ones of
/// a stretch of one rate are taken to be like those before.
struct BlockRun {
  Rational refused;
  bool simulated = false;
};
[[gnu::noinline]] BlockRun run_blocks(Gate& gate, const CallClock& calls, const Block& block);

/// Each for the windows of the same name; `windows` are those that touch the month.
[[gnu::noinline]] std::unique_ptr<Gate> fixed_gate(const Stream& stream, const ClockGrid& grid);
[[gnu::noinline]] std::unique_ptr<Gate> fixed_gate(const Stream& stream, std::vector<WindowSpan> windows);
[[gnu::noinline]] std::unique_ptr<Gate> first_use_gate(const Stream& stream, std::int64_t seconds);
[[gnu::noinline]] std::unique_ptr<Gate> rolling_gate(const Stream& stream, std::int64_t seconds);
[[gnu::noinline]] std::unique_ptr<Gate> bucket_gate(const CallBucket& bucket, const CallClock& calls);

}  // namespace tollmeter
