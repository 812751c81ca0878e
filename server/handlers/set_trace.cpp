#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void set_trace(Session& session, const lsp::SetTraceParams& params) { session.set_trace(params.value); }

}  // namespace dockwright::server::handlers
