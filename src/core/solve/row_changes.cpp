// What a catalogue's rows say of a day on which one of them ends or begins.
#include <algorithm>

#include "core/compare.h"
#include "core/format.h"
#include "core/solve/price_news.h"
#include "core/words.h"

namespace tollmeter {
namespace {

bool begins(const Validity& validity, Date day) { return validity.from == day; }
bool ends(const Validity& validity, Date day) { return validity.to == day; }

std::string access_words(const std::string& plan, Access access) {
  switch (access) {
    case Access::open: return tr("{0} is open to everybody", {plan});
    case Access::review: return tr("{0} is open after a review", {plan});
    case Access::contract: return tr("{0} is by contract only", {plan});
    case Access::invitation: return tr("{0} is by invitation only", {plan});
    case Access::closed: return tr("{0} is closed to new customers", {plan});
  }
  return "";
}

std::string amount_words(const Amount& amount) {
  if (amount.kind == Amount::Kind::unknown) return tr("not published");
  if (amount.kind == Amount::Kind::unlimited) return tr("without end");
  const bool number = amount.value.is_number();
  const std::string text =
      number ? group_digits(amount.value.evaluate([](std::string_view) { return Rational(0); })) : amount.value.text();
  return amount.approximate ? tr("about {0}", {text}) : text;
}

std::string changed(const std::string& name, const std::string& was, const std::string& now) {
  return was == now ? tr("{0}: its terms change", {name}) : tr("{0}: {1} → {2}", {name, was, now});
}

class PlanChanges {
 public:
  PlanChanges(const Platform& platform, const Plan& plan, Date day) : platform_(platform), plan_(plan), day_(day) {}

  std::vector<RowChange> find() {
    if (begins(plan_.validity, day_)) {
      add(tr("{0} is sold from this day on", {plan_.name}), source_of_plan(true));
    } else if (ends(plan_.validity, day_)) {
      add(tr("{0} ends", {plan_.name}), source_of_plan(false));
    } else if (plan_.validity.holds(day_)) {
      access();
      charges();
      limits();
      offers();
    }
    return std::move(found_);
  }

 private:
  void add(std::string what, const std::string& source) {
    found_.push_back({&platform_, &plan_, std::move(what), platform_.source(source)});
  }

  /// A plan has no source of its own: that of the first of its prices that begins, or ends, with it.
  std::string source_of_plan(bool begin) const {
    for (const Charge& charge : plan_.charges) {
      if (begin ? charge.validity.holds(day_) : charge.validity.holds(day_ - 1)) return charge.source;
    }
    return plan_.charges.empty() ? std::string() : plan_.charges.front().source;
  }

  void add(std::string what, const Charge& charge) {
    add(std::move(what), charge.source);
    found_.back().charge = &charge;
  }

  void add(std::string what, const Limit& limit) {
    add(std::move(what), limit.source);
    found_.back().limit = &limit;
  }

  void access() {
    const Access before = plan_.access_on(day_ - 1);
    const Access after = plan_.access_on(day_);
    if (before != after) add(access_words(plan_.name, after), source_of_plan(true));
  }

  std::string name_of(const Charge& charge) const {
    const Metric* metric = charge.metric.empty() ? nullptr : platform_.metric(charge.metric);
    return join({plan_.name, ", ", lower_first(!charge.name.empty() ? charge.name.shown() : metric ? metric->name.shown() : charge.id)});
  }

  void charges() {
    const auto same = [](const Charge& a, const Charge& b) {
      return a.metric == b.metric && (!a.metric.empty() || a.model == b.model) && (a.name == b.name || !a.metric.empty());
    };
    std::vector<const Charge*> replaced;
    for (const Charge& charge : plan_.charges) {
      if (!begins(charge.validity, day_)) continue;
      const auto before = std::find_if(plan_.charges.begin(), plan_.charges.end(), [&](const Charge& other) {
        return ends(other.validity, day_) && same(charge, other) &&
               std::find(replaced.begin(), replaced.end(), &other) == replaced.end();
      });
      const std::string now = charge_price_words(charge, plan_.currency);
      if (before == plan_.charges.end()) {
        add(tr("{0}: {1} from this day on", {name_of(charge), now}), charge);
        continue;
      }
      replaced.push_back(&*before);
      const std::string was = charge_price_words(*before, plan_.currency);
      add(changed(name_of(charge), was, now), charge);
    }
    for (const Charge& charge : plan_.charges) {
      if (!ends(charge.validity, day_) || std::find(replaced.begin(), replaced.end(), &charge) != replaced.end()) continue;
      add(tr("{0}: no longer charged", {name_of(charge)}), charge.source);
    }
  }

  void limits() {
    for (const Limit& limit : plan_.limits) {
      if (begins(limit.validity, day_)) {
        const auto before = std::find_if(plan_.limits.begin(), plan_.limits.end(), [&](const Limit& other) {
          return other.id == limit.id && ends(other.validity, day_);
        });
        const std::string name = tr("{0}, limit on {1}", {plan_.name, lower_first(limit.name)});
        const std::string now = amount_words(limit.amount);
        if (before == plan_.limits.end()) {
          add(tr("{0}: {1} from this day on", {name, now}), limit);
        } else {
          const std::string was = amount_words(before->amount);
          add(changed(name, was, now), limit);
        }
      } else if (ends(limit.validity, day_)) {
        const bool follows = std::any_of(plan_.limits.begin(), plan_.limits.end(), [&](const Limit& other) {
          return other.id == limit.id && begins(other.validity, day_);
        });
        if (!follows) add(tr("{0}: the limit on {1} ends", {plan_.name, lower_first(limit.name)}), limit.source);
      }
    }
  }

  void offers() {
    for (const NotOffered& row : plan_.not_offered) {
      const Metric* metric = platform_.metric(row.metric);
      const std::string name = lower_first(metric ? metric->name.shown() : row.metric);
      if (begins(row.validity, day_)) add(tr("{0} no longer offers {1}", {plan_.name, name}), row.source);
      if (ends(row.validity, day_)) add(tr("{0} offers {1}", {plan_.name, name}), row.source);
    }
  }

  const Platform& platform_;
  const Plan& plan_;
  Date day_;
  std::vector<RowChange> found_;
};

}  // namespace

std::vector<RowChange> changes_on(const Platform& platform, Date day) {
  std::vector<RowChange> rows;
  for (const Event& event : platform.events) {
    if (event.date == day) rows.push_back({&platform, nullptr, event.text, platform.source(event.source)});
  }
  for (const Plan& plan : platform.plans) {
    for (RowChange& row : PlanChanges(platform, plan, day).find()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tollmeter
