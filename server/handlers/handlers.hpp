// What the server does with each message; one function per method, in the file of that name.
//
// A handler runs on the loop's thread and must be quick: what has to be computed from a document goes through
// Session::answer.
#pragma once

#include "protocol/code_action.hpp"
#include "protocol/diagnostics.hpp"
#include "protocol/hover.hpp"
#include "protocol/lifecycle.hpp"
#include "protocol/synchronization.hpp"
#include "protocol/workspace.hpp"
#include "server/rpc/responder.hpp"
#include "server/session/session.hpp"

namespace dockwright::server::handlers {

// Lifecycle and base protocol
void initialize(Session& session, const lsp::InitializeParams& params, Reply<lsp::InitializeResult> reply);
void initialized(Session& session, const lsp::NoParams& params);
void shutdown(Session& session, const lsp::NoParams& params, Reply<lsp::Null> reply);
void cancel_request(Session& session, const lsp::CancelParams& params);
void set_trace(Session& session, const lsp::SetTraceParams& params);

// Document synchronization
void did_open(Session& session, const lsp::DidOpenTextDocumentParams& params);
void did_change(Session& session, const lsp::DidChangeTextDocumentParams& params);
void did_save(Session& session, const lsp::DidSaveTextDocumentParams& params);
void did_close(Session& session, const lsp::DidCloseTextDocumentParams& params);

// Workspace
void did_change_configuration(Session& session, const lsp::DidChangeConfigurationParams& params);
void did_change_watched_files(Session& session, const lsp::DidChangeWatchedFilesParams& params);
void did_change_workspace_folders(Session& session, const lsp::DidChangeWorkspaceFoldersParams& params);

// Language features
void document_diagnostic(Session& session, const lsp::DocumentDiagnosticParams& params,
                         Reply<lsp::DocumentDiagnosticReport> reply);
void hover(Session& session, const lsp::HoverParams& params, Reply<std::optional<lsp::Hover>> reply);
void code_action(Session& session, const lsp::CodeActionParams& params, Reply<std::vector<lsp::CodeAction>> reply);
void resolve_code_action(Session& session, const lsp::CodeAction& params, Reply<lsp::CodeAction> reply);

// Whether `uri` can be asked about. If not, `reply` is answered: with `nothing` for a document that the user was told
// is left out, with an error for one the client never opened.
template <class T>
SnapshotPointer find_document(Session& session, const lsp::DocumentUri& uri, Reply<T>& reply, const T& nothing) {
  SnapshotPointer snapshot = session.documents().find(uri);
  if (snapshot) return snapshot;
  if (session.documents().is_left_out(uri)) {
    reply(nothing);
  } else {
    reply.error(lsp::ErrorCode::invalid_params, uri + " is not open");
  }
  return nullptr;
}

}  // namespace dockwright::server::handlers
