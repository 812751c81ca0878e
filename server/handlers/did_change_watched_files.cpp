#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

// Every watched file can change the settings or the facts of any document; which one it was, and how often it is named,
// does not matter.
void did_change_watched_files(Session& session, const lsp::DidChangeWatchedFilesParams& params) {
  if (!params.changes.empty()) session.settings_changed();
}

}  // namespace dockwright::server::handlers
