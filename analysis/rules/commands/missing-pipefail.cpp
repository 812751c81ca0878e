#include <algorithm>
#include <array>

#include "analysis/model/shell_options.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// What does not fail, or only because its reader has seen enough.
static constexpr std::array<std::string_view, 6> writers{"echo", "printf", "yes", "true", ":", "seq"};
// Readers that stop early; with pipefail that would fail the build.
static bool stops_early(const shell::Command& command) {
  return command.name == "head" || (command.name == "grep" && (command.argument("-q") || command.argument("-m1")));
}

// Whose failure the pipe into commands[index] hides, or null.
static const shell::Command* hidden_command(std::span<const shell::Command> commands, std::size_t index) {
  const shell::Command& reader = commands[index];
  if (reader.connector != shell::Connector::Pipe || reader.in_condition || reader.in_substitution || reader.negated)
    return nullptr;
  std::size_t left = index;
  do {
    if (left == 0) return nullptr;
    --left;
  } while (commands[left].in_substitution);
  const shell::Command& writer = commands[left];
  if (writer.name.empty() || std::find(writers.begin(), writers.end(), writer.name) != writers.end()) return nullptr;
  return stops_early(reader) ? nullptr : &writer;
}

// `… | … || true`: a failure is expected.
static bool is_guarded(const Step& step, const shell::Command& command) {
  const auto& items = step.script->script.list.items;
  if (command.top_level >= items.size()) return false;
  const auto& operators = items[command.top_level].and_or.operators;
  return std::any_of(operators.begin(), operators.end(),
                     [](const shell::AndOrOperator& operation) { return operation.is_or; });
}

static void check(const Model& model, Findings& findings) {
  const auto shells = model::shells_in_effect(model);
  for (std::size_t i = 0; i < model.steps().size(); ++i) {
    const Step& step = model.steps()[i];
    if (step.keyword() != Keyword::Run || !step.script) continue;
    // Wherever the script mentions it, its author knows.
    if (step.script->text.text().find(model::pipefail.name) != std::string::npos) continue;
    if (model::shell_sets_option(shells[i], model::pipefail)) continue;
    for (std::size_t at = 1; at < step.commands().size(); ++at) {
      const shell::Command* command = hidden_command(step.commands(), at);
      if (!command || is_guarded(step, *command)) continue;
      findings.report(step.script_range(command->name_word.span),
                      "the pipe hides a failure of {}: use a SHELL with -o pipefail", command->name);
      break;
    }
  }
}

extern constinit const Rule missing_pipefail = on_file(check);

}  // namespace dockwright::rules
