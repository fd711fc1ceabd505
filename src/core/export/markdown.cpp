#include <string_view>

#include "core/export/writers.h"
#include "core/format.h"
#include "core/words.h"

namespace tollmeter {

namespace {

/// A text in which nothing is markup.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (std::string_view("\\`*_[]<>|#~&!$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// An address between angle brackets.
std::string linked(std::string_view text, std::string_view address) {
  if (address.empty()) return plain(text);
  std::string inside;
  for (const char c : one_line(address)) {
    if (c == '<' || c == '>' || c == ' ') {
      inside += c == '<' ? "%3C" : c == '>' ? "%3E" : "%20";
    } else {
      if (c == '|' || c == '\\') inside += '\\';
      inside += c;
    }
  }
  return join({"[", plain(text), "](<", inside, ">)"});
}

std::string row(std::initializer_list<Piece> cells) {
  std::string out = "|";
  for (const Piece& cell : cells) append(out, {" ", cell, " |"});
  return join({out, "\n"});
}

std::string count(const std::optional<Rational>& number) { return number ? group_digits(*number) : ""; }

std::string source_text(const Calculation& calculation, int index) {
  if (index < 0) return "";
  const ExportedSource& source = calculation.sources[static_cast<std::size_t>(index)];
  return linked(join({source.title, ", ", source.confidence}), source.url);
}

std::string inputs_table(const Calculation& calculation) {
  std::string out = join({"## ", tr("What is used"), "\n\n", row({tr("Platform"), tr("Input"), tr("Value"), tr("Note")}), "|---|---|---:|---|\n"});
  for (const ExportedInput& input : calculation.inputs) {
    std::string note = input.assumed ? tr("assumed") : "";
    if (!input.low.empty()) append(note, {note.empty() ? "" : ", ", tr("between {0} and {1}", {input.low, input.high})});
    out += row({plain(input.platform), plain(input.name), plain(input.text), plain(note)});
  }
  return out + "\n";
}

std::string bill_table(const Calculation& calculation) {
  std::string out = join({"## ", tr("The bill"), "\n\n",
                          row({tr("Platform"), tr("Line"), tr("Asked"), tr("Served"), tr("Amount"), tr("Note"), tr("Source")}), "|---|---|---:|---:|---:|---|---|\n"});
  for (const ExportedPlatform& platform : calculation.platforms) {
    const std::string title = plain(join({platform.name, platform.plan.empty() ? "" : " ", platform.plan}));
    for (const ExportedLine& line : platform.lines) {
      out += row({title, plain(line.name), count(line.asked), count(line.served), plain(line.text), plain(line.note),
                  source_text(calculation, line.source)});
    }
    if (platform.lines.empty()) out += row({title, "", "", "", plain(money_text(platform.subtotal)), plain(platform.state), ""});
  }
  for (const Money& total : calculation.totals) {
    out += row({join({"**", tr("Total before tax"), "**"}), "", "", "", join({"**", plain(money_text(total)), "**"}), plain(exported_marks(total)), ""});
  }
  if (calculation.converted) out += row({tr("Together, at the rates that were set"), "", "", "", plain(money_text(*calculation.converted)), "", ""});
  return out + "\n";
}

std::string refused_text(const ExportedLimit& limit) {
  const std::string refused = group_digits(limit.refused);
  return limit.simulated ? tr("about {0}", {refused}) : refused;
}

std::string limits_table(const Calculation& calculation) {
  std::string out = join({"## ", tr("Limits"), "\n\n",
                          row({tr("Platform"), tr("Limit"), tr("Cap"), tr("Busiest window"), tr("Verdict"), tr("When"), tr("Refused"), tr("Source")}), "|---|---|---:|---:|---|---|---:|---|\n"});
  bool any = false;
  for (const ExportedPlatform& platform : calculation.platforms) {
    for (const ExportedLimit& limit : platform.limits) {
      any = true;
      const bool broken = limit.state == LimitState::breached;
      out += row({plain(platform.name), plain(limit.name), limit.cap ? plain(join({limit.cap_text, " ", limit.window})) : "", plain(limit.busiest_text),
                  plain(limit.verdict), limit.breaks_text, broken ? refused_text(limit) : "",
                  source_text(calculation, limit.source)});
    }
    for (const std::string& name : platform.not_offered) {
      any = true;
      out += row({plain(platform.name), plain(name), "", "", tr("breaks: not offered"), "", "", ""});
    }
  }
  return any ? out + "\n" : "";
}

std::string bullets(std::string_view title, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return "";
  std::string out = join({"## ", title, "\n\n"});
  for (const std::string& sentence : sentences) append(out, {"- ", plain(sentence), "\n"});
  return out + "\n";
}

}  // namespace

std::string export_markdown(const Calculation& calculation) {
  std::string out = join({"# ", calculation.title.empty() ? tr("What the API use costs") : plain(calculation.title), "\n\n"});
  const std::string breaches = calculation.breaches == 0 ? tr("nothing breaks")
                                                         : tr_count(calculation.breaches, "{0} breach", "{0} breaches", {std::to_string(calculation.breaches)});
  append(out, {tr("{0} a month before tax, prices of {1}, {2}",
                  {join({"**", plain(exported_totals(calculation.totals)), "**"}), long_date_text(calculation.date), breaches}),
               ".\n\n"});
  if (!calculation.totals_serving.empty()) {
    const std::string total = join({"**", plain(exported_totals(calculation.totals_serving)), "**"});
    append(out, {calculation.serves_all ? tr("To serve it all, on the cheapest plans that fit: {0}", {total})
                                        : tr("On the plans that refuse the least: {0}", {total}),
                 ".\n\n"});
  }
  if (!calculation.budget.empty()) append(out, {plain(calculation.budget), ".\n\n"});
  append(out, {linked(tr("Open the calculation"), calculation.link), "\n\n"});
  out += bullets(tr("What could not be computed"), calculation.problems);
  append(out, {inputs_table(calculation), bill_table(calculation), limits_table(calculation), bullets(tr("What it rests on"), calculation.assumptions)});
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string export_file_name(const Calculation& calculation) {
  constexpr std::size_t kMost = 40;
  std::string words;
  for (const char c : calculation.title) {
    const bool capital = c >= 'A' && c <= 'Z';
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || capital) {
      words += capital ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!words.empty() && words.back() != '-') {
      words += '-';
    }
    if (words.size() == kMost) break;
  }
  while (!words.empty() && words.back() == '-') words.pop_back();
  return join({"tollmeter-", words, words.empty() ? "" : "-", calculation.date.iso()});
}

}  // namespace tollmeter
