#pragma once

#include <string>

#include "core/export/calculation.h"

namespace tollmeter {

/// A table by RFC 4180: UTF-8, CRLF, a heading, and in every record as many fields. What each record is stands in its first field.
/// A text that a spreadsheet would take for a formula has a "'" before it; numbers are plain and exact.
std::string export_csv(const Calculation& calculation);

/// One object whose shape docs/export.md describes, and "version" counts. Numbers that are exact stand in strings, since readers of
/// JSON make binary floating point of its own numbers.
std::string export_json(const Calculation& calculation);

/// Headings, tables and lists in the page's words. No text of it is taken for markup.
std::string export_markdown(const Calculation& calculation);

/// "tollmeter-q3-launch-plan-2026-03-03": small letters, digits and "-" only; the caller adds ".csv".
std::string export_file_name(const Calculation& calculation);

}  // namespace tollmeter
