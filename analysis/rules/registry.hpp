// All rules with their pages. The table is generated from the folders at build time.
#pragma once

#include <span>
#include <string_view>

#include "analysis/rules/rule.hpp"
#include "analysis/rules/rule_info.hpp"

namespace dockwright::rules {

struct RegisteredRule {
  RuleInfo info;
  const Rule* rule;
};

// Sorted by name.
std::span<const RegisteredRule> all_rules();

// By name, or by an alias in any case (`DL3002`, `BK:MaintainerDeprecated`, `MaintainerDeprecated`); null if there is none.
const RegisteredRule* find_rule(std::string_view name_or_alias);
// Every rule that answers to `selector`: a name, an alias, a group or ALL. An alias can belong to several.
bool matches(const RegisteredRule& rule, std::string_view selector);

}  // namespace dockwright::rules
