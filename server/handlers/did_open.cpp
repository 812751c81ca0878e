#include "protocol/uri.hpp"
#include "server/dockerfile_names.hpp"
#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

// Editors without a Dockerfile mode send no language worth the name: the file name decides then.
static bool is_dockerfile(const lsp::TextDocumentItem& item) {
  if (item.language_id == "dockerfile" || item.language_id == "containerfile") return true;
  const bool unknown = item.language_id.empty() || item.language_id == "plaintext" || item.language_id == "text";
  return unknown && is_dockerfile_name(lsp::uri_file_name(item.uri));
}

void did_open(Session& session, const lsp::DidOpenTextDocumentParams& params) {
  const lsp::DocumentUri& uri = params.text_document.uri;
  Documents& documents = session.documents();
  if (documents.find(uri)) session.log().write(LogLevel::warning, uri + " was opened twice");
  if (!is_dockerfile(params.text_document)) {
    session.log().write(LogLevel::info, uri + " is no Dockerfile but " + params.text_document.language_id);
    documents.leave_out(uri);
    return session.document_gone(uri);
  }
  auto snapshot = documents.open(params.text_document, session.configuration().settings_for(uri));
  if (snapshot) return session.document_changed(*snapshot);
  session.document_gone(uri);
  session.tell_user(lsp::MessageType::warning, snapshot.error());
}

}  // namespace dockwright::server::handlers
