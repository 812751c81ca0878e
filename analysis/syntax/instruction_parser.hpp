// From a joined line to an Instruction with its views.
#pragma once

#include <memory>

#include "analysis/syntax/instruction.hpp"

namespace dockwright::syntax {

// Never fails: what cannot be read becomes an error in the result. Heredoc bodies, comments and `span` are filled in by the
// one who reads the lines (slot_reader.hpp). `escape` is the directive's.
std::unique_ptr<Instruction> parse_instruction(MappedText line, char escape);

}  // namespace dockwright::syntax
