#pragma once

#include <string>
#include <string_view>

namespace tollmeter {

inline constexpr std::size_t kChecksumLength = 5;

/// The low 25 bits of the CRC-32 (ISO 3309) as five characters of "a".."z", "2".."7": letters of one case, since
/// chat programs and people change the case of what they pass on.
std::string checksum(std::string_view text);

}  // namespace tollmeter
