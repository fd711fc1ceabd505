#include "ui/kit.h"

namespace tollmeter::ui {
namespace {

constexpr Style kHeader{12, Face::semibold, Ink::dim};

}  // namespace

void Kit::begin_table(std::string_view key, std::string_view name, const Box& box) {
  semantics_.begin(Role::table, id(key), name, box);
  push(key);
}

void Kit::begin_row(std::string_view key, const Box& box) {
  semantics_.begin(Role::row, id(key), {}, box);
  push(key);
}

void Kit::header_cell(float x, float y, std::string_view text, Align align, float most) {
  silent_text(x, y, text, kHeader, align, most);
  const float w = width(fit(text, kHeader, most), kHeader);
  const float left = align == Align::right ? x - w : align == Align::center ? x - w / 2 : x;
  record_text(Role::columnheader, left, y, w, text, kHeader.size);
}

void Kit::cell(float x, float y, std::string_view text, const Style& style, Align align, float most) {
  silent_text(x, y, text, style, align, most);
  const float w = width(fit(text, style, most), style);
  const float left = align == Align::right ? x - w : align == Align::center ? x - w / 2 : x;
  record_text(Role::cell, left, y, w, text, style.size);
}

void Kit::end_row() {
  pop();
  semantics_.end();
}

void Kit::end_table() {
  pop();
  semantics_.end();
}

}  // namespace tollmeter::ui
