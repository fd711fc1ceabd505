#pragma once

#include <string>
#include <string_view>

namespace tollmeter {

/// A count as people type it where points group digits, as it is written elsewhere: "1.500", "1.500/day" and "1.234.567,5" become
/// "1500", "1500/day" and "1234567.5". Where nothing says otherwise one point before exactly three digits groups them ("1.500"),
/// but not behind a zero ("0.500") and not before a suffix ("1.500k"). Anything else comes back as it is.
std::string without_point_groups(std::string_view text);

}  // namespace tollmeter
