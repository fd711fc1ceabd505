#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/charge.h"
#include "core/figure.h"
#include "core/formula.h"
#include "core/job.h"
#include "core/rational.h"

namespace tollmeter {

/// A quantity that formulas need and the person knows: connected accounts, engaged users.
struct Driver {
  std::string id;
  Text name;        ///< "connected accounts"
  Text short_name;  ///< "accounts": the label of its field
  Text help;      ///< one sentence: what it is and where the person finds it
  Rational assumed;      ///< used until the person says otherwise
  Rational least, most;  ///< accepted range
  bool optional_zero = false;  ///< zero means "not set": a limit whose formula is zero then does not exist
};

/// A quality of all the events of a month that prices depend on and the person picks: the market that messages go to. Charges
/// ask for it by `with`, cells and factors.
struct Choice {
  struct Option {
    std::string is;    ///< "DE"
    Text name;         ///< "Germany"
  };
  std::string id;
  Text name;        ///< "market of the recipients"
  Text short_name;  ///< "market": the label of its field
  Text help;        ///< one sentence; may be empty
  std::string assumed;     ///< an option, until the person says otherwise
  std::vector<Option> options;

  const Option* option(std::string_view is) const;
};

/// What is counted.
struct Metric {
  enum class Kind {
    entered,  ///< the person says how many
    part,     ///< a share of another metric ("of those, with a link"); the person says the share
    derived,  ///< follows from another metric by a formula of drivers (requests = posts / posts per request)
  };
  std::string id;
  Text name;        ///< "Posts read"
  Text unit;        ///< "post", singular
  Text units;       ///< "posts"
  Text counts_one;  ///< one sentence: what counts as one
  Text own_figure;  ///< where the platform shows the person's own figure; may be empty
  Kind kind = Kind::entered;
  std::string of;          ///< part, derived: the metric it comes from
  Rational assumed_share;  ///< part: used until the person says otherwise, 0..1
  Formula per_parent;      ///< derived: how many for one of the parent
  Rational slider_least, slider_most;  ///< entered: a month's range of the slider (logarithmic between)
  bool builder_accounts = true;  ///< the builder offers "x accounts"
  /// When in the cycle it comes to be owed; a part and what is derived follow what they come from.
  enum class Accrual {
    use,   ///< as the calls come
    held,  ///< it stands all cycle and is owed whole from its start: channels, seats
    time,  ///< it is billed by how long it is kept, whatever the traffic: GB-months
  };
  Accrual accrual = Accrual::use;
};

struct Weight {
  std::string metric;
  Rational units = 1;  ///< how many units of the limit one call takes
};

struct Window {
  enum class Kind {
    fixed,    ///< aligned to the clock: seconds/minutes/hours to the hour, days to midnight in `zone`
    rolling,  ///< the last so long, at every instant
    cycle,    ///< the billing cycle
    first_use,   ///< opens with the first call after the last one ended
    sliding,     ///< a counter of two fixed windows, the older one by the share that is still inside
    bucket,      ///< holds units that flow in; also a leaky bucket and GCRA
    concurrent,  ///< calls in flight; things that stand, where they never end
  };
  Kind kind = Kind::fixed;
  std::int64_t seconds = 0;  ///< of all but cycle, concurrent and months: 86400 is a calendar day when fixed
  std::string zone = "UTC";  ///< fixed days and months
  int month_day = 0;         ///< fixed: above zero, months that begin on that day (the last one of a shorter month)
  int time = 0;              ///< fixed: seconds after midnight of the zone at which it begins
  std::optional<Date> from = {};  ///< fixed, several days: the day that they are counted from
  Rational size = 0;         ///< bucket: units it holds; zero: the limit's amount, which is what flows in each `seconds`
  Rational start = 1;        ///< bucket: the share of its size that it holds at first
  Rational overdraft = 0;    ///< bucket: units it may owe
  bool stepped = false;      ///< bucket: all units of `seconds` flow in at their end
  std::optional<Formula> lasts = {};  ///< concurrent: seconds for which a call is in flight; none: it stands for ever

