#include <algorithm>
#include <set>
#include <utility>

#include "core/catalog_rows.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr int kMostReferences = 8;  // of rows on rows on rows

bool same_subject(const Charge& a, const Charge& b) { return a.id == b.id; }
bool same_subject(const Limit& a, const Limit& b) { return a.id == b.id; }
bool same_subject(const NotOffered& a, const NotOffered& b) { return a.metric == b.metric; }

void check_life(const JsonCursor& at, const Validity& row, const Validity& plan) {
  const DaySpan life = span_of(plan);
  if ((row.from && *row.from < life.from) || (row.to && life.to < *row.to)) {
    at.fail("it holds outside its plan's life", "days from the plan's 'from' to its 'to'");
  }
}

/// Adds a row of the plan's own. It must live within its plan, and rows of one id must not meet.
template <class Row>
void add_own(const JsonCursor& at, const Plan& plan, Row row, std::vector<Row>& rows) {
  check_life(at, row.validity, plan.validity);
  for (const Row& other : rows) {
    if (same_subject(row, other) && overlap(row.validity, other.validity)) {
      at.fail("it overlaps another row of the same id", "rows of one id that follow each other");
    }
  }
  rows.push_back(std::move(row));
}

/// What the plan says itself, before it is laid over what it extends.
struct OwnRows {
  std::vector<Charge> charges;
  std::vector<Limit> limits;
  std::vector<NotOffered> not_offered;
};

OwnRows read_own_rows(const JsonCursor& at, const Plan& plan, const Platform& platform, const Catalog& common) {
  OwnRows own;
  at.each("charges",
          [&](const JsonCursor& place) { add_own(place, plan, read_charge(place, platform, common), own.charges); });
  at.each("included", [&](const JsonCursor& place) {
    for (Charge& row : read_included(place, platform)) add_own(place, plan, std::move(row), own.charges);
  });
  at.each("not_offered", [&](const JsonCursor& place) {
    for (NotOffered& row : read_not_offered(place, platform)) add_own(place, plan, std::move(row), own.not_offered);
  });
  at.each("limits",
          [&](const JsonCursor& place) { add_own(place, plan, read_limit(place, platform, common), own.limits); });
  return own;
}

template <class Row, class Stays>
void keep(std::vector<Row>& rows, Stays stays) {
  std::vector<Row> kept;
  for (Row& row : rows) {
    if (stays(row)) kept.push_back(std::move(row));
  }
  rows = std::move(kept);
}

template <class Row>
void append(std::vector<Row>& rows, std::vector<Row>& more) {
  for (Row& row : more) rows.push_back(std::move(row));
}

/// Own rows replace inherited ones: limits and flat charges by id, all that is said of a metric by
/// the metric (a price replaces "not offered", and the other way round).
void lay_over(Plan& plan, OwnRows own) {
  const auto says_metric = [&](const std::string& metric) {
    const auto names = [&](const auto& row) { return row.metric == metric; };
    return std::any_of(own.charges.begin(), own.charges.end(), names) ||
           std::any_of(own.not_offered.begin(), own.not_offered.end(), names);
  };
  const auto same_id = [](const auto& rows, const auto& inherited) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == inherited.id; });
  };
  keep(plan.charges, [&](const Charge& inherited) {
    return !(inherited.metric.empty() ? same_id(own.charges, inherited) : says_metric(inherited.metric));
  });
  keep(plan.not_offered, [&](const NotOffered& inherited) { return !says_metric(inherited.metric); });
  keep(plan.limits, [&](const Limit& inherited) { return !same_id(own.limits, inherited); });
  append(plan.charges, own.charges);
  append(plan.not_offered, own.not_offered);
  append(plan.limits, own.limits);
}

void read_access(const JsonCursor& at, Plan& plan) {
  if (!at.has("access")) return;
  plan.access.clear();
  at.each("access", [&](const JsonCursor& place) {
    place.read({"is"}, kValidityFields);
    AccessPeriod period{static_cast<Access>(place.word("is", "open, review, contract, invitation, closed")),
                        read_validity(place)};
    for (const AccessPeriod& other : plan.access) {
      if (overlap(period.validity, other.validity)) {
        place.fail("it overlaps another access period", "periods that follow each other");
      }
    }
    plan.access.push_back(std::move(period));
  });
}

