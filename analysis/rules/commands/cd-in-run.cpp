#include <algorithm>

#include "analysis/model/deletions.hpp"
#include "analysis/model/paths.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static bool changes_directory(const shell::Command& command) {
  return command.name == "cd" || command.name == "pushd" || command.name == "popd";
}

// `cd X && … && rm -rf X`: a WORKDIR would bring the directory back.
static bool deletes(const model::ShellScript& script, std::span<const shell::Command> commands,
                    const std::string& path) {
  return std::any_of(commands.begin(), commands.end(), [&](const shell::Command& command) {
    const auto operands = model::deleted_paths(script, command);
    return std::any_of(operands.begin(), operands.end(), [&](const shell::Argument* operand) {
      return operand->value && (*operand->value == path || model::covers(*operand->value, path));
    });
  });
}

// Only `cd X && …`, where the whole RUN works in X and WORKDIR says the same.
static void check(const Step& step, Findings& findings) {
  if (!step.script || step.script->heredoc_body) return;
  const auto& items = step.script->script.list.items;
  const auto commands = step.commands();
  if (items.size() != 1 || commands.size() < 2) return;
  const auto& operators = items[0].and_or.operators;
  if (operators.empty() || operators[0].is_or) return;
  const shell::Command& first = commands[0];
  if (first.name != "cd" || first.in_pipeline || first.in_subshell || first.in_branch || first.negated) return;
  if (first.arguments.size() != 1 || !first.redirections.empty()) return;
  const auto& path = first.arguments[0].value;
  if (!path || path->empty() || path->find_first_of("-~*?[") == 0 || *path == "..") return;
  if (std::any_of(commands.begin() + 1, commands.end(), changes_directory)) return;
  if (deletes(*step.script, commands, *path)) return;
  findings.report(step.script_range({first.name_word.span.begin, first.arguments[0].span.end}),
                  "this RUN works in {} from its start: WORKDIR says so for all to see", *path);
}

extern constinit const Rule cd_in_run = on_step({Keyword::Run}, check);

}  // namespace dockwright::rules
