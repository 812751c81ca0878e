#include "server/session/client_features.hpp"

#include <algorithm>

namespace dockwright::server {

static bool is_set(const std::optional<bool>& flag) { return flag.value_or(false); }

static bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

static void read_diagnostics(const lsp::DiagnosticsCapability& capability, ClientFeatures& out) {
  out.related_information = is_set(capability.related_information);
  out.code_description = is_set(capability.code_description_support);
  if (!capability.tag_support) return;
  for (const std::int32_t tag : capability.tag_support->values) {
    out.diagnostic_tags.insert(static_cast<lsp::DiagnosticTag>(tag));
  }
}

static void read_code_actions(const lsp::CodeActionCapability& capability, ClientFeatures& out) {
  out.code_action_literals = capability.literal_support.has_value();
  out.preferred_actions = is_set(capability.is_preferred_support);
  // Without data the client cannot say later which action it means.
  out.resolves_edits = is_set(capability.data_support) && capability.resolve_support &&
                       holds(capability.resolve_support->properties, "edit");
  out.change_annotations = is_set(capability.honors_change_annotations);
}

static void read_text_document(const lsp::TextDocumentCapabilities& capabilities, ClientFeatures& out) {
  out.pulls_diagnostics = capabilities.diagnostic.has_value();
  // What a client shows it declares for published diagnostics; only version 3.18 lets it say so again for pulled ones.
  if (capabilities.publish_diagnostics) read_diagnostics(*capabilities.publish_diagnostics, out);
  if (capabilities.diagnostic && capabilities.diagnostic->related_information) {
    read_diagnostics(*capabilities.diagnostic, out);
  }
  if (capabilities.code_action) read_code_actions(*capabilities.code_action, out);
  // The first format a client names is the one it likes best.
  if (capabilities.hover && capabilities.hover->content_format && !capabilities.hover->content_format->empty()) {
    out.markdown_hover = capabilities.hover->content_format->front() == lsp::markup_kind::markdown;
  }
}

static void read_workspace(const lsp::WorkspaceCapabilities& capabilities, ClientFeatures& out) {
  if (capabilities.workspace_edit) {
    out.document_changes = is_set(capabilities.workspace_edit->document_changes);
    out.change_annotations = out.change_annotations && capabilities.workspace_edit->change_annotation_support;
  } else {
    out.change_annotations = false;
  }
  out.configuration = is_set(capabilities.configuration);
  if (const auto& capability = capabilities.did_change_configuration) {
    out.configuration_registration = is_set(capability->dynamic_registration);
  }
  if (const auto& capability = capabilities.did_change_watched_files) {
    out.watched_files_registration = is_set(capability->dynamic_registration);
  }
  if (const auto& capability = capabilities.diagnostics) out.diagnostic_refresh = is_set(capability->refresh_support);
}

ClientFeatures client_features(const lsp::ClientCapabilities& capabilities) {
  ClientFeatures out;
  if (capabilities.general) out.encoding = choose_encoding(capabilities.general->position_encodings);
  if (capabilities.text_document) read_text_document(*capabilities.text_document, out);
  if (capabilities.workspace) {
    read_workspace(*capabilities.workspace, out);
  } else {
    out.change_annotations = false;
  }
  if (capabilities.window) out.work_done_progress = is_set(capabilities.window->work_done_progress);
  return out;
}

}  // namespace dockwright::server
