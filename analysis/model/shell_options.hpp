// Options of the shell that runs a script: `set -e`, `set -o pipefail`, `#!/bin/sh -e`, SHELL ["bash", "-o",
// "pipefail", "-c"].
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// An option by its names; letter 0 if it has none.
struct ShellOption {
  char letter;
  std::string_view name;
};
inline constexpr ShellOption errexit{'e', "errexit"};
inline constexpr ShellOption pipefail{0, "pipefail"};

// True if words such as `-eux`, `-o pipefail` turn it on. Words that are no options end the search.
bool turns_on(std::span<const std::string_view> words, ShellOption option);

// True if the script itself turns it on, by `set` at its top level or by its `#!` line.
bool sets_option(const ShellScript& script, ShellOption option);

// For every step of the model, the SHELL instruction in effect there, also an inherited one; null where there is none.
std::vector<const Step*> shells_in_effect(const Model& model);
// For every stage: true if the image it comes from is known to bring no SHELL of its own, as the official ones are.
std::vector<bool> stages_without_foreign_shell(const Model& model);
// True if the SHELL instruction turns the option on; false for null.
bool shell_sets_option(const Step* shell, ShellOption option);

}  // namespace dockwright::model