  bool is_month() const { return month_day > 0; }
  bool is_calendar() const { return kind == Kind::fixed && (is_month() || seconds % 86400 == 0); }
};

/// Whose counter it is. With `per` there are as many counters as that driver says and even use of them
/// is assumed; without, there is one.
struct Scope {
  Text name;         ///< "app", "user", "project", "page", "account"
  std::string per;   ///< driver id, or empty
};

/// What happens to calls beyond a limit.
enum class Behaviour {
  refuse,   ///< refused until there is room again
  delay,    ///< they wait
  bill,     ///< served, and billed
  nothing,  ///< not enforced
  degrade,  ///< served worse: slower, private only, another model
  suspend,  ///< from the first one on everything is refused for the rest of the cycle
  top_up,   ///< the same, until money is added
};
inline bool refuses(Behaviour b) {
  return b == Behaviour::refuse || b == Behaviour::delay || b == Behaviour::suspend || b == Behaviour::top_up;
}
inline bool ends_service(Behaviour b) { return b == Behaviour::suspend || b == Behaviour::top_up; }

struct Breach {
  Behaviour behaviour = Behaviour::refuse;
  Text error;         ///< the platform's own words: "429 UsageCapExceeded"
  Text until;         ///< "until your cycle day"
  std::int64_t penalty = 0;    ///< refuse: seconds from the first refused call for which all are refused
  int shut_until = -1;         ///< refuse: all are refused to this second of the local day; below zero: not so
  std::string shut_zone = "UTC";
  std::int64_t most_wait = 0;  ///< delay: seconds that a call waits at most, else it is refused; 0: without end
};

/// Which metrics with which weights, how much, over which window, in which scope, with which
/// behaviour at the breach (DESIGN section 5).
struct Limit : Figure {
  std::string id;
  Text name;                    ///< "posts read a month"
  std::vector<Weight> weights;  ///< empty when `spend`
  bool spend = false;           ///< counts money: every per-unit charge of the plan
  Amount amount;
  /// How many different things the calls go round, each in its turn: a thing counts once in a window, and its further calls
  /// there are free. None: every call counts.
  std::optional<Formula> distinct;
  /// What the amount rises to once so much money has been paid: before the month, as a driver says, and by what is used.
  struct Rung {
    Rational paid;
    Amount amount;
  };
  std::string paid_before;  ///< the driver; empty: the limit does not climb
  std::vector<Rung> rungs;  ///< of rising `paid`
  Window window;
  Scope scope;
  Breach breach;
};

/// In the order of lightness: ties in price go to the lighter one.
enum class Access {
  open,
  review,    ///< open to all after a review
  contract,  ///< a quote is needed
  invitation,
  closed,    ///< closed to new customers
};

struct AccessPeriod {
  Access access = Access::open;
  Validity validity;
};

/// A metric that a plan does not serve at all.
struct NotOffered : Figure {
  std::string metric;
};

struct Plan {
  std::string id;
  Text name;
  Validity validity;
  std::vector<AccessPeriod> access;  ///< outside all of them: open
  bool yearly = false;  ///< paid a year ahead: a candidate only when the person chose it
  std::string yearly_of;  ///< the plan of the platform that is the same, paid by the month; empty: none is
  bool own = false;     ///< a person's own prices (core/own)
  bool apart = false;   ///< a product of its own, such as a model: never proposed in place of another
  std::string ask_url;  ///< by contract: where to ask
  Text note;
  std::string currency;  ///< ISO 4217: of all its amounts
  std::vector<Charge> charges;
  std::vector<Limit> limits;
  std::vector<NotOffered> not_offered;

  Access access_on(Date d) const;
};

/// A change worth naming on the history chart.
struct Event {
  Date date;
  Text about;         ///< printed wording where the date is vague
  Text text;          ///< "free access ended"
  std::string source;
};

struct TypicalUse {
  std::string metric;  ///< an entered one
  std::string text;    ///< "200/day": what parse_quantity reads, a month's count where it names no unit of time
};

struct Platform {
  std::string id;
  std::string name;
  std::string short_name;  ///< for folded rows and verdicts: "X"
  std::vector<std::string> aliases;
  std::string category;
  std::string currency;  ///< ISO 4217: of plans that name none of their own
  std::vector<Source> sources;
  std::vector<Metric> metrics;
  std::vector<TypicalUse> typical;  ///< what a person begins with who adds the platform
  std::vector<Plan> plans;
  std::vector<Event> events;
  bool own = false;          ///< a person's own prices: they need no source
  std::string default_plan;  ///< chosen when the platform is added; empty: cheapest that fits

  const Metric* metric(std::string_view id) const;
  const Plan* plan(std::string_view id) const;
  const Source* source(std::string_view id) const;
};

/// What is known of a platform before its prices and limits have been read.
struct Listing {
  std::string id, name, short_name;
  std::vector<std::string> aliases;
  std::string category;
  Date read;  ///< the newest day on which its figures were read
};

/// A calculation that one can begin with.
struct Preset {
  Text name;         ///< "Bot that posts the news"
  Text text;         ///< one sentence: what it is
  std::string link;  ///< as write_link gives it, without the checksum
};

struct ReplyTable;

struct Catalog {
  Date as_of;  ///< the newest day on which figures were read
  std::vector<Listing> listings;  ///< all platforms that can be had, in the order in which they are offered; none before the index came
  std::vector<Preset> presets;
  JobTable jobs;  ///< what several platforms can do; comes with the listings
  std::shared_ptr<const ReplyTable> replies;  ///< how platforms say that they refused; comes with the listings, null before
  std::vector<Driver> drivers;    ///< common ones, then those of each platform
  std::vector<Choice> choices;
  std::vector<Platform> platforms;
  bool names_any_driver = false;  ///< of a plan file: what its formulas name is a driver

  /// Formulas and scopes may name it.
  bool may_name(std::string_view driver_id) const { return names_any_driver || driver(driver_id) != nullptr; }
  const Platform* platform(std::string_view id) const;
  const Driver* driver(std::string_view id) const;
  const Choice* choice(std::string_view id) const;
  const Listing* listing(std::string_view id) const;
};

}  // namespace tollmeter
