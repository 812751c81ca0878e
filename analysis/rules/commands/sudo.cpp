#include <algorithm>

#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void report(const Step& step, LogicalSpan name, Findings& findings) {
  findings.report(step.script_range(name), "sudo in a build: let USER decide who runs this");
}

// A script that sudo runs as a whole (`sudo sh -c '…'`) shows the same sudo in front of each of its commands.
static void check(const Step& step, Findings& findings) {
  LogicalSpan last{};
  for (const shell::Command& command : step.commands()) {
    for (const shell::Wrapper& wrapper : command.wrappers) {
      if (wrapper.name != "sudo" || wrapper.span == last) continue;
      last = wrapper.span;
      report(step, wrapper.span, findings);
    }
    if (command.name == "sudo") report(step, command.name_word.span, findings);
  }
}

static bool is_root(const Step& step, const Model& model) {
  if (step.stage == model::none) return false;
  const Step* user = nullptr;
  const Stage& stage = model.stages()[step.stage];
  for (const Step& other : stage.steps()) {
    if (&other == &step) break;
    if (other.keyword() == Keyword::User) user = &other;
  }
  if (!user && stage.parent != model::none) user = stage.parent_stage()->find_inherited(Keyword::User);
  const auto* view = user ? user->syntax->as<syntax::ValueView>() : nullptr;
  return view && (user->text(view->user) == "root" || user->text(view->user) == "0");
}

// The word behind the sudo that `command` begins with: an assignment, another wrapper, the program. Variables that are
// set in front of sudo do not pass it, so there it does something.
static std::optional<LogicalSpan> word_behind(const shell::Command& command) {
  LogicalSpan next = command.wrappers.size() > 1 ? command.wrappers[1].span : command.name_word.span;
  for (const shell::CommandAssignment& assignment : command.assignments) {
    if (assignment.span < command.wrappers[0].span) return std::nullopt;
    next = std::min(next, assignment.span);
  }
  return next;
}

// Where root runs the command anyway, a sudo without options does nothing but set a few variables.
static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step || !is_root(*step, model)) return std::nullopt;
  for (const shell::Command& command : step->commands()) {
    if (command.wrappers.empty() || !command.wrappers[0].arguments.empty()) continue;
    if (step->script_range(command.wrappers[0].span) != finding.range) continue;
    const auto next = word_behind(command);
    if (!next) return std::nullopt;
    const ByteRange removed{finding.range.begin, step->script_range(*next).begin};
    if (model.text().bytes(removed).find('\n') != std::string_view::npos) return std::nullopt;
    return Fix{"Remove sudo", FixSafety::Safe, {{removed, ""}}};
  }
  return std::nullopt;
}

extern constinit const Rule sudo = on_step({Keyword::Run}, check, StageScope::Shipped).with_fix(fix);

}  // namespace dockwright::rules
