// LSP 3.18, textDocument/codeAction and codeAction/resolve.
#pragma once

#include "protocol/basic.hpp"
#include "protocol/diagnostics.hpp"

namespace dockwright::lsp {

// Kinds are a hierarchy of dotted names: "quickfix" asks for "quickfix.x" too.
namespace code_action_kind {
inline constexpr std::string_view quick_fix = "quickfix";
}  // namespace code_action_kind

enum class CodeActionTriggerKind : std::int32_t { invoked = 1, automatic = 2 };

struct CodeActionContext {
  std::vector<Diagnostic> diagnostics;
  std::optional<std::vector<std::string>> only;
  std::optional<CodeActionTriggerKind> trigger_kind;
};
constexpr auto fields(const CodeActionContext*) {
  return std::make_tuple(field("diagnostics", &CodeActionContext::diagnostics), field("only", &CodeActionContext::only),
                         field("triggerKind", &CodeActionContext::trigger_kind));
}

struct CodeActionParams {
  TextDocumentIdentifier text_document;
  Range range;
  CodeActionContext context;
};
constexpr auto fields(const CodeActionParams*) {
  return std::make_tuple(field("textDocument", &CodeActionParams::text_document),
                         field("range", &CodeActionParams::range), field("context", &CodeActionParams::context));
}

// What codeAction/resolve needs to compute the edit; made by this server, kept by the client in between.
struct CodeActionData {
  DocumentUri uri;
  std::int32_t version = 0;
};
constexpr auto fields(const CodeActionData*) {
  return std::make_tuple(field("uri", &CodeActionData::uri), field("version", &CodeActionData::version));
}

struct CodeAction {
  std::string title;
  std::optional<std::string> kind;
  std::optional<std::vector<Diagnostic>> diagnostics;
  std::optional<bool> is_preferred;
  std::optional<WorkspaceEdit> edit;
  std::optional<CodeActionData> data;
};
constexpr auto fields(const CodeAction*) {
  return std::make_tuple(field("title", &CodeAction::title), field("kind", &CodeAction::kind),
                         field("diagnostics", &CodeAction::diagnostics),
                         field("isPreferred", &CodeAction::is_preferred), field("edit", &CodeAction::edit),
                         field("data", &CodeAction::data));
}

}  // namespace dockwright::lsp
