// The flat view of a script: every simple command that may run, in the order of the text, whatever it stands in and
// whatever runs it.
//
// Looked through are lists, pipelines, compound commands, function bodies, subshells and all substitutions; programs
// that run another one (env, sudo, xargs, timeout, …: `Wrapper`); what find runs with -exec; and scripts given as a
// static argument to `sh -c`, `su -c` or `eval`. The shell itself, or find, is in the result too; what it runs follows,
// with it among the wrappers. Spans are bytes of the text that was parsed, also for commands in a nested script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/shell/script.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::shell {

struct Argument {
  LogicalSpan span;
  // After quote removal, and with variables replaced whose value is certain here; nothing if not known.
  std::optional<std::string> value;

  bool is(std::string_view text) const { return value && *value == text; }
};

// A program that runs the command, outermost first: sudo in `sudo apt-get update`, sh in `sh -c 'apt-get update'`.
struct Wrapper {
  std::string name;                 // without its directory
  LogicalSpan span;                 // the name, where it is written
  std::vector<Argument> arguments;  // its own options and operands; none if what it runs is a script or comes from find
};

// NAME=value in front of a command, or given to env or sudo.
struct CommandAssignment {
  LogicalSpan span;
  std::string name;
  bool append = false;
  Argument value;  // not known for an array
};

struct CommandRedirection {
  LogicalSpan span;
  Redirection::Operator operation = Redirection::Operator::Input;
  std::string fd;   // as written; empty for the default
  Argument target;  // the delimiter of a here-document
};

// How a command is joined to the one before it. The first one in braces, parentheses or the condition of an if has the
// connector of the whole construct; the first one in a branch, a loop body or a substitution is a Start.
enum class Connector : std::uint8_t { Start, And, Or, Sequence, Pipe };

// When and where a command runs.
struct Circumstances {
  Connector connector = Connector::Start;
  std::size_t top_level = 0;  // index of the item of Script::list it stands in
  bool in_pipeline = false;
  bool in_subshell = false;      // ( ), all substitutions, a script run by `sh -c`
  bool in_substitution = false;  // $( ), `…`, <( )
  bool in_condition = false;     // of if, while, until
  bool in_branch = false;        // body of if or case, condition of elif
  bool in_loop = false;
  bool in_function = false;
  bool background = false;
  bool negated = false;
};

struct Command : Circumstances {
  // Without its directory: apt-get for /usr/bin/apt-get and for "$DIR"/apt-get. Empty if not known, or if there are
  // only assignments and redirections.
  std::string name;
  LogicalSpan span;    // the simple command with assignments, wrappers and redirections
  Argument name_word;  // as written; an empty span if there is none
  std::vector<Argument> arguments;
  std::vector<Wrapper> wrappers;
  std::vector<CommandAssignment> assignments;
  std::vector<CommandRedirection> redirections;

  // The first argument with this value, or null.
  const Argument* argument(std::string_view value) const;
  // Whether a wrapper of this name runs it.
  bool runs_under(std::string_view wrapper) const;
};

// `text` is what `script` was parsed from, `environment` the variables that are certain before it begins (ENV, ARG).
// Values follow assignments in straight-line code only: what a loop, a function or a sourced file may change is not
// known.
std::vector<Command> commands(const Script& script, std::string_view text, const Variables& environment = {});

}  // namespace dockwright::shell
