#pragma once

#include <string>

#include "core/catalog.h"

namespace tollmeter {

// What a row of the catalogue says, whatever is used, in the words of the platform's page (tools/pages/charges.mjs, limits.mjs).
// Texts are not translated: they are for those who keep the catalogue, who read English. Call with English spoken.

/// "$0.015 a post", "$100.00 a month"; tiers stand behind one another.
std::string charge_figure(const Catalog& catalog, const Platform& platform, const Plan& plan, const Charge& charge);
/// "10,000 a month for the app, resets on your cycle day"; a formula stands as in the catalogue.
std::string limit_figure(const Plan& plan, const Limit& limit);

}  // namespace tollmeter
