#include "cli/report.h"

#include <nlohmann/json.hpp>

#include "core/format.h"
#include "core/format_text.h"
#include "core/words.h"

namespace tollmeter::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string plain(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, kMinus.size(), kMinus) == 0) {
      out += '-';
      i += kMinus.size() - 1;
    } else if (text[i] != ',') {
      out += text[i];
    }
  }
  return out;
}

/// "1050.00": as many decimals as the currency has.
std::string amount_text(const Rational& amount, const std::string& currency) {
  return plain(fixed_text(amount, currency_exponent(currency)));
}

/// The plain word of each, as in the documentation of the output.
constexpr const char* kStates[] = {"holds", "breached", "unused", "not published", "unlimited"};

const char* state_word(LimitState state) {
  switch (state) {
    case LimitState::holds:
      return kStates[0];
    case LimitState::breached:
      return kStates[1];
    case LimitState::unused:
      return kStates[2];
    case LimitState::unpublished:
      return kStates[3];
    case LimitState::unlimited:
      return kStates[4];
  }
  return "";
}

const char* decision_word(Decision::Kind kind) {
  switch (kind) {
    case Decision::Kind::served:
      return "served";
    case Decision::Kind::refused:
      return "refused";
    case Decision::Kind::degraded:
      return "degraded";
    case Decision::Kind::delayed:
      return "delayed";
    case Decision::Kind::billed:
      return "billed";
  }
  return "";
}

Rational seconds_of(Nanoseconds t) { return Rational::fraction(t, kSecond); }

bool is_computed(const LimitOutcome& outcome) {
  return outcome.state == LimitState::holds || outcome.state == LimitState::breached;
}

Json instant_or_null(const std::optional<Rational>& seconds) {
  return seconds ? Json(instant_iso(*seconds)) : Json(nullptr);
}

Json limit_json(const LimitOutcome& outcome) {
  const Limit& limit = *outcome.limit;
  Json json = {{"id", limit.id}, {"name", limit.name}, {"state", state_word(outcome.state)}};
  json["scope"] = limit.scope.name;
  json["window"] = window_text(limit.window);
  json["counters"] = outcome.counters.text();
  if (!is_computed(outcome)) return json;
  const LimitRun& run = outcome.run;
  json["cap"] = outcome.cap.text();
  json["approximate"] = limit.amount.approximate;
  json["busiest"] = run.busiest.text();
  json["utilisation"] = run.utilisation.ok() ? Json(run.utilisation.text()) : Json(nullptr);
  json["used_up"] = instant_or_null(run.used_up);
  json["first_refused"] = instant_or_null(run.first_refused);
  json["frees"] = run.frees ? Json(instant_iso(Rational(run.frees->seconds))) : Json(nullptr);
  const bool billed = limit.breach.behaviour == Behaviour::bill;
  json["refused"] = billed ? "0" : outcome.refused.text();
  json["billed"] = billed ? outcome.refused.text() : "0";
  json["delayed"] = outcome.delayed.text();
  json["longest_wait_seconds"] = run.longest_wait.text();
  json["simulated"] = run.simulated;
  json["served_share"] = run.served_share.text();
  json["burst"] = run.burst.ok() ? Json(run.burst.text()) : Json(nullptr);
  return json;
}

}  // namespace

std::string price_json(const FilePrice& price) {
  Json json = {{"currency", price.currency},
               {"total", amount_text(price.total, price.currency)},
               {"exact", price.exact.text()},
               {"at_least", price.at_least},
               {"approximate", price.approximate}};
  json["lines"] = Json::array();
  for (const BillLine& line : price.lines) {
    Json row = {{"id", line.charge->id}, {"name", line.charge->name}};
    row["metric"] = line.metric ? Json(line.metric->id) : Json(nullptr);
    row["quantity"] = line.quantity.text();
    row["amount"] = line.charge->in.empty() ? amount_text(line.amount.amount, price.currency) : line.exact.text();
    if (!line.charge->in.empty()) row["in"] = line.charge->in;
    row["exact"] = line.exact.text();
    row["in_total"] = line.in_sum;
    row["price_known"] = !line.unknown;
    row["approximate"] = line.amount.approximate;
    row["arithmetic"] = line.steps;
    json["lines"].push_back(std::move(row));
  }
  return json.dump(2) + "\n";
}

