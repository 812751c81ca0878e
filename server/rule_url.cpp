#include "server/rule_url.hpp"

#include <fmt/format.h>

namespace dockwright::server {

std::optional<std::string> rule_url(const rules::RuleInfo& rule) {
  constexpr std::string_view home = DOCKWRIGHT_HOMEPAGE;
  if (home.empty()) return std::nullopt;
  return fmt::format("{}/blob/main/analysis/rules/{}/{}.md", home, rule.group, rule.name);
}

}  // namespace dockwright::server
