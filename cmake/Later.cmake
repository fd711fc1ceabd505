# The page's program is fetched in two parts. later.wasm, which comes after the first frame, holds the functions of these
# sources and whatever only they call (tools/split-program.py).
#
# What runs before a person has pressed something stays out of this list. A source of it is entered by its own functions, so
# whoever calls them looks first whether there is anything to do: `if (view.state.menu_open) menu_popup(...)`.
file(GLOB later_sources RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS
  # What opens.
  src/ui/kit/dialog.cpp
  src/ui/kit/layer.cpp
  src/ui/kit/select_list.cpp
  src/ui/kit/outward.cpp
  src/ui/kit/text_area.cpp
  src/ui/kit/week_grid.cpp
  src/ui/shell/dates.cpp
  src/ui/shell/menus.cpp
  src/ui/shell/presets.cpp
  src/ui/shell/saved.cpp
  src/ui/views/picker*.cpp
  src/ui/views/quantity_builder.cpp
  src/ui/views/rates.cpp
  # What few have set or written.
  src/ui/kit/foreign_text.cpp
  src/ui/kit/scripts.cpp
  src/ui/more_contrast.cpp
  # What is asked of a result, or of a day long ago.
  src/core/export/*.cpp
  src/ui/export/*.cpp
  src/core/correction*.cpp
  src/core/known_prices.cpp
  src/core/report.cpp
  src/core/job_reader.cpp
  # One's own prices: a link with some waits for later.wasm like any other.
  src/core/own/*.cpp
  src/ui/own/*.cpp
  src/core/reply/*.cpp
  src/core/saved.cpp
  src/core/typed_number.cpp
  src/core/solve/*.cpp
  src/core/solve/*/*.cpp
  src/ui/solve/*.cpp
  src/ui/solve/*/*.cpp
  # What a link holds and is compared with. A page that opens with one waits for later.wasm.
  src/core/compare.cpp
  src/core/line_groups.cpp
  src/core/link_comparison.cpp
  src/core/link_fields.cpp
  src/core/link_ranges.cpp
  src/core/link_reader.cpp
  src/core/range.cpp
  src/ui/views/moved_lines.cpp
  # What no price and no limit of the opening platforms needs (assets/catalog/common.json); a platform's file comes with later.wasm.
  src/core/limits_blocks.cpp
  src/core/limits_bucket.cpp
  src/core/limits_gates.cpp
  src/core/limits_queue.cpp
  src/core/limits_rolling_rates.cpp
  src/core/limits_sliding.cpp
  src/core/limits_stepped_bucket.cpp
  src/core/limits_steps.cpp
  src/core/logarithm.cpp)
# Their functions stay functions: moved into those that call them they would be in the first part. Limits are run thousands of times
# a frame, so there the functions that others call say so themselves (core/limits_windows.h).
set(whole_functions ${later_sources})
list(FILTER whole_functions EXCLUDE REGEX "core/limits_")
set_property(SOURCE ${whole_functions} APPEND PROPERTY COMPILE_OPTIONS -fno-inline-functions)
# What Dear ImGui has for windows that a person moves, for its own keyboard navigation, popups, tooltips and settings: nothing of the page
# opens with it. If something did, the call would fetch later.wasm.
set(later_named "Nav(ScoreItem|ApplyItem|CalcPreferred|InitRequest|MoveRequest)|FindBestWindowPos|SetTooltip|LogRenderedText\
|RenderDimmed|RenderNavCursor|ScrollToRect|ImGui12IsKeyPressed|WindowSettingsHandler|RenderWindowOuter|GetResizeBorder\
|FocusTopMostWindow|TextureGetSizeEstimate|BakedDiscard|tesselate_curve|List9PathArcTo|GetViewportBgFg\
|ImFontAtlasBuildMain|cxxabiv1|__dynamic_cast\
|12budget_state|13BudgetMeasure|15converted_total|11rates_words|11units_words|Session12open_salvage|Session4step|20without_point_groups\
|10read_index|^tollmeter_(platform|index|file|no_platform|export)$|9bucket_of|14shares_of_days|15weights_of_days|JsonCursor6refuse\
|Problem8sentence|JsonPath4text|parse_error|^strtox$\
|TreeBuilder8place_of|check_references|11parse_share|Rows(10with_rates|11adjusted_by|7left_of|9marked_up|11price_share|6sum_on)\
|7week_of|10windows_of|12is_asked_for|(8Scenario|11PlatformUse|8Document|6Beside|7Formula)aSERKS|7OwnUnit4part|9card_menu|11price_words\
|13__tree_remove|^fmodf$|ImDrawList(10PrimRectUV|8AddImage|10PopTexture)|FontDestroyOutput|TextBuffer8appendfv|ImGui7LogText\
|Nav(UpdateWindowing|RestoreLayer)|FindWindow(NavFocusable|DisplayIndex)|ApplyWindowSettings|ClosePopupToLevel|SetKeyOwnersForKeyChord\
|GetModForLRModKey|KeyChordPotentially|SetWindowActiveForSkipRefresh\
|10parse_rate|Traffic11calls_untilERKNS_8RationalES3_|7OwnUnit(C2|aS)|base_dataIN9tollmeter7OwnUnit|N9tollmeter7OwnUnitELb0EE11__construct|9set_share|11with_remedy\
|11choose_plan|Session(9keep_mine|10start_with|11start_empty|9use_today|14show_as_shared|10is_of_link)|5go_toERNS0_7Session|12edit_traffic\
|14total_to_share|14growth_percent|16numbers_sentence|10bare_price|11limit_badge|9span_text|10tier_words|8one_line\
|(TreeBuilder|JsonCursor|FormulaParser)4fail|7ProblemENS_9allocatorIS2_EEE(9push_back|26__swap_out)\
|(6MixRun|3Mix|3Job|10TotalRange|11RangesState|12UnitFindings|8KitState|10OwnPreview|10PlanReview|9PlanDraft)D2Ev")