std::string price_lines(const FilePrice& price) {
  std::string text;
  for (const BillLine& line : price.lines) {
    append(text, {one_line(line.charge->name.shown()), ": ", line_amount_text(line),
                  line.in_sum ? "" : " (not part of the total)", "\n"});
    for (const std::string& step : line.steps) append(text, {"  ", step, "\n"});
  }
  Money total;
  total.amount = price.total;
  total.currency = price.currency;
  total.at_least = price.at_least;
  total.approximate = price.approximate;
  append(text, {"Total before tax: ", money_text(total), "\n"});
  return text;
}

std::string limits_json(const std::vector<LimitOutcome>& limits) {
  Json json = {{"limits", Json::array()}};
  for (const LimitOutcome& outcome : limits) json["limits"].push_back(limit_json(outcome));
  return json.dump(2) + "\n";
}

std::string decisions_json(const EventsFile& events, const std::vector<Decision>& decisions) {
  Json json = {{"decisions", Json::array()}};
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const Decision& decision = decisions[i];
    const bool refused = decision.kind == Decision::Kind::refused;
    Json row = {{"at", instant_iso(seconds_of(events.calls[i].at))}, {"decision", decision_word(decision.kind)}};
    row["served_at"] = refused ? Json(nullptr) : Json(instant_iso(seconds_of(decision.served_at)));
    row["by"] = decision.by ? Json(decision.by->id) : Json(nullptr);
    row["retry_at"] = decision.retry_at ? Json(instant_iso(seconds_of(*decision.retry_at))) : Json(nullptr);
    row["left"] = decision.tightest ? Json(decision.left.text()) : Json(nullptr);
    json["decisions"].push_back(std::move(row));
  }
  return json.dump(2) + "\n";
}

std::string decisions_lines(const EventsFile& events, const std::vector<Decision>& decisions) {
  std::string text;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const Decision& decision = decisions[i];
    append(text, {instant_iso(seconds_of(events.calls[i].at)), " ", events.calls[i].metric, ": ", decision_word(decision.kind)});
    if (decision.by) append(text, {" by ", one_line(decision.by->name.shown())});
    if (decision.kind == Decision::Kind::delayed) append(text, {" to ", instant_iso(seconds_of(decision.served_at))});
    if (decision.retry_at) append(text, {", room at ", instant_iso(seconds_of(*decision.retry_at))});
    text += "\n";
  }
  return text;
}

std::string limits_lines(const std::vector<LimitOutcome>& limits) {
  std::string text;
  for (const LimitOutcome& outcome : limits) {
    append(text, {one_line(outcome.limit->name.shown()), ": ", state_word(outcome.state)});
    if (is_computed(outcome)) {
      append(text, {", busiest ", group_digits(outcome.run.busiest), " of ", group_digits(outcome.cap), " ",
                    window_text(outcome.limit->window)});
    }
    if (outcome.run.first_refused) {
      const bool billed = outcome.limit->breach.behaviour == Behaviour::bill;
      const bool delayed = outcome.delayed > 0;
      append(text, {", ", outcome.run.simulated ? "about " : "", group_digits(delayed ? outcome.delayed : outcome.refused),
                    billed ? " billed" : delayed ? " delayed" : " refused", " from ",
                    instant_iso(*outcome.run.first_refused)});
      if (delayed && outcome.refused > 0) append(text, {", ", group_digits(outcome.refused), " refused"});
    }
    text += "\n";
  }
  return text;
}

}  // namespace tollmeter::cli
