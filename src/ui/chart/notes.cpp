#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "core/language.h"
#include "ui/chart/chart.h"

namespace tollmeter::ui {
namespace {

constexpr float kSize = 12;
constexpr float kPadding = 10;
constexpr float kReadoutOff = 14;  // from the hair line
constexpr float kSample = 18;      // of a legend's line
constexpr float kSampleGap = 8;
constexpr float kEntryGap = 18;
constexpr float kSwatch = 8;  // of an annotation
constexpr float kSwatchGap = 5;

float room_for_swatch(const Annotation& a) { return a.swatch != 0 ? kSwatch + kSwatchGap : 0; }

Style text_style(bool strong) { return {kSize, strong ? Face::semibold : Face::regular, Ink::text}; }

constexpr Style kDetail{kSize, Face::regular, Ink::dim};

}  // namespace

void Chart::draw_annotations() {
  const float lh = kit_.line_height(kSize);
  std::vector<LabelRequest> requests;
  std::erase_if(annotations_, [this](const Annotation& a) { return !in_sight(a.from, a.to); });
  for (const Annotation& a : annotations_) {
    const Style style = text_style(a.strong);
    const float from = std::max(plot_.x, to_x(a.from)), to = std::min(plot_.right(), to_x(a.to));
    LabelRequest request{from, to, to_y(a.y), 0, lh, a.importance, 0, a.strong};
    request.w = std::max(kit_.width(a.text, style), kit_.width(a.detail, kDetail));
    if (!a.detail.empty()) request.h = 2 * lh - 4;
    request.w += room_for_swatch(a);
    if (!a.brief.empty()) request.brief_w = kit_.width(a.brief, style) + room_for_swatch(a);
    requests.push_back(request);
  }
  kit_.semantics().begin(Role::image, kit_.id("labels"), tr("Labels in the chart"), plot_);
  const auto places = place_labels(requests, {plot_, taken_, lines_, uprights_});
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    const Annotation& a = annotations_[i];
    if (!places[i]) continue;
    const Box& box = places[i]->box;
    if (places[i]->crosses) kit_.fill({box.x - 2, box.y, box.w + 4, box.h}, kit_.theme().card);
    const float left = box.x + room_for_swatch(a);
    if (a.swatch != 0) kit_.fill({box.x, box.y + (lh - kSwatch) / 2, kSwatch, kSwatch}, a.swatch, 2);
    kit_.text(left, box.y, places[i]->brief ? a.brief : a.text, text_style(a.strong));
    if (!a.detail.empty()) kit_.text(left, box.y + lh - 4, a.detail, kDetail);
  }
  kit_.semantics().end();
}

void Chart::draw_readout() {
  const float x = kit_.snap(to_x(*readout_x_));
  kit_.fill({x, plot_.y, kit_.hairline(), plot_.h}, kit_.theme().dim);
  if (readout_lines_.empty()) return;
  const float lh = kit_.line_height(kSize);
  float w = 0;
  for (std::size_t i = 0; i < readout_lines_.size(); ++i) {
    w = std::max(w, kit_.width(readout_lines_[i], text_style(i == 0)));
  }
  w = std::ceil(w) + 2 * kPadding;
  const float h = static_cast<float>(readout_lines_.size()) * lh + 2 * kPadding - 4;
  const bool right = x + kReadoutOff + w <= plot_.right();
  const Box card{right ? x + kReadoutOff : std::max(box_.x, x - kReadoutOff - w), plot_.y + 4, w, h};
  kit_.fill(card, kit_.theme().card, 8);
  kit_.outline(card, kit_.theme().field_border, 8);
  float y = card.y + kPadding - 2;
  for (std::size_t i = 0; i < readout_lines_.size(); ++i) {
    kit_.silent_text(card.x + kPadding, y, readout_lines_[i], text_style(i == 0));
    y += lh;
  }
}

float chart_legend(Kit& kit, float left, float right, float y, std::span<const LegendEntry> entries) {
  constexpr float kLegendSize = 13;
  const Style style{kLegendSize, Face::regular, Ink::dim};
  float begin = right;
  for (const LegendEntry& e : entries) begin -= kSample + kSampleGap + kit.width(e.text, style);
  if (!entries.empty()) begin -= kEntryGap * static_cast<float>(entries.size() - 1);
  if (begin < left && entries.size() > 1) {
    y = chart_legend(kit, left, right, y, entries.first(entries.size() - 1));
    return chart_legend(kit, left, right, y, entries.last(1));
  }
  float x = begin;
  for (const LegendEntry& e : entries) {
    const float middle = kit.snap(y + kit.line_height(kLegendSize) / 2);
    float on = kSample;
    if (e.look.stroke != Stroke::solid) on = e.look.stroke == Stroke::dashed ? 7.0F : 4.0F;
    for (float at = 0; at < kSample; at += on + 3) {
      kit.fill({x + at, middle - 1.5F, std::min(on, kSample - at), 3}, e.look.color, 1);
    }
    x += kSample + kSampleGap;
    x += kit.text(x, y, e.text, style) + kEntryGap;
  }
  return y + kit.line_height(kLegendSize);
}

}  // namespace tollmeter::ui
