// What each byte means to the shell's lexer. Bytes above 127 are ordinary text, as in the C locale.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dockwright::shell {

enum CharacterClass : std::uint8_t {
  kBlank = 1,            // space, tab
  kNewline = 2,          // line feed
  kOperator = 4,         // ; & | ( ) < >
  kQuote = 8,            // ' " \ $ `
  kCarriageReturn = 16,  // ends a word only before a line feed
  kNameStart = 32,       // letters and _
  kDigit = 64,
};

inline constexpr std::uint8_t kEndsWord = kBlank | kNewline | kOperator;
inline constexpr std::uint8_t kNameCharacter = kNameStart | kDigit;

inline constexpr std::array<std::uint8_t, 256> character_classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](std::string_view characters, CharacterClass group) {
    for (const char character : characters) table[static_cast<unsigned char>(character)] |= group;
  };
  mark(" \t", kBlank);
  mark("\n", kNewline);
  mark(";&|()<>", kOperator);
  mark("'\"\\$`", kQuote);
  mark("\r", kCarriageReturn);
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", kNameStart);
  mark("0123456789", kDigit);
  return table;
}();

constexpr bool is(char character, std::uint8_t classes) {
  return (character_classes[static_cast<unsigned char>(character)] & classes) != 0;
}

// POSIX 3.235: a variable or function name.
constexpr bool is_name(std::string_view text) {
  if (text.empty() || !is(text.front(), kNameStart)) return false;
  for (const char character : text) {
    if (!is(character, kNameCharacter)) return false;
  }
  return true;
}

// The special parameters of POSIX 2.5.2, without 0, which reads as a digit.
constexpr bool is_special_parameter(char character) {
  return std::string_view("@*#?-$!").find(character) != std::string_view::npos;
}

}  // namespace dockwright::shell
