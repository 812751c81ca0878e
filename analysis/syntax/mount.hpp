// RUN --mount: a CSV record of `key=value` and bare keys.
#pragma once

#include <vector>

#include "analysis/syntax/instruction.hpp"
#include "analysis/syntax/words.hpp"

namespace dockwright::syntax {

// Reads the value of the flag word `flag`, whose value begins at byte `value_begin` of `flag.value`. What is wrong with it
// is added to the instruction's errors.
Mount parse_mount(Instruction& instruction, const FlagWord& flag, std::size_t value_begin);

}  // namespace dockwright::syntax
