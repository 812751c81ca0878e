// Reads a text slot by slot: physical lines, continuations, directives, heredoc bodies.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/syntax/slot.hpp"
#include "analysis/syntax/terminator_index.hpp"

namespace dockwright::syntax {

class SlotReader {
 public:
  // Reads from the top of the file, directives included.
  explicit SlotReader(std::string_view text) : text_(text), terminators_(text) {}
  // Reads from a place behind the directives.
  SlotReader(std::string_view text, char escape) : text_(text), escape_(escape), in_directives_(false), terminators_(text) {}

  // The slot that begins at `at`, a slot boundary before the end of the text.
  SlotPointer read(std::uint32_t at);

  char escape() const { return escape_; }
  // True as long as the next line could still be a directive.
  bool in_directives() const { return in_directives_; }

 private:
  void read_directive(Slot& slot, std::string_view line, std::uint32_t base);
  std::uint32_t read_instruction(Slot& slot, std::uint32_t begin, std::uint32_t content);
  std::uint32_t read_heredocs(Slot& slot, Instruction& instruction, std::uint32_t begin, std::uint32_t at);

  std::string_view text_;
  char escape_ = '\\';
  bool in_directives_ = true;
  bool seen_syntax_ = false, seen_escape_ = false, seen_check_ = false;
  TerminatorIndex terminators_;
};

}  // namespace dockwright::syntax
