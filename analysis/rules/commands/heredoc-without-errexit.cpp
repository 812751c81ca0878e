#include <algorithm>
#include <array>

#include "analysis/model/shell_options.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// What hardly ever fails, or is not worth a word when it does.
static constexpr std::array<std::string_view, 12> harmless{"echo",  "printf", "export", "unset", "alias", "shopt",
                                                           "umask", "true",   ":",      "set",   "exit",  "trap"};

static bool may_fail(const shell::Command& command) {
  if (command.in_function || command.in_substitution || command.in_condition || command.name_word.span.empty())
    return false;
  return std::find(harmless.begin(), harmless.end(), command.name) == harmless.end();
}

// `a || exit 1` takes care of itself.
static bool is_guarded(const shell::ListItem& item) {
  return !item.and_or.operators.empty() && item.and_or.operators.back().is_or;
}

// The first command whose failure another one hides, or null.
static const shell::Command* unheeded_command(const model::ShellScript& script) {
  const auto& items = script.script.list.items;
  for (const shell::Command& command : script.commands) {
    if (command.top_level + 1 < items.size() && may_fail(command) && !is_guarded(items[command.top_level]))
      return &command;
  }
  return nullptr;
}

static void check(const Model& model, Findings& findings) {
  const auto shells = model::shells_in_effect(model);
  const auto plain_shell = model::stages_without_foreign_shell(model);
  for (std::size_t i = 0; i < model.steps().size(); ++i) {
    const Step& step = model.steps()[i];
    if (step.keyword() != Keyword::Run || !step.script || !step.script->heredoc_body) continue;
    const shell::Command* command = unheeded_command(*step.script);
    if (!command || model::sets_option(*step.script, model::errexit)) continue;
    if (!step.script->text.text().starts_with("#!")) {
      if (model::shell_sets_option(shells[i], model::errexit)) continue;
      if (!shells[i] && (step.stage == model::none || !plain_shell[step.stage])) continue;
    }
    auto& finding = findings.report(step.range(step.syntax->heredocs[0].operator_span),
                                    "only the last command decides whether this heredoc fails: begin it with set -e");
    finding.related.push_back({step.script_range(command->span), "a failure here is not noticed"});
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step || step->syntax->heredocs.empty()) return std::nullopt;
  const std::string_view slot = model.tree().slot(step->slot).bytes;
  Span body = step->syntax->heredocs[0].body;
  std::string_view text = slot.substr(body.begin, body.size());
  if (text.find('\r') != std::string_view::npos) return std::nullopt;
  if (step->script && step->script->text.text().starts_with("#!")) {
    const std::size_t line = text.find('\n') + 1;
    body.begin += static_cast<std::uint32_t>(line);
    text.remove_prefix(line);
  }
  const std::string indentation(text.substr(0, std::min(text.find_first_not_of(" \t"), text.size())));
  const ByteRange at = step->range(Span{body.begin, body.begin});
  return Fix{"Begin with set -e", FixSafety::Unsafe, {{at, indentation + "set -e\n"}}};
}

extern constinit const Rule heredoc_without_errexit = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
