// LSP 3.18, ClientCapabilities: the part of them that changes what the server does.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

struct DynamicRegistrationCapability {
  std::optional<bool> dynamic_registration;
};
constexpr auto fields(const DynamicRegistrationCapability*) {
  return std::make_tuple(field("dynamicRegistration", &DynamicRegistrationCapability::dynamic_registration));
}

struct RefreshCapability {
  std::optional<bool> refresh_support;
};
constexpr auto fields(const RefreshCapability*) {
  return std::make_tuple(field("refreshSupport", &RefreshCapability::refresh_support));
}

struct WorkspaceEditCapability {
  std::optional<bool> document_changes;
  std::optional<Any> change_annotation_support;
};
constexpr auto fields(const WorkspaceEditCapability*) {
  return std::make_tuple(field("documentChanges", &WorkspaceEditCapability::document_changes),
                         field("changeAnnotationSupport", &WorkspaceEditCapability::change_annotation_support));
}

struct WorkspaceCapabilities {
  std::optional<WorkspaceEditCapability> workspace_edit;
  std::optional<DynamicRegistrationCapability> did_change_configuration;
  std::optional<DynamicRegistrationCapability> did_change_watched_files;
  std::optional<bool> workspace_folders;
  std::optional<bool> configuration;
  std::optional<RefreshCapability> diagnostics;
};
constexpr auto fields(const WorkspaceCapabilities*) {
  return std::make_tuple(field("workspaceEdit", &WorkspaceCapabilities::workspace_edit),
                         field("didChangeConfiguration", &WorkspaceCapabilities::did_change_configuration),
                         field("didChangeWatchedFiles", &WorkspaceCapabilities::did_change_watched_files),
                         field("workspaceFolders", &WorkspaceCapabilities::workspace_folders),
                         field("configuration", &WorkspaceCapabilities::configuration),
                         field("diagnostics", &WorkspaceCapabilities::diagnostics));
}

// `valueSet` of numbers, as clients list the tags and kinds they know.
struct ValueSet {
  std::vector<std::int32_t> values;
};
constexpr auto fields(const ValueSet*) { return std::make_tuple(field("valueSet", &ValueSet::values)); }

// DiagnosticsCapabilities: the same for published and for pulled diagnostics.
struct DiagnosticsCapability {
  std::optional<bool> related_information;
  std::optional<ValueSet> tag_support;
  std::optional<bool> code_description_support;
};
constexpr auto fields(const DiagnosticsCapability*) {
  return std::make_tuple(field("relatedInformation", &DiagnosticsCapability::related_information),
                         field("tagSupport", &DiagnosticsCapability::tag_support),
                         field("codeDescriptionSupport", &DiagnosticsCapability::code_description_support));
}

struct HoverCapability {
  std::optional<std::vector<std::string>> content_format;
};
constexpr auto fields(const HoverCapability*) {
  return std::make_tuple(field("contentFormat", &HoverCapability::content_format));
}

struct ResolveSupport {
  std::vector<std::string> properties;
};
constexpr auto fields(const ResolveSupport*) {
  return std::make_tuple(field("properties", &ResolveSupport::properties));
}

struct CodeActionCapability {
  // Present: the client understands CodeAction, not Command alone.
  std::optional<Any> literal_support;
  std::optional<bool> is_preferred_support;
  std::optional<bool> data_support;
  std::optional<ResolveSupport> resolve_support;
  std::optional<bool> honors_change_annotations;
};
constexpr auto fields(const CodeActionCapability*) {
  return std::make_tuple(field("codeActionLiteralSupport", &CodeActionCapability::literal_support),
                         field("isPreferredSupport", &CodeActionCapability::is_preferred_support),
                         field("dataSupport", &CodeActionCapability::data_support),
                         field("resolveSupport", &CodeActionCapability::resolve_support),
                         field("honorsChangeAnnotations", &CodeActionCapability::honors_change_annotations));
}

struct TextDocumentCapabilities {
  std::optional<DiagnosticsCapability> publish_diagnostics;
  std::optional<DiagnosticsCapability> diagnostic;
  std::optional<HoverCapability> hover;
  std::optional<CodeActionCapability> code_action;
};
constexpr auto fields(const TextDocumentCapabilities*) {
  return std::make_tuple(field("publishDiagnostics", &TextDocumentCapabilities::publish_diagnostics),
                         field("diagnostic", &TextDocumentCapabilities::diagnostic),
                         field("hover", &TextDocumentCapabilities::hover),
                         field("codeAction", &TextDocumentCapabilities::code_action));
}

struct WindowCapabilities {
  std::optional<bool> work_done_progress;
};
constexpr auto fields(const WindowCapabilities*) {
  return std::make_tuple(field("workDoneProgress", &WindowCapabilities::work_done_progress));
}

struct GeneralCapabilities {
  std::optional<std::vector<std::string>> position_encodings;
};
constexpr auto fields(const GeneralCapabilities*) {
  return std::make_tuple(field("positionEncodings", &GeneralCapabilities::position_encodings));
}

struct ClientCapabilities {
  std::optional<WorkspaceCapabilities> workspace;
  std::optional<TextDocumentCapabilities> text_document;
  std::optional<WindowCapabilities> window;
  std::optional<GeneralCapabilities> general;
};
constexpr auto fields(const ClientCapabilities*) {
  return std::make_tuple(field("workspace", &ClientCapabilities::workspace),
                         field("textDocument", &ClientCapabilities::text_document),
                         field("window", &ClientCapabilities::window), field("general", &ClientCapabilities::general));
}

}  // namespace dockwright::lsp
