// BuildKit's word lexer: quotes, escapes, `$variables` and word splitting, with the place of every variable.
//
// BuildKit uses one lexer with switches for three jobs: to expand a word (ENV, COPY, FROM ...), to expand and split
// (EXPOSE), and to find heredoc operators in a line. Offsets are bytes of the text that was given. Follows
// frontend/dockerfile/shell as measured; nothing here ever runs a command.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

struct LexerOptions {
  char escape = '\\';
  bool raw_quotes = false;    // keep quotes in the result
  bool raw_escapes = false;   // keep escape characters in the result
  bool ignore_quotes = false; // quotes are ordinary characters (bodies of heredocs)
  bool keep_unset = false;    // leave an unset variable as it is written
};

// One `$name` or `${name...}`, nested ones included, in the order in which they begin.
struct VariableReference {
  LogicalSpan span;              // from the dollar sign to the last character
  LogicalSpan name;              // without `${`
  std::string_view operation;    // "", ":-", "-", ":+", "+", ":?", "?", "#", "##", "%", "%%", "/", "//"
  LogicalSpan operand;           // what follows the operation, up to the closing brace; empty without one
};

struct LexedWord {
  std::string value;
  LogicalSpan span;  // what it was made from
};

struct Expansion {
  std::string value;                     // the whole text, expanded, unquoted
  std::vector<LexedWord> words;          // the same, split at white space outside quotes
  std::vector<VariableReference> references;
  std::vector<std::size_t> unset;        // indexes into `references`: variables the look-up did not know
  std::string error;                     // not empty: BuildKit refuses the text, in our words; the rest may be incomplete
  std::uint32_t error_at = 0;            // where, as an offset into the text
};

// Value of a variable, or nothing when it is not set.
using Lookup = std::function<std::optional<std::string_view>(std::string_view name)>;

// Values longer than this (bytes) end in an error: an ENV that doubles itself must not eat the memory.
inline constexpr std::size_t max_expanded_bytes = 1 << 16;

Expansion expand(std::string_view text, const Lookup& lookup, const LexerOptions& options);
// The variables of a text, without looking any of them up; errors are as in expand.
Expansion scan_references(std::string_view text, const LexerOptions& options);

}  // namespace dockwright::syntax
