#include "core/export/writers.h"
#include "core/format.h"
#include "core/json_text.h"

namespace tollmeter {

namespace {

constexpr int kVersion = 1;

/// JSON with one member after another; what is empty is left out.
class Members {
 public:
  explicit Members(std::string& text) : json_(text) {}

  template <class Fill>
  void object(Fill fill) {
    json_.open('{');
    fill();
    json_.close('}');
  }
  template <class Fill>
  void object(std::string_view key, Fill fill) {
    json_.key(key);
    object(fill);
  }
  template <class Item, class Fill>
  void list(std::string_view key, const std::vector<Item>& items, Fill fill) {
    json_.key(key);
    json_.open('[');
    for (const Item& item : items) fill(item);
    json_.close(']');
  }
  void strings(std::string_view key, const std::vector<std::string>& items) {
    list(key, items, [&](const std::string& item) { json_.string(item); });
  }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json_.key(key);
    json_.string(value);
  }
  void number(std::string_view key, const std::optional<Rational>& value) {
    if (value) text(key, exported_number(*value));
  }
  /// With its text, as the page rounds and groups it.
  void count(std::string_view key, std::string_view text_key, const std::optional<Rational>& value) {
    number(key, value);
    if (value) text(text_key, group_digits(*value));
  }
  void integer(std::string_view key, int value) {
    json_.key(key);
    json_.integer(value);
  }
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }
  /// A flag that is only there where it holds.
  void mark(std::string_view key, bool value) {
    if (value) flag(key, true);
  }
  void source(int index) {
    if (index >= 0) integer("source", index);
  }
  void money(const Money& money) {
    object([&] { members(money); });
  }
  void money(std::string_view key, const Money& money) {
    object(key, [&] { members(money); });
  }

 private:
  void members(const Money& money) {
    text("amount", exported_amount(money));
    text("currency", money.currency);
    text("text", money_text(money));
    mark("about", money.approximate);
    mark("at_least", money.at_least);
    mark("press", money.press);
    mark("sources_disagree", money.conflicting);
  }

  JsonText json_;
};

std::string_view state_word(LimitState state) {
  switch (state) {
    case LimitState::holds: return "holds";
    case LimitState::breached: return "breached";
    case LimitState::unpublished: return "not published";
    case LimitState::unlimited: return "unlimited";
    case LimitState::unused: return "unused";
  }
  return "";
}

void write(Members& json, const ExportedInput& input) {
  json.object([&] {
    json.text("platform", input.platform);
    json.text("id", input.id);
    json.text("name", input.name);
    json.text("text", input.text);
    json.number("value", input.number);
    json.text("per", input.per);
    json.mark("assumed", input.assumed);
    json.text("low", input.low);
    json.text("high", input.high);
  });
}

void write(Members& json, const ExportedLine& line) {
  json.object([&] {
    json.text("id", line.id);
    json.text("name", line.name);
    json.count("asked", "asked_text", line.asked);
    json.count("served", "served_text", line.served);
    json.money("amount", line.amount);
    json.text("text", line.text);
    json.mark("price_not_published", line.unknown);
    json.mark("not_in_total", !line.in_sum);
    json.text("note", line.note);
    json.strings("arithmetic", line.steps);
    json.source(line.source);
  });
}

void write(Members& json, const ExportedLimit& limit) {
  json.object([&] {
    json.text("id", limit.id);
    json.text("name", limit.name);
    json.text("state", state_word(limit.state));
    json.text("verdict", limit.verdict);
    json.number("cap", limit.cap);
    json.text("cap_text", limit.cap_text);
    json.mark("cap_about", limit.approximate);
    json.text("currency", limit.currency);
    json.text("window", limit.window);
    json.text("reset", limit.reset);
    json.text("scope", limit.scope);
    json.number("counters", limit.counters);
    json.number("busiest", limit.busiest);
    json.text("busiest_text", limit.busiest_text);
    if (limit.cap && limit.utilisation.ok()) json.number("utilisation", limit.utilisation);
    if (limit.breaks_at) json.text("breaks_at", instant_iso(*limit.breaks_at));
    json.text("breaks_text", limit.breaks_text);
    if (limit.state == LimitState::breached) {
      json.count("refused", "refused_text", limit.refused);
      json.count("delayed", "delayed_text", limit.delayed);
      json.mark("refused_about", limit.simulated);
    }
    json.source(limit.source);
  });
}

void write(Members& json, const ExportedPlatform& platform) {
  json.object([&] {
    json.text("id", platform.id);
    json.text("name", platform.name);
    if (!platform.plan_id.empty()) {
      json.object("plan", [&] {
        json.text("id", platform.plan_id);
        json.text("name", platform.plan);
      });
    }
    json.text("plan_state", platform.state);
    json.flag("fits", platform.fits);
    json.money("subtotal", platform.subtotal);
    json.list("lines", platform.lines, [&](const ExportedLine& line) { write(json, line); });
    json.list("limits", platform.limits, [&](const ExportedLimit& limit) { write(json, limit); });
    json.strings("not_offered", platform.not_offered);
  });
}

void write(Members& json, const ExportedSource& source) {
  json.object([&] {
    json.text("platform", source.platform);
    json.text("title", source.title);
    json.text("address", source.url);
    json.text("read", source.read.iso());
    json.text("confidence", source.confidence);
  });
}

void write_totals(Members& json, std::string_view key, const std::vector<Money>& totals) {
  json.list(key, totals, [&](const Money& total) { json.money(total); });
}

}  // namespace

std::string export_json(const Calculation& calculation) {
  std::string text;
  Members json(text);
  json.object([&] {
    json.text("format", "tollmeter-calculation");
    json.integer("version", kVersion);
    json.text("title", calculation.title);
    json.text("prices_of", calculation.date.iso());
    json.text("prices_of_text", long_date_text(calculation.date));
    json.text("figures_read_to", calculation.read_to.iso());
    json.object("cycle", [&] {
      json.text("from", calculation.cycle.start.iso());
      json.text("to", calculation.cycle.end.iso());
      json.text("text", tr("{0} to {1}@@days", {date_text(calculation.cycle.start), date_text(calculation.cycle.end)}));
    });
    json.integer("breaches", calculation.breaches);
    write_totals(json, "totals", calculation.totals);
    json.text("totals_text", exported_totals(calculation.totals));
    if (calculation.converted) json.money("converted", *calculation.converted);
    if (!calculation.totals_serving.empty()) {
      write_totals(json, "totals_serving", calculation.totals_serving);
      json.text("totals_serving_text", exported_totals(calculation.totals_serving));
      json.flag("serves_all", calculation.serves_all);
    }
    json.text("budget", calculation.budget);
    json.list("inputs", calculation.inputs, [&](const ExportedInput& input) { write(json, input); });
    json.list("platforms", calculation.platforms, [&](const ExportedPlatform& platform) { write(json, platform); });
    json.list("sources", calculation.sources, [&](const ExportedSource& source) { write(json, source); });
    json.strings("assumptions", calculation.assumptions);
    json.strings("problems", calculation.problems);
    json.text("link", calculation.link);
  });
  return text + "\n";
}

}  // namespace tollmeter
