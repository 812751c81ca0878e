// The section "dockwright" of the client's settings, as JSON:
//
//     {"profile": "default" | "strict", "select": [RULE…], "ignore": [RULE…], "severities": {RULE: SEVERITY},
//      "targets": [STAGE…], "buildArgs": {NAME: VALUE}}
//
// RULE is a rule, an alias, a group or ALL; SEVERITY is error, warning, info or hint. Everything is optional.
#pragma once

#include "analysis/lint/settings.hpp"
#include "protocol/json.hpp"
#include "protocol/result.hpp"

namespace dockwright::server {

inline constexpr std::string_view settings_section = "dockwright";

// null and {} set nothing. A failure names the property that is wrong.
lsp::Result<lint::Settings> read_client_settings(const lsp::Json& section);

}  // namespace dockwright::server
