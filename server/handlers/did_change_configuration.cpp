#include <nlohmann/json.hpp>

#include "server/handlers/client_configuration.hpp"
#include "server/handlers/handlers.hpp"
#include "server/session/client_settings.hpp"

namespace dockwright::server::handlers {

void did_change_configuration(Session& session, const lsp::DidChangeConfigurationParams& params) {
  // A client that can be asked sends null here, or whatever it likes.
  if (session.features()->configuration) return request_configuration(session);
  if (!params.settings || !params.settings->is_object()) return;
  const auto section = params.settings->find(settings_section);
  if (section == params.settings->end()) return;
  if (const auto problem = session.configuration().set_section(0, *section)) {
    session.tell_user(lsp::MessageType::warning, *problem);
  }
  session.settings_changed();
}

}  // namespace dockwright::server::handlers
