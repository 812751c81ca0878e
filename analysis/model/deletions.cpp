#include "analysis/model/deletions.hpp"

#include <algorithm>

#include "analysis/model/paths.hpp"
#include "analysis/model/text_search.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::model {

using shell::Argument;
using shell::Command;

static bool word_covers_contents(const Argument& argument, std::string_view path) {
  if (!argument.value || !argument.value->starts_with('/')) return false;
  const std::vector<std::string> words = expand_braces(*argument.value);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return covers_contents(word, path); });
}

// A variable that holds what a clean-up deletes is called so, or a loop runs through a list of directories.
static bool may_hold_caches(const ShellScript& script, const Command& command, const Argument& argument) {
  if (argument.value) return false;
  if (command.in_loop) return true;
  const std::string_view raw = shell::raw(script.text.text(), argument.span);
  for (const std::string_view part : {"apt", "list", "clean", "cache", "trash"}) {
    if (contains_ignoring_case(raw, part)) return true;
  }
  return false;
}

// One of the starting points of find, which stand in front of its expression.
static bool searches(std::span<const Argument> arguments, std::string_view path) {
  for (const Argument& argument : arguments) {
    if (!argument.value) continue;
    if (argument.value->starts_with('-') || *argument.value == "(" || *argument.value == "!") return false;
    if (word_covers_contents(argument, path)) return true;
  }
  return false;
}

static bool find_deletes(const Command& command) {
  return command.in_pipeline || command.argument("-delete") || command.argument("-exec") ||
         command.argument("-execdir");
}

// `/opt/clean-up.sh`, `bash clean-up.sh`, `curl https://example.com/clean-up.sh | sh`
static bool may_run_clean_up_script(const Command& command) {
  if (command.name.find("clean") != std::string::npos) return true;
  for (const std::string_view name : {"bash", "sh", ".", "source", "curl", "wget"}) {
    if (command.name != name) continue;
    return std::any_of(command.arguments.begin(), command.arguments.end(), [](const Argument& argument) {
      return argument.value && argument.value->find("clean") != std::string::npos;
    });
  }
  return false;
}

Deletes deletes_contents(const ShellScript& script, const Command& command, std::string_view path) {
  if (command.name == "find" && find_deletes(command) && searches(command.arguments, path)) return Deletes::Yes;
  if (command.name == "rm") {
    Deletes result = Deletes::No;
    for (const Argument& argument : command.arguments) {
      if (word_covers_contents(argument, path)) return Deletes::Yes;
      if (may_hold_caches(script, command, argument)) result = Deletes::Maybe;
    }
    return result;
  }
  return may_run_clean_up_script(command) ? Deletes::Maybe : Deletes::No;
}

std::vector<const Argument*> deleted_paths(const ShellScript& script, const Command& command) {
  std::vector<const Argument*> paths;
  if (command.name != "rm") return paths;
  bool only_operands = false;
  for (const Argument& argument : command.arguments) {
    const std::string_view raw = shell::raw(script.text.text(), argument.span);
    if (!only_operands && raw.starts_with('-')) {
      only_operands = raw == "--";
    } else {
      paths.push_back(&argument);
    }
  }
  return paths;
}

}  // namespace dockwright::model
