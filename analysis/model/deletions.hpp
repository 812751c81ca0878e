// What the commands of a script delete.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/model/shell_script.hpp"

namespace dockwright::model {

enum class Deletes : std::uint8_t { No, Maybe, Yes };

// Whether `command` empties the directory `path` (absolute, no slash at the end): rm, find -delete, or a clean-up
// script, which may.
Deletes deletes_contents(const ShellScript& script, const shell::Command& command, std::string_view path);

// The operands of rm; empty for other commands.
std::vector<const shell::Argument*> deleted_paths(const ShellScript& script, const shell::Command& command);

}  // namespace dockwright::model
