#include "analysis/rules/registry.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

using syntax::equals_ignoring_case;

static bool is_alias(const RuleInfo& info, std::string_view text) {
  return std::any_of(info.aliases.begin(), info.aliases.end(), [&](std::string_view alias) {
    if (equals_ignoring_case(alias, text)) return true;
    const std::size_t colon = alias.find(':');  // BK:WorkdirRelativePath is WorkdirRelativePath in `# check=skip=`
    return colon != std::string_view::npos && equals_ignoring_case(alias.substr(colon + 1), text);
  });
}

const RegisteredRule* find_rule(std::string_view name_or_alias) {
  const auto rules = all_rules();
  const auto named = std::lower_bound(rules.begin(), rules.end(), name_or_alias,
                                      [](const RegisteredRule& rule, std::string_view name) { return rule.info.name < name; });
  if (named != rules.end() && named->info.name == name_or_alias) return &*named;
  const auto aliased =
      std::find_if(rules.begin(), rules.end(), [&](const RegisteredRule& rule) { return is_alias(rule.info, name_or_alias); });
  return aliased == rules.end() ? nullptr : &*aliased;
}

bool matches(const RegisteredRule& rule, std::string_view selector) {
  return equals_ignoring_case(selector, "ALL") || rule.info.name == selector || rule.info.group == selector ||
         is_alias(rule.info, selector);
}

}  // namespace dockwright::rules
