// Every method the server answers, and who answers it.
#pragma once

#include <string_view>

#include "protocol/json.hpp"
#include "server/rpc/responder.hpp"

namespace dockwright::server {

class Session;

// One of the two functions is null.
struct Handler {
  std::string_view method;
  void (*request)(Session& session, const lsp::Json& params, Responder responder);
  void (*notification)(Session& session, const lsp::Json& params);
};

// Null for an unknown method.
const Handler* find_handler(std::string_view method);

}  // namespace dockwright::server
