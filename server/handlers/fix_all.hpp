// The code action that applies every safe fix, offered by textDocument/codeAction and filled in by codeAction/resolve.
#pragma once

#include "protocol/code_action.hpp"
#include "server/session/client_features.hpp"
#include "server/session/document_snapshot.hpp"

namespace dockwright::server::handlers {

inline constexpr std::string_view fix_all_kind = "source.fixAll.dockwright";

// Whether there is a finding that it may fix.
bool may_fix(const DocumentSnapshot& document);
lsp::WorkspaceEdit fix_all_edit(const DocumentSnapshot& document, const ClientFeatures& features);

}  // namespace dockwright::server::handlers
