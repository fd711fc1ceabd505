#include <algorithm>
#include <utility>

#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

bool overlap(const Validity& a, const Validity& b) { return !common_span(span_of(a), span_of(b)).empty(); }

/// A row must live within its plan, and rows of one id must not meet.
template <class Row, class Same>
void check_own_row(const JsonCursor& at, const Plan& plan, const std::vector<Row>& before, const Row& row, Same same) {
  const DaySpan life = span_of(plan.validity);
  if ((row.validity.from && *row.validity.from < life.from) || (row.validity.to && life.to < *row.validity.to)) {
    at.fail("it holds outside its plan's life", "days from the plan's 'from' to its 'to'");
  }
  for (const Row& other : before) {
    if (same(row, other) && overlap(row.validity, other.validity)) {
      at.fail("it overlaps another row of the same id", "rows of one id that follow each other");
    }
  }
}

/// What the plan says itself, before it is laid over what it extends.
struct OwnRows {
  std::vector<Charge> charges;
  std::vector<Limit> limits;
  std::vector<NotOffered> not_offered;
};

OwnRows read_own_rows(const JsonCursor& at, const Plan& plan, const Platform& platform, const Catalog& common) {
  OwnRows own;
  const auto same_id = [](const auto& a, const auto& b) { return a.id == b.id; };
  const auto same_metric = [](const auto& a, const auto& b) { return a.metric == b.metric; };
  at.each("charges", [&](const JsonCursor& place) {
    Charge row = read_charge(place, platform, common);
    check_own_row(place, plan, own.charges, row, same_id);
    own.charges.push_back(std::move(row));
  });
  at.each("included", [&](const JsonCursor& place) {
    for (Charge& row : read_included(place, platform)) {
      check_own_row(place, plan, own.charges, row, same_id);
      own.charges.push_back(std::move(row));
    }
  });
  at.each("not_offered", [&](const JsonCursor& place) {
    for (NotOffered& row : read_not_offered(place, platform)) {
      check_own_row(place, plan, own.not_offered, row, same_metric);
      own.not_offered.push_back(std::move(row));
    }
  });
  at.each("limits", [&](const JsonCursor& place) {
    Limit row = read_limit(place, platform, common);
    check_own_row(place, plan, own.limits, row, same_id);
    own.limits.push_back(std::move(row));
  });
  return own;
}

