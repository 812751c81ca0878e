#include "server/rpc/responder.hpp"

#include "protocol/json_text.hpp"
#include "server/event_loop.hpp"
#include "server/rpc/connection.hpp"

namespace dockwright::server {

Responder::~Responder() {
  if (!pending_) return;
  send(lsp::ResponseError{lsp::ErrorCode::internal_error, "the request could not be answered"}, nullptr);
}

void Responder::result(lsp::Json value, Check check) && { send(std::move(value), std::move(check)); }

void Responder::error(lsp::ErrorCode code, std::string message, lsp::Json data) && {
  send(lsp::ResponseError{code, std::move(message), std::move(data)}, nullptr);
}

void Responder::send(std::variant<lsp::Json, lsp::ResponseError> outcome, Check check) {
  const auto pending = std::exchange(pending_, nullptr);
  std::string text = lsp::to_text(lsp::to_json(lsp::Response{pending->id, std::move(outcome)}));
  pending->loop->dispatch([pending, text = std::move(text), check = std::move(check)]() mutable {
    if (const auto connection = pending->connection.lock()) connection->deliver(*pending, std::move(text), check);
  });
}

}  // namespace dockwright::server
