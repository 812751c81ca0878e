// Byte edits as an LSP WorkspaceEdit, in the form the client understands. For workers.
#pragma once

#include "analysis/text/edits.hpp"
#include "protocol/basic.hpp"
#include "server/session/client_features.hpp"
#include "server/session/document_snapshot.hpp"

namespace dockwright::server {

// Bound to the snapshot's version where the client supports it. With an annotation, a client that shows such things
// shows it with the edits.
lsp::WorkspaceEdit workspace_edit(const DocumentSnapshot& snapshot, const TextEdits& edits,
                                  const ClientFeatures& features,
                                  const std::optional<lsp::ChangeAnnotation>& annotation = std::nullopt);

}  // namespace dockwright::server
