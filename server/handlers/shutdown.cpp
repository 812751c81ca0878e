#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void shutdown(Session& session, const lsp::NoParams&, Reply<lsp::Null> reply) {
  session.shut_down();
  reply({});
}

}  // namespace dockwright::server::handlers
