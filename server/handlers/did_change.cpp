#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void did_change(Session& session, const lsp::DidChangeTextDocumentParams& params) {
  const lsp::DocumentUri& uri = params.text_document.uri;
  if (session.documents().is_left_out(uri)) return;
  const auto snapshot = session.documents().change(params);
  if (snapshot) return session.document_changed(*snapshot);
  session.document_gone(uri);
  session.tell_user(lsp::MessageType::error, snapshot.error());
}

}  // namespace dockwright::server::handlers
