#include "core/job_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/catalog_rows.h"

namespace tollmeter {
namespace {

constexpr std::size_t kMostJobs = 64, kMostAmounts = 6, kMostOffers = 40, kMostTakes = 8;

void check_count(const JsonCursor& at, std::size_t count, std::size_t most, const char* expected) {
  if (count == 0 || count > most) at.fail("is empty or too long", expected);
}

JobTake read_take(const JsonCursor& at, const Job& job) {
  JobTake take;
  at.read({{"metric", take.metric, JsonField::Kind::id},
           JsonField("amount", take.amount, JsonField::Kind::id).if_any(),
           JsonField("each", take.each).if_any(),
           JsonField("fixed", take.fixed).if_any(),
           {"shared", take.shared}});
  const bool known = std::any_of(job.amounts.begin(), job.amounts.end(),
                                 [&](const JobAmount& amount) { return amount.id == take.amount; });
  if (take.amount.empty() ? !(take.fixed > 0) : !known) at.fail("takes no amount of the job", "one of its amounts, or \"fixed\" above zero");
  if (!(take.each > 0)) at.fail("takes nothing", "\"each\" above zero");
  return take;
}

JobOffer read_offer(const JsonCursor& at, const Job& job, const JobTable& table) {
  JobOffer offer;
  at.read({{"platform", offer.platform, JsonField::Kind::id},
           "takes",
           {"only_to", offer.only_to},
           JsonField("differs", offer.differs).if_any(),
           JsonField("source", offer.source).if_any(),
           JsonField("not_on").if_any(),
           JsonField("not_from").if_any()});
  at.each("not_on", [&](const JsonCursor& id) { offer.not_on.push_back(id.text()); });
  at.each("not_from", [&](const JsonCursor& id) { offer.not_from.push_back(id.text()); });
  at.each("takes", [&](const JsonCursor& place) { offer.takes.push_back(read_take(place, job)); });
  check_count(at, offer.takes.size(), kMostTakes, marked("from 1 to 8 \"takes\""));
  if (!offer.takes.empty() && !job.amounts.empty() && offer.takes.front().amount != job.amounts.front().id) {
    at.fail("does not begin with the job's first amount", "\"takes\" whose first is of the job's first amount");
  }
  if (!offer.source.empty() && !table.source(offer.source)) at.refuse(offer.source, "is no source", "one of \"sources\"");
  return offer;
}

Job read_job(const JsonCursor& at, const JobTable& table) {
  Job job;
  at.read({{"id", job.id, JsonField::Kind::id},
           {"name", job.name},
           {"counts_one", job.counts_one},
           JsonField("note", job.note).if_any(),
           "amounts",
           "offers"});
  at.each("amounts", [&](const JsonCursor& place) {
    JobAmount amount;
    place.read({{"id", amount.id, JsonField::Kind::id}, {"units", amount.units}, JsonField("driver", amount.driver, JsonField::Kind::id).if_any()});
    const bool twice = std::any_of(job.amounts.begin(), job.amounts.end(), [&](const JobAmount& a) { return a.id == amount.id; });
    check_once(place, amount.id, twice, marked("each amount once"));
    job.amounts.push_back(std::move(amount));
  });
  check_count(at, job.amounts.size(), kMostAmounts, marked("from 1 to 6 \"amounts\""));
  at.each("offers", [&](const JsonCursor& place) {
    JobOffer offer = read_offer(place, job, table);
    const bool twice = std::any_of(job.offers.begin(), job.offers.end(), [&](const JobOffer& o) { return o.platform == offer.platform; });
    check_once(place, offer.platform, twice, marked("each platform once"));
    job.offers.push_back(std::move(offer));
  });
  check_count(at, job.offers.size(), kMostOffers, marked("from 1 to 40 \"offers\""));
  return job;
}

}  // namespace

JobTable read_jobs(const JsonCursor& at) {
  JobTable table;
  at.read({"sources", "jobs", "untold"});
  at.each_member("sources", [&](const std::string& id, const JsonCursor& place) {
    JobSource source;
    source.id = id;
    place.read({{"title", source.title}, {"url", source.url}, {"read", source.read}});
    table.sources.push_back(std::move(source));
  });
  std::set<std::pair<std::string, std::string>> told;
  at.each("jobs", [&](const JsonCursor& place) {
    Job job = read_job(place, table);
    const bool twice = std::any_of(table.jobs.begin(), table.jobs.end(), [&](const Job& j) { return j.id == job.id; });
    check_once(place, job.id, twice, marked("each job once"));
    for (const JobOffer& offer : job.offers) {
      for (const JobTake& take : offer.takes) {
        // What is asked of an operation can be moved only once.
        if (!offer.only_to && !take.amount.empty() && !told.emplace(offer.platform, take.metric).second) {
          place.refuse(offer.platform + "." + take.metric, "is two jobs", "\"only_to\" in all but one of them");
        }
      }
    }
    if (table.jobs.size() == kMostJobs) place.fail("is one too many", "at most 64 jobs");
    table.jobs.push_back(std::move(job));
  });
  at.each("untold", [&](const JsonCursor& place) {
    UntoldJobs untold;
    place.read({"platforms", {"why", untold.why}});
    place.each("platforms", [&](const JsonCursor& id) { untold.platforms.push_back(id.text()); });
    table.untold.push_back(std::move(untold));
  });
  return table;
}

}  // namespace tollmeter
