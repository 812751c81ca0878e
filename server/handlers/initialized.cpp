#include "server/handlers/client_configuration.hpp"
#include "server/handlers/handlers.hpp"
#include "server/session/client_settings.hpp"

namespace dockwright::server::handlers {

// Files whose change can change a finding.
static constexpr std::string_view watched[] = {"**/dockwright.toml", "**/.hadolint.yaml", "**/.hadolint.yml",
                                               "**/.dockerignore"};

void initialized(Session& session, const lsp::NoParams&) {
  session.set_running();
  const ClientFeatures& features = *session.features();

  lsp::RegistrationParams params;
  if (features.watched_files_registration) {
    lsp::DidChangeWatchedFilesRegistrationOptions options;
    for (const std::string_view pattern : watched) options.watchers.push_back({std::string(pattern)});
    params.registrations.push_back({"watched-files", "workspace/didChangeWatchedFiles", std::move(options)});
  }
  if (features.configuration_registration) {
    params.registrations.push_back({"configuration", "workspace/didChangeConfiguration",
                                    lsp::DidChangeConfigurationRegistrationOptions{std::string(settings_section)}});
  }
  if (!params.registrations.empty()) {
    session.client().request(
        "client/registerCapability", lsp::encode(params), [&session](const lsp::Response& response) {
          if (const auto* error = std::get_if<lsp::ResponseError>(&response.outcome)) {
            session.log().write(LogLevel::warning, "the client refused a registration: " + error->message);
          }
        });
  }
  if (features.configuration) request_configuration(session);
}

}  // namespace dockwright::server::handlers
