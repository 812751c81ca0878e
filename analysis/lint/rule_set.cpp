#include "analysis/lint/rule_set.hpp"

#include <algorithm>

namespace dockwright::lint {

using rules::RegisteredRule;

static bool matches_any(const RegisteredRule& rule, const std::vector<std::string>& selectors) {
  return std::any_of(selectors.begin(), selectors.end(), [&](const std::string& text) { return rules::matches(rule, text); });
}

RuleSet::RuleSet(const Settings& settings) : today(settings.today) {
  for (const RegisteredRule& rule : rules::all_rules()) {
    const bool selected = settings.select.empty() ? rule.info.profile <= settings.profile : matches_any(rule, settings.select);
    if (!selected || matches_any(rule, settings.ignore)) continue;
    const auto severity = settings.severities.find(std::string(rule.info.name));
    const ActiveRule active{&rule, severity == settings.severities.end() ? rule.info.severity : severity->second};
    all.push_back(active);
    if (active->model_check) on_model.push_back(active);
    if (active->stage_check) on_stage.push_back(active);
    if (active->step_check) on_step.push_back(active);
    if (active->command_check) on_command.push_back(active);
    if (active->reports == rules::Reports::SyntaxErrors) on_syntax_error.push_back(active);
    if (active->reports == rules::Reports::Suppressions) on_suppression.push_back(active);
  }
}

bool RuleSet::is_on(const RegisteredRule& rule) const {
  return std::any_of(all.begin(), all.end(), [&](const ActiveRule& active) { return active.rule == &rule; });
}

std::vector<std::string> unknown_selectors(const Settings& settings) {
  std::vector<std::string> unknown;
  const auto rules = rules::all_rules();
  for (const auto* list : {&settings.select, &settings.ignore}) {
    for (const std::string& selector : *list) {
      const bool known =
          std::any_of(rules.begin(), rules.end(), [&](const RegisteredRule& rule) { return rules::matches(rule, selector); });
      if (!known) unknown.push_back(selector);
    }
  }
  return unknown;
}

}  // namespace dockwright::lint
