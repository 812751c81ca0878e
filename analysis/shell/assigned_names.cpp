#include "analysis/shell/assigned_names.hpp"

#include <algorithm>

#include "analysis/shell/characters.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::shell {

template <std::size_t Size>
static bool is_one_of(std::string_view name, const std::string_view (&names)[Size]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_declaration_builtin(std::string_view name) {
  static constexpr std::string_view names[] = {"export", "declare", "local", "readonly", "typeset"};
  return is_one_of(name, names);
}

// Builtins that change the variables named by their arguments.
static bool assigns_by_argument(std::string_view name) {
  static constexpr std::string_view names[] = {"unset",   "read",   "mapfile", "readarray",
                                               "getopts", "printf", "let",     "wait"};
  return is_declaration_builtin(name) || is_one_of(name, names);
}

// An assignment in front of one of these stays in effect (POSIX 2.14).
static bool is_special_builtin(std::string_view name) {
  static constexpr std::string_view names[] = {":",      ".",   "eval",  "exec",  "exit", "export", "readonly",
                                               "return", "set", "shift", "times", "trap", "unset"};
  return is_one_of(name, names);
}

AssignedNames assigned_names(const SimpleCommand& command, std::string_view text) {
  AssignedNames result;
  const std::string_view name = command.words.empty() ? std::string_view() : raw(text, command.words.front().span);
  if (command.words.empty() || is_special_builtin(name)) {
    for (const Assignment& assignment : command.assignments) result.names.push_back(raw(text, assignment.name));
  }
  result.any = name == "." || name == "source" || name == "eval";
  if (assigns_by_argument(name)) {
    for (const Word& word : command.words.subspan(1)) {
      const std::string_view argument = raw(text, word.span);
      const std::string_view before = argument.substr(0, argument.find_first_of("=+-["));
      if (is_name(before)) result.names.push_back(before);
    }
  }
  return result;
}

}  // namespace dockwright::shell
