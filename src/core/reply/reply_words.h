#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "core/reply/reply_table.h"
#include "core/words.h"

namespace tollmeter {

/// The page's sentences about a reply, in the order of "words" in assets/replies.json. They are data because texts of the program are fetched
/// before its first frame, whichever part speaks them.
enum class ReplyWord : std::uint8_t {
  title,
  ask,
  lead,
  field,
  hint,
  secret,
  secrets,
  cut,
  nothing,
  refused_by,
  refused_by_none,
  not_refused,
  status,
  platform,
  operation,
  window,
  frees,
  plan,
  holds,
  untold,
  by_host,
  by_header,
  by_words,
  used_up,
  nothing_left,
  limit_of,
  percent_used,
  one_window,
  named_window,
  with_length,
  none_used_up,
  is_limit,
  may_be_limit,
  may_be_limits,
  frees_at,
  frees_on,
  frees_after,
  frees_rule,
  frees_until,
  frees_rolling,
  frees_over,
  plan_only,
  plan_yours,
  plan_product,
  plan_several,
  plan_other,
  asked,
  asked_pace,
  holder,
  holder_unlimited,
  holder_none,
  holder_most,
  no_platform,
  no_operation,
  no_window,
  no_frees,
  no_plan,
  loading,
  not_had,
  again,
  changes,
  fresh,
  change_date,
  change_add,
  change_plan,
  change_use,
  apply,
  no_changes,
  clear,
  close,
};

/// The sentence with what belongs in the places of "{1}", "{2}" and so on; empty where the table lacks it.
std::string reply_words(const ReplyTable& table, ReplyWord word, std::initializer_list<Piece> parts = {});

}  // namespace tollmeter
