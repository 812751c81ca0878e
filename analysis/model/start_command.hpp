// What a container of a stage starts: the ENTRYPOINT and CMD in force, as far as the file tells.
#pragma once

#include <string>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

struct StartCommand {
  const Step* entrypoint = nullptr;  // null: none in the file, or taken back by ENTRYPOINT []
  const Step* command = nullptr;     // CMD; arguments of the entry point if that is in exec form
};

// Looks through the stages this one is FROM. An ENTRYPOINT takes away the CMD of the stage it builds on.
StartCommand start_command(const Stage& stage);

// The words of a command: strings of the exec form, or names and arguments of the commands of the shell form, as far as
// known.
std::vector<std::string> words_of(const Step& step);

// The last part of a path.
std::string_view base_name(std::string_view path);

}  // namespace dockwright::model
