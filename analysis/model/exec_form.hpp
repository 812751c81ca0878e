// Between shell form and exec form: commands that look like the other, and the way from one to the other.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/model/shell_script.hpp"
#include "analysis/syntax/instruction.hpp"

namespace dockwright::model {

// What is to be read as exec or shell form: the arguments, or for HEALTHCHECK what follows CMD.
const syntax::Word& command_word(const syntax::Instruction& instruction);

// True if the instruction's arguments were certainly meant as a JSON array but are none: BuildKit reads that as shell
// form, in silence. The shell's own `[ -f x ] && y` and `[[ … ]]`, and file patterns such as `[a-z]*`, are not.
bool is_meant_as_array(const syntax::Instruction& instruction);

// The words of a script that is one program with fixed arguments, so that it needs no shell; nothing for anything else:
// variables, patterns, redirections, lists, and what only a shell can do (builtins).
std::optional<std::vector<std::string>> plain_words(const ShellScript& script);

// `["a", "b"]`; nothing if a string is not UTF-8.
std::optional<std::string> json_array(std::span<const std::string> strings);

}  // namespace dockwright::model
