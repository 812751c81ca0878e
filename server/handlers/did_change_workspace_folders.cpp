#include "server/handlers/client_configuration.hpp"
#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void did_change_workspace_folders(Session& session, const lsp::DidChangeWorkspaceFoldersParams& params) {
  for (const auto& folder : params.event.removed) session.configuration().remove_folder(folder.uri);
  for (const auto& folder : params.event.added) session.configuration().add_folder(folder.uri);
  if (session.features()->configuration) request_configuration(session);
  session.settings_changed();
}

}  // namespace dockwright::server::handlers
