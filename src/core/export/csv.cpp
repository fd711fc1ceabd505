#include <array>

#include "core/export/writers.h"
#include "core/format.h"
#include "core/words.h"

namespace tollmeter {

namespace {

enum Column : std::size_t {
  kRecord, kPlatform, kPlan, kName, kValue, kPer, kAsked, kServed, kAmount, kCurrency, kRefused, kVerdict, kWhen, kNote, kSource, kAddress, kColumns
};

constexpr std::array<const char*, kColumns> kHeading = {"record", "platform", "plan", "name", "value", "per", "asked", "served",
                                                       "amount", "currency", "refused", "verdict", "when", "note", "source", "address"};

class Record {
 public:
  explicit Record(std::string_view kind) { text(kRecord, kind); }

  Record& text(Column column, std::string_view said) {
    std::string cell = one_line(said);
    const bool formula = !cell.empty() && std::string_view("=+-@").find(cell[0]) != std::string_view::npos;
    cells_[column] = quoted(formula ? join({"'", cell}) : cell);
    return *this;
  }

  Record& number(Column column, const std::optional<Rational>& value) {
    // A fraction that has no end would be read as a date.
    if (value) cells_[column] = value->text().find('/') == std::string::npos ? exported_number(*value) : quoted(number_text(*value));
    return *this;
  }

  Record& money(const Money& money) {
    cells_[kAmount] = exported_amount(money);
    return text(kCurrency, money.currency);
  }

  std::string line() const {
    std::string all;
    for (const std::string& cell : cells_) append(all, {&cell == cells_.data() ? "" : ",", cell});
    return join({all, "\r\n"});
  }

 private:
  static std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"') out += '"';
      out += c;
    }
    return out + '"';
  }

  std::array<std::string, kColumns> cells_;
};

void add_source(Record& record, const Calculation& calculation, int index) {
  if (index < 0) return;
  const ExportedSource& source = calculation.sources[static_cast<std::size_t>(index)];
  record.text(kSource, tr("{0}, {1}, read {2}", {source.title, source.confidence, source.read.iso()})).text(kAddress, source.url);
}

Record line_record(const Calculation& calculation, const ExportedPlatform& platform, const ExportedLine& line) {
  Record record("line");
  record.text(kPlatform, platform.name).text(kPlan, platform.plan).text(kName, line.name);
  record.number(kAsked, line.asked).number(kServed, line.served).text(kNote, line.note);
  if (!line.unknown) record.money(line.amount);
  add_source(record, calculation, line.source);
  return record;
}

Record limit_record(const Calculation& calculation, const ExportedPlatform& platform, const ExportedLimit& limit) {
  Record record("limit");
  record.text(kPlatform, platform.name).text(kPlan, platform.plan).text(kName, limit.name);
  record.number(kValue, limit.cap).text(kPer, limit.window).number(kAsked, limit.busiest).text(kCurrency, limit.currency);
  record.text(kVerdict, limit.verdict);
  if (limit.state == LimitState::breached) record.number(kRefused, limit.refused);
  if (limit.breaks_at) record.text(kWhen, instant_iso(*limit.breaks_at));
  std::string note = join({limit.scope, ", ", limit.reset});
  if (limit.approximate) append(note, {", ", tr("the cap is about")});
  if (limit.simulated) append(note, {", ", tr("refused is about")});
  if (!limit.delayed.is_zero()) append(note, {", ", tr("{0} delayed", {group_digits(limit.delayed)})});
  record.text(kNote, note);
  add_source(record, calculation, limit.source);
  return record;
}

Record input_record(const ExportedInput& input) {
  Record record("input");
  record.text(kPlatform, input.platform).text(kName, input.name);
  if (input.number) {
    record.number(kValue, input.number).text(kPer, input.per);
  } else {
    record.text(kValue, input.text);
  }
  std::string note = input.assumed ? tr("assumed") : "";
  if (!input.low.empty()) append(note, {note.empty() ? "" : ", ", tr("between {0} and {1}", {input.low, input.high})});
  return record.text(kNote, note);
}

Record total_record(std::string_view name, const Money& total) {
  Record record("total");
  return record.text(kName, name).money(total).text(kNote, exported_marks(total));
}

}  // namespace

std::string export_csv(const Calculation& calculation) {
  std::string all;
  for (const char* name : kHeading) append(all, {all.empty() ? "" : ",", name});
  all += "\r\n";
  const auto said = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) all += Record("calculation").text(kName, name).text(kValue, value).line();
  };
  said(tr("title"), calculation.title);
  said(tr("prices of"), calculation.date.iso());
  said(tr("billing cycle from"), calculation.cycle.start.iso());
  said(tr("billing cycle to"), calculation.cycle.end.iso());
  said(tr("budget"), calculation.budget);
  for (const ExportedInput& input : calculation.inputs) all += input_record(input).line();
  for (const ExportedPlatform& platform : calculation.platforms) {
    all += Record("plan").text(kPlatform, platform.name).text(kPlan, platform.plan).text(kVerdict, platform.state).money(platform.subtotal)
               .text(kNote, exported_marks(platform.subtotal)).line();
    for (const ExportedLine& line : platform.lines) all += line_record(calculation, platform, line).line();
    for (const ExportedLimit& limit : platform.limits) all += limit_record(calculation, platform, limit).line();
    for (const std::string& name : platform.not_offered) {
      all += Record("limit").text(kPlatform, platform.name).text(kPlan, platform.plan).text(kName, name).text(kVerdict, tr("breaks: not offered")).line();
    }
  }
  for (const Money& total : calculation.totals) all += total_record(tr("total before tax"), total).line();
  if (calculation.converted) all += total_record(tr("together, at the rates that were set"), *calculation.converted).line();
  for (const Money& total : calculation.totals_serving) all += total_record(tr("on the cheapest plans that fit"), total).line();
  for (const std::string& sentence : calculation.assumptions) all += Record("assumption").text(kNote, sentence).line();
  for (const std::string& sentence : calculation.problems) all += Record("problem").text(kNote, sentence).line();
  return all + Record("link").text(kAddress, calculation.link).line();
}

}  // namespace tollmeter
