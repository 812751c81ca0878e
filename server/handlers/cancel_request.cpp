#include "server/handlers/handlers.hpp"

namespace dockwright::server::handlers {

void cancel_request(Session& session, const lsp::CancelParams& params) {
  if (const auto* number = std::get_if<std::int32_t>(&params.id)) {
    session.client().cancel(std::int64_t{*number});
  } else {
    session.client().cancel(std::get<std::string>(params.id));
  }
}

}  // namespace dockwright::server::handlers
