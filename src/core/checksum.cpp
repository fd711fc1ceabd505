#include "core/checksum.h"

#include <cstdint>

namespace tollmeter {
namespace {

std::uint32_t crc32(std::string_view text) {
  constexpr std::uint32_t kReversedPolynomial = 0xEDB88320U;
  std::uint32_t crc = ~std::uint32_t{0};
  for (char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1) ^ ((crc & 1U) != 0 ? kReversedPolynomial : 0U);
    }
  }
  return ~crc;
}

}  // namespace

std::string checksum(std::string_view text) {
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  std::uint32_t bits = crc32(text);
  std::string out(kChecksumLength, 'a');
  for (std::size_t i = kChecksumLength; i-- > 0; bits >>= 5) out[i] = kAlphabet[bits & 31U];
  return out;
}

}  // namespace tollmeter
