#include "ui/solve/ranges_input.h"

#include <algorithm>
#include <string>

#include "core/format.h"
#include "core/language.h"
#include "core/solve/range_start.h"
#include "core/words.h"
#include "ui/solve/ranges_words.h"
#include "ui/views/result_words.h"
#include "ui/views/usage_parts.h"
#include "ui/views/usage_words.h"

namespace tollmeter::ui {

namespace {

constexpr float kText = 13;
constexpr float kOneLineFrom = 660;
constexpr float kFieldWidth = 130;
constexpr float kEnds = 460;  // of both fields and what stands between them
constexpr float kGap = 10;
constexpr float kRowGap = 6;
constexpr float kAddWidth = 200;

std::string refusal_key(const RangedInput& input, bool high) { return "range/" + input_key(input) + (high ? "/high" : "/low"); }

void forget_refusals(View& view, const RangedInput& input) {
  for (const bool high : {false, true}) view.state.usage.refused.erase(refusal_key(input, high));
}

void edit_range(View& view, const RangedInput& input, std::optional<Range> range) {
  forget_refusals(view, input);
  Scenario next = view.session.scenario();
  set_range(next, input, std::move(range));
  view.session.edit(std::move(next));
}

/// What of a range that reads well does not go with the input that it is of.
std::optional<Problem> misfit(const View& view, const RangedInput& input, const Range& range) {
  const Session& session = view.session;
  if (input.kind == RangeOf::driver) {
    const Driver* driver = session.catalog().driver(input.id);
    if (!driver) return std::nullopt;
    if (std::optional<Problem> problem = out_of_range(range, *driver)) return problem;
  }
  Scenario with = session.scenario();
  set_range(with, input, range);
  if (input.kind == RangeOf::unit_count) {
    if (std::optional<Problem> problem = beyond_bounds(*with.unit)) return problem;
  }
  const Spread spread = spread_of(input, with, session.catalog());
  const Cycle& cycle = session.shown().chosen.cycle;
  const std::string likely = ranged_value(input, session, spread.likely);
  if (Quantity{range.low.value, range.per, {}}.in(cycle) > spread.likely) {
    return Problem{{}, tr("the low end, {0}, is above the likely value, {1}", {local_typed(range.low.typed), likely}), tr("a low end that is not above it")};
  }
  if (Quantity{range.high.value, range.per, {}}.in(cycle) < spread.likely) {
    return Problem{{}, tr("the high end, {0}, is below the likely value, {1}", {local_typed(range.high.typed), likely}), tr("a high end that is not below it")};
  }
  return std::nullopt;
}

/// The range with another end.
Result<Range> with_end(const View& view, const RangedInput& input, const Range& range, bool high, const std::string& typed) {
  Result<Range> both = high ? parse_range(input.kind, range.low.typed, typed, range.per)
                            : parse_range(input.kind, typed, range.high.typed, range.per);
  if (!both) return both;
  if (std::optional<Problem> problem = misfit(view, input, both.value())) return *problem;
  return both;
}

/// What was refused may be right since: the other end, the likely value or the unit was changed, here or by undo.
void review_refusal(View& view, RangesState& state, const RangedInput& input, const Range& range, bool high) {
  const std::string key = refusal_key(input, high);
  const auto refused = view.state.usage.refused.find(key);
  if (refused == view.state.usage.refused.end()) return;
  const Result<Range> again = with_end(view, input, range, high, state.refused_ends[key]);
  if (again) {
    view.state.usage.refused.erase(refused);
  } else {
    refused->second = again.problem().sentence();
  }
}

void end_field(View& view, RangesState& state, const RangedInput& input, const Range& range, bool high, const Box& box) {
  const TypedNumber& end = high ? range.high : range.low;
  FieldSpec field;
  field.name = high ? tr("High of {0}", {ranged_name(input, view.session)}) : tr("Low of {0}", {ranged_name(input, view.session)});
  field.text = input.kind == RangeOf::share ? local_typed(end.typed) : number_words({end.value, range.per, end.typed});
  field.edit_text = local_typed(end.typed);
  if (input.kind == RangeOf::quantity) field.suffix = per_suffix(range.per);
  field.description = high ? tr("the most that it may be") : tr("the least that it may be");
  const std::string key = refusal_key(input, high);
  review_refusal(view, state, input, range, high);
  const auto typed = checked_field(view, high ? "high" : "low", key, box, field);
  if (!typed) return;
  if (*typed == field.edit_text) {
    view.state.usage.refused.erase(key);
    return;
  }
  state.refused_ends[key] = *typed;
  const auto read = read_or_refuse(view, key, [&] { return with_end(view, input, range, high, *typed); });
  if (read) edit_range(view, input, *read);
}

std::string likely_text(const View& view, const RangedInput& input) {
  return ranged_value(input, view.session, likely_value(input, view.session.scenario(), view.session.catalog()));
}

std::string likely_words(const View& view, const RangedInput& input) { return tr("likely {0}", {likely_text(view, input)}); }

// "low [ ] likely 30,000 high [ ]", or without the likely value where that has no room between the fields.
void ends(View& view, RangesState& state, const RangedInput& input, const Range& range, bool with_likely, const Box& at) {
  Kit& kit = view.kit;
  const Style dim{kText, Face::regular, Ink::dim};
  const float text_y = at.y + (at.h - kit.line_height(kText)) / 2;
  const std::string low_word = tr("low"), high_word = tr("high");
  const float low_w = kit.width(low_word, dim), high_w = kit.width(high_word, dim);
  const float field_w = with_likely ? kFieldWidth : (at.w - low_w - high_w - 3 * kGap) / 2;
  kit.silent_text(at.x, text_y, low_word, dim);
  const Box low{at.x + low_w + kGap, at.y, field_w, at.h};
  const Box high{at.right() - field_w, at.y, field_w, at.h};
  const float high_x = high.x - kGap - high_w;
  if (with_likely) {
    // Without its word where even here there is no room for it.
    const std::string likely = likely_words(view, input);
    const float room = high_x - low.right() - 2 * kGap;
    kit.text(low.right() + kGap, text_y, kit.width(likely, dim) <= room ? likely : likely_text(view, input), dim, Align::left, room);
  }
  kit.silent_text(high_x, text_y, high_word, dim);
  end_field(view, state, input, range, false, low);
  // What was typed into the first may have changed it.
  const Range* now = range_of(input, view.session.scenario());
  end_field(view, state, input, now ? *now : range, true, high);
}

// The likely value was moved out of the range, by a slider say.
std::string stretched_words(const View& view, const RangedInput& input) {
  const Range* range = range_of(input, view.session.scenario());
  if (!range || !misfit(view, input, *range)) return "";
  return tr("The likely value lies outside: the range reaches to it.");
}

float input_row(View& view, RangesState& state, const RangedInput& input, float x, float y, float w) {
  Kit& kit = view.kit;
  kit.push(input_key(input));
  const Range range = *range_of(input, view.session.scenario());
  const std::string name = sentence_case(ranged_name(input, view.session));
  const float h = kit.control_height();
  const bool one_line = w >= kOneLineFrom;
  const float remove_w = h;
  const float ends_w = one_line ? kEnds : w;
  const float name_h = one_line ? h : std::max(kit.line_height(kText), h - 8);
  const float text_y = y + (name_h - kit.line_height(kText)) / 2;
  float name_w = one_line ? w - ends_w - remove_w - 2 * kGap : w - remove_w - kGap;
  if (!one_line) {
    const Style dim{kText, Face::regular, Ink::dim};
    const float likely_w = kit.text(x + name_w, text_y, likely_words(view, input), dim, Align::right, name_w / 2);
    name_w -= likely_w + kGap;
  }
  kit.text(x, text_y, name, {kText, Face::semibold, Ink::text}, Align::left, name_w);
  const Box cross{x + w - remove_w, y + (name_h - h) / 2, remove_w, h};
  const bool removed = kit.icon_button("remove", cross, Kit::Icon::close, tr("No range of {0}", {ranged_name(input, view.session)}), ButtonLook::quiet);
  const Box at = one_line ? Box{x + name_w + kGap, y, ends_w, h} : Box{x, y + name_h, w, h};
  ends(view, state, input, range, one_line, at);
  y = at.bottom();
  for (const bool high : {false, true}) y = refusal(view, refusal_key(input, high), x, y, w);
  if (const std::string said = stretched_words(view, input); !said.empty()) {
    kit.text(x, y + 2, said, {12, Face::regular, Ink::warn}, Align::left, w);
    y += 2 + kit.line_height(12);
  }
  if (removed) edit_range(view, input, std::nullopt);
  kit.pop();
  return y + kRowGap;
}

void begin_range(View& view, const RangedInput& input) {
  edit_range(view, input, first_range(input, view.session.scenario(), view.session.catalog()));
}

// A list of what has no range yet. Returns the x behind it.
float add_select(View& view, const Box& box) {
  const Session& session = view.session;
  const Scenario& scenario = session.scenario();
  std::vector<RangedInput> inputs;
  SelectSpec spec;
  spec.name = tr("Add a range of");
  spec.label = tr("+ Add a range");
  for (const RangedInput& input : inputs_to_range(session.shown().chosen, scenario, session.catalog())) {
    if (range_of(input, scenario)) continue;
    const Platform* platform = session.catalog().platform(input.platform);
    const Metric* metric = platform ? platform->metric(input.id) : nullptr;
    const Rational likely = likely_value(input, scenario, session.catalog());
    SelectSpec::Option option;
    option.label = metric ? metric->name.shown() : sentence_case(ranged_name(input, session));
    option.group = platform ? platform->name : tr("About you");
    option.detail = input.kind == RangeOf::share ? tr("{0} %", {number_text(likely * 100)}) : number_text(likely);
    const PlatformUse* use = find_use(session, input.platform);
    if (use && input.kind == RangeOf::quantity) {
      const auto quantity = use->quantities.find(input.id);
      option.detail = quantity == use->quantities.end() ? "0" : quantity_words(quantity->second);
    }
    spec.options.push_back(std::move(option));
    inputs.push_back(input);
  }
  // Lists are read one by one: what two platforms call alike is told apart by them.
  const std::vector<SelectSpec::Option> all = spec.options;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto alike = std::count_if(all.begin(), all.end(), [&](const SelectSpec::Option& other) { return other.label == all[i].label; });
    const Platform* platform = session.catalog().platform(inputs[i].platform);
    if (alike > 1 && platform) spec.options[i].label += ", " + platform->short_name;
  }
  if (inputs.empty() || count_ranges(scenario) == kMostRanges) {
    const std::string said = inputs.empty() ? tr("Every input has a range.") : tr("More than 32 inputs cannot have a range.");
    const float text_y = box.y + (box.h - view.kit.line_height(kText)) / 2;
    return box.x + view.kit.text(box.x, text_y, said, {kText, Face::regular, Ink::dim});
  }
  if (const auto chosen = view.kit.select("add", box, spec)) begin_range(view, inputs[static_cast<std::size_t>(*chosen)]);
  return box.right();
}

}  // namespace

