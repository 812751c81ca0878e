#include "server/handlers/client_configuration.hpp"

#include "server/session/client_settings.hpp"

namespace dockwright::server::handlers {

static void apply(Session& session, const std::vector<std::optional<lsp::DocumentUri>>& folders,
                  const lsp::Json& result) {
  Configuration& configuration = session.configuration();
  for (std::size_t scope = 0; scope < configuration.scopes(); ++scope) {
    // Folders may have come and gone since the question.
    const auto item = std::find(folders.begin(), folders.end(), configuration.folder(scope)) - folders.begin();
    const auto index = static_cast<std::size_t>(item);
    // Clients without settings answer null, [null] or {}.
    const bool answered = index < folders.size() && result.is_array() && index < result.size();
    if (const auto problem = configuration.set_section(scope, answered ? result[index] : lsp::Json())) {
      session.tell_user(lsp::MessageType::warning, *problem);
    }
  }
  session.settings_changed();
}

void request_configuration(Session& session) {
  lsp::ConfigurationParams params;
  std::vector<std::optional<lsp::DocumentUri>> folders;
  for (std::size_t scope = 0; scope < session.configuration().scopes(); ++scope) {
    folders.push_back(session.configuration().folder(scope));
    params.items.push_back({folders.back(), std::string(settings_section)});
  }
  session.client().request("workspace/configuration", lsp::encode(params),
                           [&session, folders = std::move(folders)](const lsp::Response& response) {
                             if (const auto* error = std::get_if<lsp::ResponseError>(&response.outcome)) {
                               session.log().write(LogLevel::warning,
                                                   "the client did not tell its settings: " + error->message);
                             } else {
                               apply(session, folders, std::get<lsp::Json>(response.outcome));
                             }
                           });
}

}  // namespace dockwright::server::handlers
