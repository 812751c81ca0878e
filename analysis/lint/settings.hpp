// What a user can set about linting, whatever it came from: command line, configuration, editor.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/model/model.hpp"
#include "analysis/rules/rule_info.hpp"

namespace dockwright::lint {

struct Settings {
  rules::Profile profile = rules::Profile::Default;
  // Rule names, aliases, groups or ALL. A selection replaces the profile's; what is ignored is off in any case.
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::map<std::string, rules::Severity> severities;  // by rule name
  model::BuildSettings build;
  std::string today;  // YYYY-MM-DD, to tell expired suppressions; empty: none expires
};

}  // namespace dockwright::lint
