// Commands that compile a project.
#pragma once

#include <optional>

#include "analysis/model/model.hpp"

namespace dockwright::model {

// From the program to the verb that makes it a build, `go build`, `npm run build`; only the program where goals may
// stand anywhere behind it, as with mvn; nothing if it is none.
std::optional<LogicalSpan> build_command(const shell::Command& command);

}  // namespace dockwright::model
