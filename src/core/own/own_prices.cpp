#include "core/own/own_prices.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog_rows.h"
#include "core/json_cursor.h"
#include "core/own/own_json.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr JsonField kBeside[] = {"entered", "prices", "amounts"};
constexpr std::size_t kMostRows = 200;

void check_own_id(const JsonCursor& at, std::string_view id) {
  if (id.starts_with(kOwnIdPrefix)) return;
  at.member("id").refuse(id, "is not an id of one's own", tr("one that begins with '{0}'", {kOwnIdPrefix}));
}

void mark(const JsonCursor& at, std::string& name) {
  if (name.size() > kMostOwnNameBytes || clean_text(name, kMostOwnNameBytes) != name) {
    at.member("name").fail("is too long or holds characters that a name cannot have",
                           tr("at most {0} bytes of plain text", {std::to_string(kMostOwnNameBytes)}));
  }
  name += tr(kOwnMark);
}

/// What rows without a source rest on.
Source own_source(const JsonCursor& at, std::string id) {
  Source source;
  source.id = std::move(id);
  source.title = marked("own price");
  source.read = at.member("entered").day();
  source.confidence = Confidence::own;
  return source;
}

template <class Rows>
void name_source(Rows& rows, const std::string& source) {
  for (auto& row : rows) {
    if (row.source.empty()) row.source = source;
  }
}

void name_sources(Plan& plan, const std::string& source) {
  name_source(plan.charges, source);
  name_source(plan.limits, source);
  name_source(plan.not_offered, source);
}

bool has_own_price(const Charge& charge) {
  return charge.tiers.empty() && charge.steps.empty() && charge.like.charge.empty() && charge.model != ChargeModel::included;
}

/// "prices": {"fee": "80"}: another price in the rows of that id, which the plan has of the one that it extends.
void change_prices(const JsonCursor& at, Plan& plan) {
  at.each_member("prices", [&](const std::string& id, const JsonCursor& place) {
    Amount price;
    price.kind = Amount::Kind::known;
    price.value = Formula(place.number());
    bool found = false;
    for (Charge& charge : plan.charges) {
      if (charge.id != id || !has_own_price(charge)) continue;
      found = true;
      charge.price = price;
      charge.source.clear();
      charge.alternatives.clear();
    }
    if (!found) place.refuse(id, "is no charge with one price", "the id of a charge of the plan without tiers");
  });
}

/// "amounts": {"reads-month": "20000"}: another amount in the limits of that id.
void change_amounts(const JsonCursor& at, Plan& plan, const Catalog& catalog) {
  at.each_member("amounts", [&](const std::string& id, const JsonCursor& place) {
    const Amount amount = read_amount(place, catalog);
    bool found = false;
    for (Limit& limit : plan.limits) {
      if (limit.id != id) continue;
      found = true;
      limit.amount = amount;
      limit.rungs.clear();
      limit.source.clear();
      limit.alternatives.clear();
    }
    if (!found) place.refuse(id, "is not a limit", "the id of a limit of the plan");
  });
}

/// What an own plan does not say is not served, also where it came into the list later.
void fill_gaps(Plan& plan, const Platform& platform) {
  for (const Metric& metric : platform.metrics) {
    const auto says = [&](const auto& row) { return row.metric == metric.id; };
    const bool said = std::any_of(plan.charges.begin(), plan.charges.end(), says) ||
                      std::any_of(plan.not_offered.begin(), plan.not_offered.end(), says);
    if (metric.kind != Metric::Kind::entered || said) continue;
    NotOffered row;
    row.metric = metric.id;
    plan.not_offered.push_back(std::move(row));
  }
}

/// A plan over those of a platform of the list, for which rows need no source while it is read.
void read_plan_over(const JsonCursor& at, Platform& platform, const Catalog& catalog) {
  platform.own = true;
  read_plan(at, platform, catalog, kBeside);
  platform.own = false;
  Plan& plan = platform.plans.back();
  plan.own = true;
  check_own_id(at, plan.id);
  mark(at, plan.name.english());
  change_prices(at, plan);
  change_amounts(at, plan, catalog);
  if (plan.charges.size() + plan.limits.size() > kMostRows) at.fail("has too many rows", "at most 200 charges and limits");
  settle_validity(plan);
  check_offered_once(at, plan, platform);
  fill_gaps(plan, platform);
  Source source = own_source(at, plan.id);
  name_sources(plan, source.id);
  platform.sources.push_back(std::move(source));
}

