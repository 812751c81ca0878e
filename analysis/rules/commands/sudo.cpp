#include <algorithm>

#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static bool is_root(const Step* user) {
  const auto* view = user ? user->syntax->as<syntax::ValueView>() : nullptr;
  return view && (user->text(view->user) == "root" || user->text(view->user) == "0");
}

// Each sudo of the step once: a script that sudo runs as a whole (`sudo sh -c '…'`) shows the same one in front of each
// of its commands.
static std::vector<LogicalSpan> sudo_words(const Step& step) {
  std::vector<LogicalSpan> words;
  for (const shell::Command& command : step.commands()) {
    for (const shell::Wrapper& wrapper : command.wrappers) {
      if (wrapper.name == "sudo" && (words.empty() || wrapper.span != words.back())) words.push_back(wrapper.span);
    }
    if (command.name == "sudo") words.push_back(command.name_word.span);
  }
  return words;
}

static void check(const Model& model, Findings& findings) {
  const auto stages = model.stages();
  std::vector<const Step*> users(stages.size(), nullptr);  // the USER in effect, where each stage has been read to
  for (const Step& step : model.steps()) {
    if (step.stage == model::none) continue;
    const Stage& stage = stages[step.stage];
    const Step*& user = users[step.stage];
    if (step.keyword() == Keyword::From && stage.parent != model::none) user = users[stage.parent];
    if (step.keyword() == Keyword::User) user = &step;
    if (step.keyword() != Keyword::Run || !stage.shipped) continue;
    for (const LogicalSpan word : sudo_words(step)) {
      auto& finding = findings.report(step.script_range(word), "sudo in a build: let USER decide who runs this");
      if (is_root(user)) finding.related.push_back({user->range(), "root runs this anyway"});
    }
  }
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
  if (!step || finding.related.empty()) return std::nullopt;
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

extern constinit const Rule sudo = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
