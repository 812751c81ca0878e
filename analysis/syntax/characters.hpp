// Character classes exactly as BuildKit's Go code uses them; each kind of blank matters somewhere.
#pragma once

#include <cstdint>
#include <string_view>

namespace dockwright::syntax {

// One code point and the bytes it takes. Invalid UTF-8 decodes to U+FFFD, one byte at a time.
struct Rune {
  char32_t value = 0;
  std::uint32_t width = 0;  // 0 at the end of the text
};
Rune decode_rune(std::string_view text, std::size_t at);
Rune decode_last_rune(std::string_view text);

// Unicode white space (Go's unicode.IsSpace).
bool is_space(char32_t rune);
// The same for one byte read as Latin-1, as BuildKit's flag parser does.
constexpr bool is_space_byte(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\x85' || c == '\xA0';
}
// What separates a keyword from its arguments, and plain words from each other: [\t\v\f\r ].
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// Bytes of leading / trailing Unicode white space.
std::uint32_t leading_space(std::string_view text);
std::uint32_t trailing_space(std::string_view text);
std::string_view trim_space(std::string_view text);
// Without the CR and LF at the end.
std::string_view trim_newline(std::string_view line);

// ASCII case-insensitive equality.
bool equals_ignoring_case(std::string_view left, std::string_view right);

}  // namespace dockwright::syntax
