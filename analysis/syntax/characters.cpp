#include "analysis/syntax/characters.hpp"

#include <algorithm>

namespace dockwright::syntax {

static bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

Rune decode_rune(std::string_view text, std::size_t at) {
  constexpr char32_t replacement = 0xFFFD;
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) -> unsigned char {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead <= 0xDF && is_continuation(byte(1))) {
    return {(char32_t{lead} & 0x1F) << 6 | (byte(1) & 0x3Fu), 2};
  }
  if ((lead & 0xF0) == 0xE0 && is_continuation(byte(1)) && is_continuation(byte(2))) {
    const char32_t value = (char32_t{lead} & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && is_continuation(byte(1)) && is_continuation(byte(2)) && is_continuation(byte(3))) {
    const char32_t value =
        (char32_t{lead} & 0x07) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {replacement, 1};
}

Rune decode_last_rune(std::string_view text) {
  for (std::size_t width = 1; width <= 4 && width <= text.size(); ++width) {
    const Rune rune = decode_rune(text, text.size() - width);
    // The last byte of a longer character decodes alone too, as an invalid one.
    const bool valid = rune.width > 1 || rune.value < 0x80;
    if (rune.width == width && valid) return rune;
  }
  return {0xFFFD, text.empty() ? 0u : 1u};
}

bool is_space(char32_t rune) {
  if (rune < 0x80) return rune == ' ' || (rune >= '\t' && rune <= '\r');
  return rune == 0x85 || rune == 0xA0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 ||
         rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

std::uint32_t leading_space(std::string_view text) {
  std::uint32_t at = 0;
  while (at < text.size()) {
    const Rune rune = decode_rune(text, at);
    if (!is_space(rune.value)) break;
    at += rune.width;
  }
  return at;
}

std::uint32_t trailing_space(std::string_view text) {
  const std::size_t size = text.size();
  while (!text.empty()) {
    const Rune rune = decode_last_rune(text);
    if (!is_space(rune.value)) break;
    text.remove_suffix(rune.width);
  }
  return static_cast<std::uint32_t>(size - text.size());
}

std::string_view trim_space(std::string_view text) {
  text.remove_prefix(leading_space(text));
  text.remove_suffix(trailing_space(text));
  return text;
}

std::string_view trim_newline(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) {
           return to_lower(a) == to_lower(b);
         });
}

}  // namespace dockwright::syntax
