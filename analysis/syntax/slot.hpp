// A slot of the syntax tree: a run of whole lines that is an instruction, a comment, a directive or blank.
//
// Slots are immutable, own their bytes and know nothing of where they stand, so that a tree can share them with the version
// before. Concatenated they are the file, byte for byte.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "analysis/syntax/instruction.hpp"

namespace dockwright::syntax {

enum class SlotKind : std::uint8_t { Blank, Comment, Directive, Instruction };

// A parser directive, `# name=value`, in the block at the top of the file.
struct Directive {
  Span name;
  Span value;
  std::string name_text;  // lower case: syntax, escape or check
  std::string value_text;
};

struct Slot {
  SlotKind kind = SlotKind::Blank;
  std::string bytes;        // the lines, their newlines included
  std::uint32_t lines = 0;  // number of LF in `bytes`
  Span comment;             // Comment and Directive: from `#` to the end of the line, newline excluded
  Directive directive;      // Directive only
  std::unique_ptr<const Instruction> instruction;  // Instruction only
  bool open = false;        // ends because the file does, in the middle of a continuation: text put behind it joins it
  bool unterminated = false;  // a heredoc's end was not found in the rest of the file
  std::vector<SyntaxError> errors;  // of Directive and of lines as such; an instruction's own are in `instruction`
};

using SlotPointer = std::shared_ptr<const Slot>;

}  // namespace dockwright::syntax
