// LSP 3.18, ServerCapabilities: what this server offers.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

enum class TextDocumentSyncKind : std::int32_t { none = 0, full = 1, incremental = 2 };

struct TextDocumentSyncOptions {
  bool open_close = true;
  TextDocumentSyncKind change = TextDocumentSyncKind::incremental;
  bool save = true;
};
constexpr auto fields(const TextDocumentSyncOptions*) {
  return std::make_tuple(field("openClose", &TextDocumentSyncOptions::open_close),
                         field("change", &TextDocumentSyncOptions::change),
                         field("save", &TextDocumentSyncOptions::save));
}

struct CodeActionOptions {
  std::vector<std::string> code_action_kinds;
  bool resolve_provider = false;
};
constexpr auto fields(const CodeActionOptions*) {
  return std::make_tuple(field("codeActionKinds", &CodeActionOptions::code_action_kinds),
                         field("resolveProvider", &CodeActionOptions::resolve_provider));
}

struct DiagnosticOptions {
  std::string identifier;
  bool inter_file_dependencies = false;
  bool workspace_diagnostics = false;
};
constexpr auto fields(const DiagnosticOptions*) {
  return std::make_tuple(field("identifier", &DiagnosticOptions::identifier),
                         field("interFileDependencies", &DiagnosticOptions::inter_file_dependencies),
                         field("workspaceDiagnostics", &DiagnosticOptions::workspace_diagnostics));
}

struct WorkspaceFoldersServerCapabilities {
  bool supported = true;
  bool change_notifications = true;
};
constexpr auto fields(const WorkspaceFoldersServerCapabilities*) {
  return std::make_tuple(field("supported", &WorkspaceFoldersServerCapabilities::supported),
                         field("changeNotifications", &WorkspaceFoldersServerCapabilities::change_notifications));
}

struct WorkspaceOptions {
  WorkspaceFoldersServerCapabilities workspace_folders;
};
constexpr auto fields(const WorkspaceOptions*) {
  return std::make_tuple(field("workspaceFolders", &WorkspaceOptions::workspace_folders));
}

struct ServerCapabilities {
  std::string position_encoding;
  TextDocumentSyncOptions text_document_sync;
  bool hover_provider = false;
  std::optional<CodeActionOptions> code_action_provider;
  std::optional<DiagnosticOptions> diagnostic_provider;
  WorkspaceOptions workspace;
};
constexpr auto fields(const ServerCapabilities*) {
  return std::make_tuple(field("positionEncoding", &ServerCapabilities::position_encoding),
                         field("textDocumentSync", &ServerCapabilities::text_document_sync),
                         field("hoverProvider", &ServerCapabilities::hover_provider),
                         field("codeActionProvider", &ServerCapabilities::code_action_provider),
                         field("diagnosticProvider", &ServerCapabilities::diagnostic_provider),
                         field("workspace", &ServerCapabilities::workspace));
}

}  // namespace dockwright::lsp
