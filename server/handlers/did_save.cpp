#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

// A client that does not watch files gives no other sign that a configuration file may have changed.
void did_save(Session& session, const lsp::DidSaveTextDocumentParams&) {
  if (!session.features()->watched_files_registration) session.settings_changed();
}

}  // namespace dockwright::server::handlers
