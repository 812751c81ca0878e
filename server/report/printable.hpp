// Text from files, made fit to be shown on a terminal.
//
// A Dockerfile can hold escape sequences, bidirectional overrides and bytes that are no text. None of them may reach
// the terminal, where they could move the cursor, hide a line or run a command.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/characters.hpp"

namespace dockwright::server {

// Columns a character takes on a terminal: 0 for marks that combine with the one before, 2 for East Asian wide ones and
// emoji.
unsigned character_width(char32_t character);

// Appends the character that begins `bytes` as it may be shown; returns its columns. A tab becomes tab_columns blanks;
// control characters, invisible ones that change the direction of text, and invalid bytes become U+FFFD.
unsigned append_printable(std::string& out, std::string_view bytes, syntax::Rune rune);
inline constexpr unsigned tab_columns = 4;

// A whole piece of text: a message or a path.
std::string printable(std::string_view text);

}  // namespace dockwright::server
