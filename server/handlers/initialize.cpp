#include "server/handlers/fix_all.hpp"
#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

static lsp::ServerCapabilities capabilities(const ClientFeatures& features) {
  lsp::ServerCapabilities out;
  out.position_encoding = to_string(features.encoding);
  out.hover_provider = true;
  // Without literals a client knows commands only, and the server has none.
  if (features.code_action_literals) {
    out.code_action_provider = lsp::CodeActionOptions{
        {std::string(lsp::code_action_kind::quick_fix), std::string(fix_all_kind)}, features.resolves_edits};
  }
  if (features.pulls_diagnostics) out.diagnostic_provider = lsp::DiagnosticOptions{"dockwright", false, false};
  return out;
}

void initialize(Session& session, const lsp::InitializeParams& params, Reply<lsp::InitializeResult> reply) {
  session.initialize(params);
  for (const auto& folder : params.workspace_folders.value_or(std::vector<lsp::WorkspaceFolder>())) {
    session.configuration().add_folder(folder.uri);
  }
  if (params.initialization_options) {
    if (const auto problem = session.configuration().set_initial_section(*params.initialization_options)) {
      session.tell_user(lsp::MessageType::warning, *problem);
    }
  }
  reply({capabilities(*session.features()), {"dockwright", DOCKWRIGHT_VERSION}});
}

}  // namespace dockwright::server::handlers
