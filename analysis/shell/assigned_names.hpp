// Which variables of the running shell a simple command may change.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/shell/script.hpp"

namespace dockwright::shell {

struct AssignedNames {
  std::vector<std::string_view> names;  // views of the text
  bool any = false;                     // it runs code that is not seen here: any variable may change
};

AssignedNames assigned_names(const SimpleCommand& command, std::string_view text);

// export, declare and the like: their arguments NAME=value assign.
bool is_declaration_builtin(std::string_view name);

}  // namespace dockwright::shell
