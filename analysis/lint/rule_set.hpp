// The rules that are on, arranged for one pass over a model. Made once per settings, not per document.
#pragma once

#include <string>
#include <vector>

#include "analysis/lint/settings.hpp"
#include "analysis/rules/registry.hpp"

namespace dockwright::lint {

struct ActiveRule {
  const rules::RegisteredRule* rule = nullptr;
  rules::Severity severity = rules::Severity::Warning;

  const rules::Rule* operator->() const { return rule->rule; }
};

struct RuleSet {
  explicit RuleSet(const Settings& settings);

  bool is_on(const rules::RegisteredRule& rule) const;

  std::vector<ActiveRule> all;
  // The same, by what they look at.
  std::vector<ActiveRule> on_model, on_stage, on_step, on_command, on_syntax_error, on_suppression;
  std::string today;  // as in Settings
};

// Entries of settings.select and settings.ignore that name no rule.
std::vector<std::string> unknown_selectors(const Settings& settings);

}  // namespace dockwright::lint