void settle(Validity& v, const Validity& life) {
  const bool starts_before = v.from && life.from && *v.from < *life.from;
  const bool ends_after = v.to && life.to && *life.to < *v.to;
  if (starts_before || (!v.from && v.from_about.empty())) v.from_about = life.from_about;
  if (ends_after || (!v.to && v.to_about.empty())) v.to_about = life.to_about;
  if (starts_before || !v.from) v.from = life.from;
  if (ends_after || !v.to) v.to = life.to;
}

template <class Row>
void settle_rows(std::vector<Row>& rows, const Validity& life) {
  keep(rows, [&](const Row& row) { return overlap(row.validity, life); });
  for (Row& row : rows) settle(row.validity, life);
}

const Charge* find_charge(const Plan& plan, std::string_view id) {
  for (const Charge& charge : plan.charges) {
    if (charge.id == id) return &charge;
  }
  return nullptr;
}

/// Whether more than the most rows stand below one another under this one, by what they are on or like; without end in a
/// circle. It goes down level by level, since there may be far more ways than rows.
bool stands_too_high(const Plan& plan, const Charge& charge) {
  std::set<const Charge*> level{&charge};
  for (int depth = 0; depth <= kMostReferences && !level.empty(); ++depth) {
    std::set<const Charge*> below;
    for (const Charge* row : level) {
      for (const std::string& id : row->on) below.insert(find_charge(plan, id));
      if (!row->like.charge.empty()) below.insert(find_charge(plan, row->like.charge));
    }
    below.erase(nullptr);
    level = std::move(below);
  }
  return !level.empty();
}

/// What rows say of others must name rows of the plan.
void check_references(const JsonCursor& at, const Plan& plan) {
  const auto check = [&](const Charge& charge, const std::string& id, bool metered) {
    const Charge* found = find_charge(plan, id);
    const bool fits = found != nullptr && found->id != charge.id && (!metered || !is_adjustment(found->model)) &&
                      found->model != ChargeModel::included;
    if (!fits) return at.member("charges").refuse(id, tr("is named by '{0}' and is no charge to refer to", {charge.id}), "the id of another charge of the plan");
    if (!overlap(found->validity, charge.validity)) {
      at.member("charges").refuse(id, tr("is named by '{0}' and is never in force with it", {charge.id}), "rows that hold on the same days");
    }
    if (is_adjustment(charge.model) && !found->in.empty()) {
      at.member("charges").refuse(id, tr("is named by '{0}' and is in a private unit", {charge.id}), "rows in money");
    }
  };
  for (const Charge& charge : plan.charges) {
    for (const std::string& id : charge.on) check(charge, id, !is_adjustment(charge.model));
    if (!charge.like.charge.empty()) check(charge, charge.like.charge, true);
    if (stands_too_high(plan, charge)) {
      at.member("charges").refuse(charge.id, "stands on rows that stand on rows without end", "at most 8 of them, in no circle");
    }
    const bool sold = std::any_of(plan.charges.begin(), plan.charges.end(), [&](const Charge& other) {
      return !is_adjustment(other.model) && std::find(other.on.begin(), other.on.end(), charge.id) != other.on.end();
    });
    if (!charge.in.empty() && !sold) {
      at.member("charges").refuse(charge.id, tr("is in {0}, which no row sells", {charge.in}), "a charge 'on' it");
    }
  }
}

Plan inherited(const JsonCursor& at, const Platform& platform) {
  if (!at.has("extends")) return {};
  const std::string base = at.text("extends");
  if (const Plan* found = platform.plan(base)) return *found;
  at.member("extends").refuse(base, "is not a plan above this one", "the id of an earlier plan");
  return {};
}

std::string read_yearly_of(const JsonCursor& at, const Plan& plan, const Platform& platform) {
  std::string monthly = at.text("yearly_of");
  const Plan* found = platform.plan(monthly);
  const bool pairs = plan.yearly && found && !found->yearly && found->currency == plan.currency;
  const bool taken = std::any_of(platform.plans.begin(), platform.plans.end(),
                                 [&](const Plan& other) { return other.yearly_of == monthly; });
  if (!pairs || taken) {
    at.member("yearly_of").refuse(monthly, "cannot be what this plan is the yearly one of",
                                  "an earlier plan of the same currency paid by the month, each once, and \"yearly\": true here");
  }
  return monthly;
}

