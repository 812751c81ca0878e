// Heredocs: `<<EOF`, `3<<-'EOF'`, several in a line. Only RUN, COPY and ADD (and ONBUILD of these) have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright::syntax {

// The operator in a command line. Offsets are into the line that was scanned.
struct HeredocOperator {
  LogicalSpan span;          // `3<<-"EOF"`
  LogicalSpan name_span;     // `"EOF"`, quotes included
  std::string name;          // `EOF`: what the terminating line says
  bool quoted = false;       // variables in the body are not expanded
  bool strip_tabs = false;   // `<<-`
  unsigned file_descriptor = 0;
};

// All heredoc operators of a joined instruction line, in order. A line with an open quote has none, as in BuildKit.
std::vector<HeredocOperator> heredoc_operators(std::string_view line);
// The operator that `word` is, if it is one.
std::optional<HeredocOperator> heredoc_operator(std::string_view word);

// A heredoc with its body; spans are within the slot.
struct Heredoc {
  Span operator_span;
  Span name_span;
  std::string name;
  bool quoted = false;
  bool strip_tabs = false;
  unsigned file_descriptor = 0;
  Span body;        // the lines between, their newlines included
  Span terminator;  // the name on the last line, without tabs and newline; empty when it is missing
  bool terminated() const { return !terminator.empty(); }
};

}  // namespace dockwright::syntax
