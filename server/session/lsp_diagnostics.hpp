// Findings as LSP diagnostics, as far as the client understands them. For workers.
#pragma once

#include <vector>

#include "protocol/diagnostics.hpp"
#include "server/position_encoding.hpp"
#include "server/session/client_features.hpp"
#include "server/session/document_snapshot.hpp"

namespace dockwright::server {

lsp::Diagnostic lsp_diagnostic(const rules::Finding& finding, const PositionMap& positions, const lsp::DocumentUri& uri,
                               const ClientFeatures& features);

std::vector<lsp::Diagnostic> lsp_diagnostics(const DocumentSnapshot& snapshot, const ClientFeatures& features);

}  // namespace dockwright::server
