#include "server/cli/rule_names.hpp"

#include <algorithm>

namespace dockwright::server {

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const rules::RegisteredRule& rule : rules::all_rules()) {
    names.push_back(rule.info.name);
    for (const std::string_view alias : rule.info.aliases) {
      if (alias.find_first_of("0123456789") == std::string_view::npos) names.push_back(alias);
    }
  }
  return names;
}

std::vector<std::string_view> group_names() {
  std::vector<std::string_view> names{"ALL"};
  for (const rules::RegisteredRule& rule : rules::all_rules()) names.push_back(rule.info.group);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace dockwright::server
