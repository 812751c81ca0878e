// Commands that look like exec form but are none: BuildKit reads an array that is not valid JSON as shell form, in silence.
#pragma once

#include "analysis/syntax/instruction.hpp"

namespace dockwright::model {

// What is to be read as exec or shell form: the arguments, or for HEALTHCHECK what follows CMD.
const syntax::Word& command_word(const syntax::Instruction& instruction);

// True if the instruction's arguments were certainly meant as a JSON array but are none. The shell's own `[ -f x ] && y` and
// `[[ … ]]`, and file patterns such as `[a-z]*`, are not.
bool is_meant_as_array(const syntax::Instruction& instruction);

}  // namespace dockwright::model
