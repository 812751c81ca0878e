// Applies a WorkspaceEdit the way a client does.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace dockwright::test {

// `text` after the edits for `uri`. Columns are UTF-16; edits that overlap fail the running test.
std::string applied(const std::string& text, const nlohmann::json& workspace_edit, const std::string& uri);

}  // namespace dockwright::test
