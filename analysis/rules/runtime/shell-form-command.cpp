#include <algorithm>

#include "analysis/model/exec_form.hpp"
#include "analysis/model/start_command.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// `a && exec b`: the shell gives its place to the program, which then gets the signals.
static bool ends_in_exec(const Step& step) {
  if (step.commands().empty()) return false;
  const shell::Command& last = step.commands().back();
  return last.name == "exec" || std::any_of(last.wrappers.begin(), last.wrappers.end(),
                                            [](const shell::Wrapper& wrapper) { return wrapper.name == "exec"; });
}

static void judge(const Stage& stage, const Step& step, Findings& findings) {
  const syntax::Instruction& instruction = *step.syntax;
  if (instruction.form != syntax::Form::Shell || model::is_meant_as_array(instruction) || ends_in_exec(step)) return;
  // Who sets SHELL wants a shell.
  const Step* shell = stage.find_inherited(Keyword::Shell);
  if (shell && shell->slot < step.slot) return;
  findings.report(step.range(instruction.arguments),
                  "a shell runs this and may keep signals from it; write a JSON array, or begin with exec");
}

static void check(const Stage& stage, Findings& findings) {
  const auto [entrypoint, command] = model::start_command(stage);
  if (entrypoint) judge(stage, *entrypoint, findings);
  if (command) judge(stage, *command, findings);
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step || !step->script || !step->syntax->comments.empty() || !step->syntax->blank_lines.empty())
    return std::nullopt;
  // In exec form ENTRYPOINT and CMD are put together; in shell form they are not.
  const Keyword other = step->keyword() == Keyword::Cmd ? Keyword::Entrypoint : Keyword::Cmd;
  const auto steps = model.steps();
  if (std::any_of(steps.begin(), steps.end(), [&](const Step& each) { return each.keyword() == other; }))
    return std::nullopt;
  const auto words = model::plain_words(*step->script);
  if (!words) return std::nullopt;
  auto array = model::json_array(*words);
  if (!array) return std::nullopt;
  // A shell also runs a script that has no `#!`; the kernel does not.
  const std::string_view program = model::base_name((*words)[0]);
  const bool script = program.find(".sh") != std::string_view::npos || program.find(".bash") != std::string_view::npos;
  return Fix{"Write a JSON array", script ? FixSafety::Unsafe : FixSafety::Safe, {{finding.range, std::move(*array)}}};
}

extern constinit const Rule shell_form_command = on_exported_stage(check).with_fix(fix);

}  // namespace dockwright::rules
