// Parses POSIX sh and bash scripts; see script.hpp for the tree.
//
// Any bytes are accepted. Errors are recorded and the parser goes on behind them; nesting beyond max_nesting is an
// error that ends the parse. Time and memory are linear in the size of the text. A carriage return before a line feed
// counts as a blank, so that a file with CR LF line ends reads as it was meant. Not done: alias and history expansion,
// which do not happen in `sh -c`.
#pragma once

#include <string_view>

#include "analysis/shell/script.hpp"

namespace dockwright::shell {

// The longest script that is read, in bytes; a longer one is an error and gives an empty tree.
inline constexpr std::size_t max_script_bytes = std::size_t{1} << 20;
// How deep commands and expansions may stand inside one another.
inline constexpr int max_nesting = 200;
// How many errors are recorded at most: more of them help nobody.
inline constexpr std::size_t max_errors = 100;

// Dialect::Posix reads bash constructs too, and lists them in Script::bashisms.
Script parse(std::string_view text, Dialect dialect);

}  // namespace dockwright::shell