/// Fails where one of the spans begins inside another.
void check_apart(const JsonCursor& at, const std::string& metric, const std::vector<DaySpan>& spans) {
  for (const DaySpan& a : spans) {
    for (const DaySpan& b : spans) {
      const DaySpan both = common_span(a, b);
      if (&a == &b || both.empty()) continue;
      const bool from_start = both.from == span_of(Validity{}).from;
      at.refuse(metric, tr("is said twice for {0}", {from_start ? tr("the plan's start") : both.from.iso()}),
                "one price, inclusion or \"not offered\" a day");
    }
  }
}

/// The first day from `life.from` on that no span holds; life.to or later where there is none.
Date first_gap(DaySpan life, const std::vector<DaySpan>& spans) {
  Date covered = life.from;
  for (bool moved = true; moved;) {
    moved = false;
    for (const DaySpan& span : spans) {
      if (covered < span.from || span.to <= covered) continue;
      covered = span.to;
      moved = true;
    }
  }
  return covered;
}

}  // namespace

void read_plan(const JsonCursor& at, Platform& platform, const Catalog& common, JsonFields beside) {
  Plan plan = inherited(at, platform);
  plan.yearly = false;
  plan.yearly_of.clear();
  if (plan.currency.empty()) plan.currency = platform.currency;
  at.read({{"id", plan.id, JsonField::Kind::id},
           {"name", plan.name},
           "extends",
           "from",
           "to",
           "from_about",
           "to_about",
           "access",
           {"yearly", plan.yearly},
           "yearly_of",
           {"apart", plan.apart},
           JsonField("ask_url", plan.ask_url).if_any(),
           JsonField("note", plan.note).if_any(),
           JsonField("currency", plan.currency).if_any(),
           "charges",
           "included",
           "limits",
           "not_offered"},
          beside);
  if (at.has("currency")) check_currency(at, plan.currency);
  check_once(at, plan.id, platform.plan(plan.id) != nullptr, marked("each plan once"));
  if (!at.has("extends") || at.has("from") || at.has("to")) plan.validity = read_validity(at);
  if (at.has("yearly_of")) plan.yearly_of = read_yearly_of(at, plan, platform);
  read_access(at, plan);
  lay_over(plan, read_own_rows(at, plan, platform, common));
  check_references(at, plan);
  platform.plans.push_back(std::move(plan));
}

void settle_validity(Plan& plan) {
  settle_rows(plan.charges, plan.validity);
  settle_rows(plan.limits, plan.validity);
  settle_rows(plan.not_offered, plan.validity);
}

void check_offered_once(const JsonCursor& at, const Plan& plan, const Platform& platform) {
  for (const Metric& metric : platform.metrics) {
    std::vector<DaySpan> spans;
    const auto collect = [&](const auto& row) {
      if (row.metric == metric.id) spans.push_back(span_of(row.validity));
    };
    // Several charges of one metric add up: a message has the carrier's fee too. It cannot be priced and included, or
    // offered and not.
    for (const NotOffered& row : plan.not_offered) collect(row);
    for (const Charge& row : plan.charges) {
      if (row.model == ChargeModel::included) collect(row);
    }
    check_apart(at, metric.id, spans);
    for (const Charge& row : plan.charges) {
      if (row.metric != metric.id || row.model == ChargeModel::included) continue;
      std::vector<DaySpan> both = spans;
      both.push_back(span_of(row.validity));
      check_apart(at, metric.id, both);
    }
  }
}

void check_offers(const JsonCursor& at, const Plan& plan, const Platform& platform) {
  check_offered_once(at, plan, platform);
  const DaySpan life = span_of(plan.validity);
  for (const Metric& metric : platform.metrics) {
    if (metric.kind != Metric::Kind::entered) continue;
    std::vector<DaySpan> spans;
    const auto collect = [&](const auto& row) {
      if (row.metric == metric.id) spans.push_back(span_of(row.validity));
    };
    for (const NotOffered& row : plan.not_offered) collect(row);
    for (const Charge& row : plan.charges) collect(row);
    const Date gap = first_gap(life, spans);
    if (gap < life.to) {
      at.refuse(metric.id, tr("is neither priced, included nor not offered from {0}", {gap.iso()}),
                "each metric said for the plan's whole life");
    }
  }
}

}  // namespace tollmeter
