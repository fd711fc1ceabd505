#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/json_value.h"

namespace tollmeter {

/// Prices of Stripe (Price objects as its API gives them, one, a list, or an object of "object": "list") as a platform's file: each
/// product is a plan, or one for each of its fixed prices, with its metered prices as charges.
struct StripeImport {
  std::optional<JsonValue> platform;  ///< without an id; nothing where no price could be read
  std::vector<std::string> left_out;  ///< a sentence for each price, or part of one, that is not in it
};

bool is_stripe(const JsonValue& root);
StripeImport import_stripe(const JsonValue& root);

}  // namespace tollmeter
