#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void did_close(Session& session, const lsp::DidCloseTextDocumentParams& params) {
  session.documents().close(params.text_document.uri);
  session.document_gone(params.text_document.uri);
}

}  // namespace dockwright::server::handlers
