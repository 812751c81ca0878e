// The names that rules answer to on the command line.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/rules/registry.hpp"

namespace dockwright::server {

// Rules and aliases in words, to find the one that was meant. Codes such as DL3002 are left out: the nearest number is
// another rule, not a typing error.
std::vector<std::string_view> rule_names();
// Groups, each once, and ALL.
std::vector<std::string_view> group_names();

}  // namespace dockwright::server
