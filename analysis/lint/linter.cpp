#include "analysis/lint/linter.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/lint/suppressions.hpp"

namespace dockwright::lint {
namespace {

using model::Model;
using model::Stage;
using model::Step;
using rules::Finding;
using rules::Findings;
using rules::StageScope;
using rules::SuppressionProblem;

// A `# syntax=` line that names another frontend than Docker's: it may know instructions and flags that we do not.
bool has_foreign_frontend(const syntax::Tree& tree) {
  for (std::size_t i = 0; i < tree.directives(); ++i) {
    const syntax::Directive& directive = tree.slot(i).directive;
    if (directive.name_text != "syntax") continue;
    std::string_view image = directive.value_text;
    if (image.substr(0, 10) == "docker.io/") image.remove_prefix(10);
    return image.substr(0, 17) != "docker/dockerfile";
  }
  return false;
}

bool depends_on_frontend(syntax::ErrorKind kind) {
  using syntax::ErrorKind;
  return kind == ErrorKind::UnknownInstruction || kind == ErrorKind::UnknownFlag || kind == ErrorKind::InvalidFlag ||
         kind == ErrorKind::InvalidMount || kind == ErrorKind::ArgumentCount;
}

bool in_scope(const Stage& stage, StageScope scope) {
  return scope == StageScope::Every || (scope == StageScope::Shipped ? stage.shipped : stage.exported);
}

void report_syntax_errors(const Model& model, const RuleSet& set, Findings& findings) {
  if (model.errors().empty()) return;
  const bool foreign = has_foreign_frontend(model.tree());
  for (const syntax::LocatedError& error : model.errors()) {
    if (foreign && depends_on_frontend(error.kind)) continue;
    for (const ActiveRule& rule : set.on_syntax_error) {
      if (rule->error_kind != error.kind) continue;
      findings.begin_rule(*rule.rule, rule.severity);
      findings.report(error.range, "{}", error.message);
    }
  }
}

void run_checks(const Model& model, const RuleSet& set, Findings& findings) {
  for (const ActiveRule& rule : set.on_model) {
    findings.begin_rule(*rule.rule, rule.severity);
    rule->model_check(model, findings);
  }
  for (const Stage& stage : model.stages()) {
    for (const ActiveRule& rule : set.on_stage) {
      if (!in_scope(stage, rule->scope)) continue;
      findings.begin_rule(*rule.rule, rule.severity);
      rule->stage_check(stage, findings);
    }
  }
  for (const Step& step : model.steps()) {
    const Stage* stage = step.stage == model::none ? nullptr : &model.stages()[step.stage];
    const auto applies = [&](const ActiveRule& rule) {
      return stage ? in_scope(*stage, rule->scope) : rule->scope == StageScope::Every;
    };
    for (const ActiveRule& rule : set.on_step) {
      if (!(rule->keywords & rules::bit(step.keyword())) || !applies(rule)) continue;
      findings.begin_rule(*rule.rule, rule.severity);
      rule->step_check(step, findings);
    }
    if (step.keyword() != syntax::Keyword::Run) continue;
    for (const shell::Command& command : step.commands()) {
      for (const ActiveRule& rule : set.on_command) {
        if (!applies(rule)) continue;
        findings.begin_rule(*rule.rule, rule.severity);
        rule->command_check(step, command, findings);
      }
    }
  }
}

bool is_expired(const Suppression& suppression, const std::string& today) {
  return !suppression.until.empty() && !today.empty() && suppression.until < today;
}

bool names(const SuppressedRule& entry, const rules::RegisteredRule& rule) { return rules::matches(rule, entry.name); }

// True if a suppression covers the finding; all entries that do are marked as used.
bool suppress(const Finding& finding, std::vector<Suppression>& suppressions, const std::string& today) {
  bool suppressed = false;
  for (Suppression& suppression : suppressions) {
    const bool covers = suppression.scope.begin <= finding.range.begin && finding.range.begin < suppression.scope.end;
    const bool at_empty_place = suppression.scope.touches(finding.range.begin) && finding.range.empty();
    if (!covers && !at_empty_place) continue;
    for (SuppressedRule& entry : suppression.rules) {
      if (!names(entry, *finding.rule)) continue;
      entry.used = true;
      suppressed = suppressed || !is_expired(suppression, today);
    }
  }
  return suppressed;
}

void report_suppressions(const std::vector<Suppression>& suppressions, const RuleSet& set, Findings& findings) {
  const auto report = [&](SuppressionProblem problem, ByteRange range, const std::string& message) {
    for (const ActiveRule& rule : set.on_suppression) {
      if (rule->suppression_problem != problem) continue;
      findings.begin_rule(*rule.rule, rule.severity);
      findings.report(range, "{}", message).unnecessary = problem == SuppressionProblem::Unused;
    }
  };
  for (const Suppression& suppression : suppressions) {
    // Another tool's comment may name rules that only that tool has, or silence a finding that only it makes.
    if (suppression.dialect != SuppressionDialect::Dockwright) continue;
    if (is_expired(suppression, set.today)) {
      report(SuppressionProblem::Expired, suppression.until_range, fmt::format("this suppression ended on {}", suppression.until));
    }
    for (const SuppressedRule& entry : suppression.rules) {
      bool known = false, can_fire = false;
      for (const rules::RegisteredRule& rule : rules::all_rules()) {
        if (!names(entry, rule)) continue;
        known = true;
        can_fire = can_fire || set.is_on(rule);
      }
      if (!known) {
        report(SuppressionProblem::UnknownRule, entry.range, fmt::format("no rule is called '{}'", entry.name));
      } else if (can_fire && !entry.used) {
        report(SuppressionProblem::Unused, entry.range, fmt::format("nothing here needs '{}' to be ignored", entry.name));
      }
    }
  }
}

}  // namespace

std::vector<Finding> lint(const Model& model, const RuleSet& set) {
  std::vector<Finding> result;
  Findings findings(result);
  report_syntax_errors(model, set, findings);
  run_checks(model, set, findings);
  std::vector<Suppression> suppressions = find_suppressions(model);
  if (!suppressions.empty()) {
    const auto covered = [&](const Finding& finding) { return suppress(finding, suppressions, set.today); };
    result.erase(std::remove_if(result.begin(), result.end(), covered), result.end());
    report_suppressions(suppressions, set, findings);
  }
  std::stable_sort(result.begin(), result.end(), [](const Finding& left, const Finding& right) {
    return std::tie(left.range, left.rule) < std::tie(right.range, right.rule);
  });
  return result;
}

}  // namespace dockwright::lint