float ranges_input(View& view, RangesState& state, float x, float y, float w) {
  Kit& kit = view.kit;
  for (const RangedInput& input : ranged_inputs(view.session.scenario(), view.session.catalog())) {
    // The cross of a row before it may have taken it away.
    if (range_of(input, view.session.scenario())) y = input_row(view, state, input, x, y, w);
  }
  const float h = kit.control_height();
  const float text_y = y + (h - kit.line_height(kText)) / 2;
  add_select(view, {x, y, std::min(kAddWidth, w), h});
  const std::string table = state.as_table ? tr("show as chart") : tr("show as table");
  const float below = kAddWidth + kGap + kit.width(table, {kText, Face::semibold}) <= w ? 0 : h;
  if (kit.link("as-table", x + w, text_y + below, table, nullptr, Align::right)) state.as_table = !state.as_table;
  return y + h + below;
}

float ranges_start(View& view, const RangesState& state, float x, float y, float w) {
  Kit& kit = view.kit;
  const std::string ask = tr("Not sure of a number? Say how low and how high it may be: the page shows how far the total moves, how likely "
                             "that is, and which input moves it most.");
  const Run said[] = {{ask, Face::regular, Ink::text}};
  y += kit.paragraph({x, y, w, 0}, said, 14) + 10;
  const float h = kit.control_height();
  const auto button = [&](std::string_view key, const std::string& label, ButtonLook look) {
    const bool pressed = kit.button(key, {x, y, std::min(w, kit.button_width(label, look)), h}, label, look);
    y += h + 8;
    return pressed;
  };
  if (const std::optional<RangedInput>& start = state.start()) {
    const std::string name = ranged_name(*start, view.session);
    if (button("half", tr("± 50 % of {0}", {name}), ButtonLook::primary)) begin_range(view, *start);
    kit.text(x, y - 4, tr("Of all inputs it moves the total most."), {12, Face::regular, Ink::dim}, Align::left, w);
    y += kit.line_height(12) + 6;
    if (button("halves", tr("± 50 % of every input in use"), ButtonLook::outline)) {
      view.session.edit(with_halves(view.session.shown().chosen, view.session.scenario(), view.session.catalog()));
    }
  } else {
    const std::string text =
        state.start_is_known() ? tr("Half as much or half as much again of any one input leaves the total as it is. Pick one yourself:")
                               : tr("The input that matters most is being looked for.");
    const Run run[] = {{text, Face::regular, Ink::dim}};
    y += kit.paragraph({x, y, w, 0}, run, kText) + 8;
  }
  add_select(view, {x, y, std::min(kAddWidth, w), h});
  return y + h;
}

}  // namespace tollmeter::ui
