#pragma once

#include <string>
#include <string_view>

#include "core/estimate.h"
#include "core/function_ref.h"
#include "core/link.h"

namespace tollmeter {

/// The link of a document with others beside it: version 2, whose parts are links of version 1.
std::string write_comparison(const Document& document);

/// `text` is what stands behind the version: without the checksum of the whole where that is right (`sealed`), else all that came.
OpenedLink open_comparison(std::string_view text, bool sealed, const Catalog& catalog);

/// The document of a link that is shared: each calculation with its total, in the world that it has.
Document comparison_to_share(const Scenario& current, const Beside& beside, FunctionRef<World(const Scenario&)> world_of);

}  // namespace tollmeter