template <class Row>
void append(std::vector<Row>& to, std::vector<Row>& rows) {
  to.insert(to.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

/// Own rows replace inherited ones: limits and flat charges by id, all that is said of a metric by
/// the metric (a price replaces "not offered", and the other way round).
void lay_over(Plan& plan, OwnRows own) {
  const auto says_metric = [&](const std::string& metric) {
    const auto names = [&](const auto& row) { return row.metric == metric; };
    return std::any_of(own.charges.begin(), own.charges.end(), names) ||
           std::any_of(own.not_offered.begin(), own.not_offered.end(), names);
  };
  std::erase_if(plan.charges, [&](const Charge& inherited) {
    if (!inherited.metric.empty()) return says_metric(inherited.metric);
    return std::any_of(own.charges.begin(), own.charges.end(),
                       [&](const Charge& row) { return row.id == inherited.id; });
  });
  std::erase_if(plan.not_offered, [&](const NotOffered& inherited) { return says_metric(inherited.metric); });
  std::erase_if(plan.limits, [&](const Limit& inherited) {
    return std::any_of(own.limits.begin(), own.limits.end(), [&](const Limit& row) { return row.id == inherited.id; });
  });
  append(plan.charges, own.charges);
  append(plan.not_offered, own.not_offered);
  append(plan.limits, own.limits);
}

void read_access(const JsonCursor& at, Plan& plan) {
  if (!at.has("access")) return;
  plan.access.clear();
  at.each("access", [&](const JsonCursor& place) {
    place.allow({"is", "from", "to", "from_about", "to_about"});
    AccessPeriod period{place.word<Access>("is", {{"open", Access::open},
                                                  {"review", Access::review},
                                                  {"contract", Access::contract},
                                                  {"invitation", Access::invitation},
                                                  {"closed", Access::closed}}),
                        read_validity(place)};
    for (const AccessPeriod& other : plan.access) {
      if (overlap(period.validity, other.validity)) {
        place.fail("it overlaps another access period", "periods that follow each other");
      }
    }
    plan.access.push_back(std::move(period));
  });
}

template <class Row>
void settle_rows(std::vector<Row>& rows, const Validity& life) {
  std::erase_if(rows, [&](const Row& row) { return !overlap(row.validity, life); });
  for (Row& row : rows) {
    Validity& v = row.validity;
    const bool starts_before = v.from && life.from && *v.from < *life.from;
    const bool ends_after = v.to && life.to && *life.to < *v.to;
    if (starts_before || (!v.from && v.from_about.empty())) v.from_about = life.from_about;
    if (ends_after || (!v.to && v.to_about.empty())) v.to_about = life.to_about;
    if (starts_before || !v.from) v.from = life.from;
    if (ends_after || !v.to) v.to = life.to;
  }
}

}  // namespace

Plan read_plan(const JsonCursor& at, const Platform& platform, const std::vector<Plan>& earlier,
               const Catalog& common) {
  at.allow({"id", "name", "extends", "from", "to", "from_about", "to_about", "access", "yearly", "ask_url", "note",
            "charges", "included", "limits", "not_offered"});
  Plan plan;
  if (at.has("extends")) {
    const std::string base = at.text("extends");
    const auto found =
        std::find_if(earlier.begin(), earlier.end(), [&](const Plan& other) { return other.id == base; });
    if (found == earlier.end()) {
      at.member("extends").fail("'" + base + "' is not a plan above this one", "the id of an earlier plan");
    } else {
      plan = *found;
    }
  }
  plan.id = at.id("id");
  plan.name = at.text("name");
  if (!at.has("extends") || at.has("from") || at.has("to")) plan.validity = read_validity(at);
  plan.yearly = at.flag("yearly");
  if (at.has("ask_url")) plan.ask_url = at.text("ask_url");
  if (at.has("note")) plan.note = at.text("note");
  read_access(at, plan);
  lay_over(plan, read_own_rows(at, plan, platform, common));
  for (const Plan& other : earlier) {
    if (other.id == plan.id) at.member("id").fail("'" + plan.id + "' is there twice", "each plan once");
  }
  Plan settled = plan;
  settle_validity(settled);
  check_offers(at, settled, platform);
  return plan;
}

void settle_validity(Plan& plan) {
  settle_rows(plan.charges, plan.validity);
  settle_rows(plan.limits, plan.validity);
  settle_rows(plan.not_offered, plan.validity);
}

void check_offers(const JsonCursor& at, const Plan& plan, const Platform& platform) {
  if (at.failed()) return;
  const DaySpan life = span_of(plan.validity);
  const auto in_words = [&](Date d) {
    return d == span_of(Validity{}).from ? std::string("the plan's start") : d.iso();
  };
  for (const Metric& metric : platform.metrics) {
    std::vector<DaySpan> spans;
    const auto collect = [&](const auto& row) {
      if (row.metric == metric.id) spans.push_back(span_of(row.validity));
    };
    for (const Charge& row : plan.charges) collect(row);
    for (const NotOffered& row : plan.not_offered) collect(row);
    if (spans.empty() && metric.kind != Metric::Kind::entered) continue;
    std::sort(spans.begin(), spans.end(), [](DaySpan a, DaySpan b) { return a.from < b.from; });
    Date covered = life.from;
    for (const DaySpan& span : spans) {
      if (span.from < covered) {
        return at.fail("'" + metric.id + "' is said twice for " + in_words(span.from),
                       "one price, inclusion or \"not offered\" a day");
      }
      if (covered < span.from && metric.kind == Metric::Kind::entered) break;
      covered = span.to;
    }
    if (covered < life.to && metric.kind == Metric::Kind::entered) {
      return at.fail("'" + metric.id + "' is neither priced, included nor not offered from " + in_words(covered),
                     "each metric said for the plan's whole life");
    }
  }
}

}  // namespace tollmeter
