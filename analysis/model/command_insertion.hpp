// Adds a command to a RUN behind one that is there, laid out as its neighbours are.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/model/model.hpp"
#include "analysis/text/edits.hpp"

namespace dockwright::model {

// Makes `added` run after the pipeline that holds `command` (at the top level of the script: an `if` or a subshell
// around it counts as part of it), when that one succeeded. A failure of what is there stops the build as before, also
// under `set -e`. Nothing if there is no such place: a background job, a negated command, a here-document.
// Precondition: `step` is one of `model` and `command` one of step.script->commands.
std::optional<TextEdit> insert_command_behind(const Model& model, const Step& step, const shell::Command& command,
                                              std::string_view added);

}  // namespace dockwright::model
