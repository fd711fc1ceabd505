#pragma once

#include "core/job.h"
#include "core/json_cursor.h"

namespace tollmeter {

/// Reads {"sources": {...}, "jobs": [...], "untold": [...]}, at most 64 jobs of at most 40 offers. Whether the platforms have the
/// operations it names is not asked: their files come later. An amount, a source or an offer that names what is not there, and an
/// operation that is two jobs, is a Problem.
JobTable read_jobs(const JsonCursor& at);

}  // namespace tollmeter
