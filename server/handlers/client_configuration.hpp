// The client's settings, which several messages bring.
#pragma once

#include "server/session/session.hpp"

namespace dockwright::server::handlers {

// Asks for all scopes with workspace/configuration. Documents follow when the answer comes.
void request_configuration(Session& session);

}  // namespace dockwright::server::handlers
