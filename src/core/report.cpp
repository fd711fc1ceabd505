#include "core/report.h"

#include "core/format.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

std::string totals_text(const Estimate& estimate) {
  std::string text;
  for (const Money& total : estimate.totals) {
    if (!text.empty()) text += " + ";
    text += money_text(total);
    if (total.press) append(text, {" (", tr("press report"), ")"});
    if (total.own) append(text, {" (", tr("own prices"), ")"});
  }
  return text;
}

std::string breaches_text(int breaches) {
  if (breaches == 0) return tr("nothing breaks");
  return tr_count(breaches, "{0} breach", "{0} breaches", {std::to_string(breaches)});
}

/// A cell that a spreadsheet cannot take for a formula or for two cells.
std::string cell(std::string_view text) {
  std::string out = one_line(text);
  if (!out.empty() && std::string_view("=+-@").find(out[0]) != std::string_view::npos) out.insert(0, "'");
  return out;
}

std::string row(std::initializer_list<Piece> cells) {
  std::string out;
  for (const Piece& text : cells) append(out, {out.empty() ? "" : "\t", text});
  return join({out, "\n"});
}

/// A figure as spreadsheets take it, without marks and group separators.
std::string plain(const Rational& number) { return number.ok() ? number.text() : "too large"; }

std::string marks_text(const Money& money, bool unknown) {
  if (unknown) return tr("price not published");
  std::string text;
  auto add = [&](bool holds, std::string_view mark) {
    if (!holds) return;
    if (!text.empty()) text += ", ";
    text += mark;
  };
  add(money.at_least, tr("at least"));
  add(money.approximate, tr("about"));
  add(money.press, tr("press report"));
  add(money.conflicting, tr("sources disagree"));
  add(money.own, tr("own price"));
  return text;
}

std::string source_text(const Platform& platform, const Charge& charge) {
  const Source* source = platform.source(charge.source);
  if (!source) return {};
  return cell(join({source->title, ", ", confidence_words(source->confidence), ", ", date_text(source->read)}));
}

}  // namespace

std::string share_text(const Scenario& scenario, const Estimate& estimate, std::string_view link) {
  const std::string title = one_line(title_words(scenario.title));
  std::string text = title.empty() ? "" : join({title, "\n"});
  append(text, {tr("{0} a month before tax, prices of {1}, {2}",
                   {totals_text(estimate), long_date_text(scenario.date), breaches_text(estimate.breaches)}),
                "\n"});
  return join({text, link, "\n"});
}

std::string bill_table(const Estimate& estimate) {
  std::string table = row({tr("Platform"), tr("Plan"), tr("Line"), tr("Asked"), tr("Served"), tr("Amount"), tr("Currency"), tr("Note"), tr("Source")});
  for (const PlatformEstimate& platform : estimate.platforms) {
    if (!platform.plan) continue;
    for (const BillLine& line : platform.bill) {
      table += row({cell(platform.platform->name), cell(platform.plan->name),
                    cell(line.metric ? line.metric->name : line.charge->name), line.metric ? plain(line.asked) : "",
                    line.metric ? plain(line.served) : "", line.unknown ? "" : plain(line.amount.amount),
                    line.amount.currency, marks_text(line.amount, line.unknown),
                    source_text(*platform.platform, *line.charge)});
    }
  }
  for (const Money& total : estimate.totals) {
    table +=
        row({tr("Total before tax"), "", "", "", "", plain(total.amount), total.currency, marks_text(total, false), ""});
  }
  return table;
}

}  // namespace tollmeter
