// JSON-RPC 2.0 messages as LSP 3.18 uses them (base protocol), and their error codes.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>

#include "protocol/json.hpp"

namespace dockwright::lsp {

enum class ErrorCode : std::int32_t {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_failed = -32803,
  server_cancelled = -32802,
  content_modified = -32801,
  request_cancelled = -32800,
};

// monostate stands for null: JSON-RPC allows it for requests, and answers to unreadable messages need it.
using RequestId = std::variant<std::monostate, std::int64_t, std::string>;

struct ResponseError {
  ErrorCode code = ErrorCode::internal_error;
  std::string message;
  Json data = nullptr;  // left out when null
};

struct Request {
  RequestId id;
  std::string method;
  Json params = nullptr;  // object, array or null
};

struct Notification {
  std::string method;
  Json params = nullptr;  // object, array or null
};

struct Response {
  RequestId id;
  std::variant<Json, ResponseError> outcome;
};

// JSON that is no JSON-RPC message. `id` is the one to answer, null if it cannot be told.
struct InvalidMessage {
  RequestId id;
  std::string reason;
  // A broken response must not be answered: the peer would take it for an answer to a request of its own.
  bool answerable = true;
};

using Message = std::variant<Request, Notification, Response, InvalidMessage>;

// Never fails: what is no message becomes InvalidMessage. A batch is one, LSP has none.
Message to_message(Json value);

// Nothing for what is no id: another type, a fraction, a number beyond 64 bits.
std::optional<RequestId> to_request_id(const Json& value);
std::string to_string(const RequestId& id);

Json to_json(const RequestId& id);
Json to_json(Request message);
Json to_json(Notification message);
Json to_json(Response message);

}  // namespace dockwright::lsp
