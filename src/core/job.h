#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/language.h"
#include "core/rational.h"

namespace tollmeter {

struct Scenario;

/// What a job is counted in: posts, accounts.
struct JobAmount {
  std::string id;
  Text units;   ///< "posts"
  std::string driver;  ///< tells how many where a platform does not count it; empty: none then
};

/// One operation that a job takes on a platform.
struct JobTake {
  std::string metric;  ///< an entered one of the platform
  std::string amount;  ///< of the job; empty: `fixed` of it, however much the job is
  Rational each = 1;   ///< units of the metric for one of the amount; above zero
  Rational fixed = 0;
  bool shared = false; ///< jobs that take it share it: the most of them counts, not their sum
};

/// A platform that can do the job.
struct JobOffer {
  std::string platform;
  std::vector<JobTake> takes;  ///< the first one is of the job's first amount
  bool only_to = false;        ///< its operations serve other jobs too, so what is asked of them does not tell that it is this one
  Text differs;         ///< what is not the same there, sentences; may be empty
  std::string source;          ///< where it stands that the platform does the job: an id among the sources; may be empty
  std::vector<std::string> not_on = {};    ///< plans of the platform on which it does not do the job
  std::vector<std::string> not_from = {};  ///< platforms that do more of the job than it can: it takes nothing over from them
};

/// Something that several platforms can do, each with operations of its own (assets/jobs.json).
struct Job {
  std::string id;
  Text name;        ///< "Publish posts on X"
  Text counts_one;  ///< one sentence: what counts as one
  Text note;        ///< what is not compared, and why, sentences; may be empty
  std::vector<JobAmount> amounts;
  std::vector<JobOffer> offers;
};

struct JobSource {
  std::string id;
  Text title;
  std::string url;
  Date read;
};

/// Platforms whose operations do not tell which job they do.
struct UntoldJobs {
  std::vector<std::string> platforms;
  Text why;  ///< a sentence about one of them
};

struct JobTable {
  std::vector<Job> jobs;
  std::vector<JobSource> sources;
  std::vector<UntoldJobs> untold;

  const JobSource* source(std::string_view id) const;
};

/// The scenario asks the offer's platform for this job: something is entered for its first operation.
bool is_asked_for(const JobOffer& offer, const Scenario& scenario);
/// Any job of the table is asked for, so that another platform might do it.
bool has_jobs(const JobTable& table, const Scenario& scenario);

}  // namespace tollmeter
