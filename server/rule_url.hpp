// Where a rule's page is on the web.
#pragma once

#include <optional>
#include <string>

#include "analysis/rules/rule_info.hpp"

namespace dockwright::server {

// None in a build without a home page.
std::optional<std::string> rule_url(const rules::RuleInfo& rule);

}  // namespace dockwright::server
