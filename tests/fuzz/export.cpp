// Any UTF-8 as the texts of a calculation: in no export does one of them become anything else than text. A table keeps its records and
// fields, none of which a spreadsheet runs; JSON can be read; in Markdown the same structure stands as with plain words in their place.
#include <fuzzer/FuzzedDataProvider.h>

#include <functional>
#include <string>
#include <vector>

#include "core/export/calculation.h"
#include "core/export/writers.h"
#include "core/json_document.h"
#include "fuzz/target.h"

namespace {

using namespace tollmeter;
using fuzz::must;

/// A calculation with one or more of everything. `text` gives each of its texts.
Calculation calculation_of(const std::function<std::string()>& text) {
  Calculation all;
  all.title = text();
  all.link = text();
  all.date = all.read_to = all.cycle.start = Date{20000};
  all.cycle.end = Date{20030};
  all.breaches = 1;
  all.totals = {{Rational::fraction(-7, 3), "USD"}, {5, text()}};
  all.totals_serving = {{Rational::overflow(), "EUR", true, true, true, true, true}};
  all.converted = Money{12, text()};
  all.budget = text();
  const std::string value = text();
  all.inputs = {{text(), text(), text(), value, {}, "", true, text(), text()}, {text(), text(), text(), text(), Rational(5), text(), false, text(), text()}};
  ExportedLine line{text(), text(), Rational(3), Rational::fraction(1, 3), {4, text()}, false, true, text(), text(), {text(), text()}, 0};
  ExportedLimit limit;
  limit.id = text();
  limit.name = text();
  limit.state = LimitState::breached;
  limit.currency = text();
  limit.cap = limit.busiest = limit.utilisation = limit.refused = limit.delayed = 4;
  limit.window = text();
  limit.reset = text();
  limit.scope = text();
  limit.breaks_at = 1'795'514'400;
  limit.cap_text = text();
  limit.busiest_text = text();
  limit.verdict = text();
  limit.source = 0;
  all.platforms = {{text(), text(), text(), text(), text(), false, {4, text()}, {line}, {limit}, {text()}},
                   {text(), text(), text(), text(), text(), true, {0, text()}, {}, {}, {}}};
  all.sources = {{text(), text(), text(), Date{20000}, text()}};
  return all;
}

/// The records of a table by RFC 4180.
std::vector<std::vector<std::string>> records_of(std::string_view csv) {
  std::vector<std::vector<std::string>> records = {{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& field = records.back().back();
    if (quoted) {
      if (csv[i] != '"') {
        field += csv[i];
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        field += csv[++i];
      } else {
        quoted = false;
      }
    } else if (csv[i] == '"') {
      must(field.empty(), "a quote begins a field");
      quoted = true;
    } else if (csv[i] == ',') {
      records.back().emplace_back();
    } else if (csv[i] == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n') {
      ++i;
      records.push_back({""});
    } else {
      field += csv[i];
    }
  }
  must(!quoted && records.back().size() == 1 && records.back()[0].empty(), "a table ends with a line's end");
  records.pop_back();
  return records;
}

void check_table(std::string_view csv, std::size_t records) {
  const auto table = records_of(csv);
  must(table.size() == records, "no text makes a record");
  for (const auto& record : table) {
    must(record.size() == table.front().size(), "every record has as many fields");
    for (const std::string& field : record) {
      const bool begins_formula = !field.empty() && std::string_view("=+-@").find(field[0]) != std::string_view::npos;
      must(!begins_formula || Rational::parse(field).ok(), "no field is a formula");
    }
  }
}

/// What of a document is markup: without the text that is escaped, and without addresses.
std::string structure_of(std::string_view markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') {
      ++i;
    } else if (markdown.substr(i).starts_with("](<")) {
      const std::size_t end = markdown.find_first_of(">\n", i + 3);
      must(end != std::string_view::npos && markdown[end] == '>', "an address ends on its line");
      out += "](<";
      i = end - 1;
    } else if (std::string_view("`*_[]<>|#~&!$\n").find(markdown[i]) != std::string_view::npos) {
      out += markdown[i];
    }
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  std::vector<bool> are_empty;
  const Calculation hostile = calculation_of([&] {
    std::string text = fuzz::utf8_of(bytes.ConsumeRandomLengthString(40));
    are_empty.push_back(text.empty());
    return text;
  });
  std::size_t next = 0;
  const Calculation plain = calculation_of([&] { return are_empty[next++] ? "" : "x"; });
  check_table(export_csv(hostile), records_of(export_csv(plain)).size());
  must(parse_json_document(export_json(hostile), {1u << 20, 32, 1000}).ok(), "JSON can be read");
  must(structure_of(export_markdown(hostile)) == structure_of(export_markdown(plain)), "no text is markup");
  for (const char c : export_file_name(hostile)) {
    must((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-', "a file's name is of small letters, digits and '-'");
  }
  return 0;
}
