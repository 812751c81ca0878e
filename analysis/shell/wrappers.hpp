// Programs that run another program or a script, and where in their arguments that one stands.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/shell/commands.hpp"
#include "analysis/shell/script.hpp"

namespace dockwright::shell {

// Indexes into the words of a simple command.
struct WrappedCommand {
  std::size_t assignments = 0;  // the first NAME=value in front of the command; == command if there is none
  std::size_t command = 0;
};

// What `words`, which begin with the name of a program called `name`, run; nothing if that is no such program, or if it
// runs nothing with these options. `text` is what the spans refer to.
std::optional<WrappedCommand> wrapped_command(std::string_view name, std::span<const Argument> words,
                                              std::string_view text);

struct NestedScript {
  std::size_t first = 0;  // the words that make up the script, joined by blanks
  std::size_t last = 0;   // behind the last one
  Dialect dialect = Dialect::Posix;
};

// The script that `words` run, as in `sh -c SCRIPT`, `su -c SCRIPT user`, `env -S SCRIPT`, `eval SCRIPT…`.
std::optional<NestedScript> nested_script(std::string_view name, std::span<const Argument> words);

// The commands [begin, end) that the arguments of find run on what it finds: -exec COMMAND… ; and its like.
std::vector<std::pair<std::size_t, std::size_t>> find_exec_commands(std::span<const Argument> arguments);

// The name of the program at `word` without its directory, also when only the end of the path is known; else empty.
std::string program_name(const Argument& word, std::string_view text);

// The name in NAME=value, or nothing if `word` is no such assignment.
std::optional<std::string_view> assigned_name(const Argument& word, std::string_view text);

}  // namespace dockwright::shell