Platform read_own_platform(const JsonCursor& entry, Catalog& catalog) {
  entry.read({"entered", "platform"});
  const JsonCursor at = entry.member("platform");
  Platform platform = read_platform(at, catalog, true);
  check_own_id(at, platform.id);
  check_once(at, platform.id, catalog.platform(platform.id) != nullptr, marked("each platform once"));
  mark(at, platform.name);
  platform.short_name += tr(kOwnMark);
  Source source = own_source(entry, platform.id);
  for (Plan& plan : platform.plans) {
    plan.own = true;
    name_sources(plan, source.id);
  }
  platform.sources.push_back(std::move(source));
  return platform;
}

Listing listing_of(const Platform& platform) {
  return {platform.id, platform.name, platform.short_name, platform.aliases, marked("your own"), platform.sources.back().read};
}

class Reader {
 public:
  explicit Reader(const Catalog& list) { reading_.catalog = list; }

  OwnReading read(std::string_view own) {
    if (own.empty()) return std::move(reading_);
    const Result<JsonValue> document = parse_own(own);
    if (!document) {
      reading_.problems.push_back(document.problem());
      return std::move(reading_);
    }
    std::optional<Problem> problem;
    const JsonCursor at(document.value(), problem);
    at.read({"platforms"});
    at.each("platforms", [&](const JsonCursor& entry) { read_entry(entry); });
    note(problem);
    return std::move(reading_);
  }

 private:
  void note(std::optional<Problem>& problem) {
    if (problem) reading_.problems.push_back(*std::move(problem));
  }

  /// One plan or platform more; false, with a problem noted, where there are too many.
  bool has_room(const JsonCursor& at, std::size_t plans) {
    plans_ += plans;
    if (plans_ > kMostOwnPlans) at.fail("there are too many own plans", tr("at most {0}", {std::to_string(kMostOwnPlans)}));
    return plans_ <= kMostOwnPlans;
  }

  void read_entry(const JsonCursor& entry) {
    if (entry.has("platform")) return add_platform(entry);
    std::string id;
    entry.read({{"id", id, JsonField::Kind::id}, "plans"});
    Catalog& catalog = reading_.catalog;
    const auto found = std::find_if(catalog.platforms.begin(), catalog.platforms.end(), [&](const Platform& one) { return one.id == id; });
    if (found == catalog.platforms.end() || found->own) return;
    entry.each("plans", [&](const JsonCursor& place) { add_plan(place, *found); });
  }

  void add_plan(const JsonCursor& place, Platform& platform) {
    if (!has_room(place, 1)) return;
    const std::size_t plans = platform.plans.size(), sources = platform.sources.size();
    std::optional<Problem> problem;
    read_plan_over(place.apart(problem), platform, reading_.catalog);
    if (problem) {
      platform.plans.resize(plans);
      platform.sources.resize(sources);
    }
    note(problem);
  }

  void add_platform(const JsonCursor& entry) {
    Catalog& catalog = reading_.catalog;
    const std::size_t drivers = catalog.drivers.size(), choices = catalog.choices.size();
    std::optional<Problem> problem;
    Platform platform = read_own_platform(entry.apart(problem), catalog);
    if (!problem && has_room(entry, platform.plans.size())) {
      catalog.listings.insert(catalog.listings.begin(), listing_of(platform));
      catalog.platforms.push_back(std::move(platform));
      return;
    }
    catalog.drivers.resize(drivers);
    catalog.choices.resize(choices);
    note(problem);
  }

  OwnReading reading_;
  std::size_t plans_ = 0;
};

}  // namespace

OwnReading read_own_prices(const Catalog& list, std::string_view own) { return Reader(list).read(own); }

std::string_view without_own_mark(std::string_view name) {
  const std::string mark = tr(kOwnMark);
  if (name.ends_with(mark)) name.remove_suffix(mark.size());
  return name;
}

}  // namespace tollmeter
