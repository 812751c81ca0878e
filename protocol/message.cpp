#include "protocol/message.hpp"

#include <limits>
#include <utility>

namespace dockwright::lsp {

std::optional<RequestId> to_request_id(const Json& value) {
  if (value.is_null()) return RequestId{};
  if (value.is_string()) return RequestId{value.get_ref<const std::string&>()};
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    return RequestId{static_cast<std::int64_t>(number)};
  }
  if (value.is_number_integer()) return RequestId{value.get<std::int64_t>()};
  return std::nullopt;
}

std::string to_string(const RequestId& id) {
  if (const auto* number = std::get_if<std::int64_t>(&id)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&id)) return '"' + *text + '"';
  return "null";
}

static InvalidMessage invalid(RequestId id, std::string reason, bool answerable = true) {
  return {std::move(id), std::move(reason), answerable};
}

static Message to_response(Json::object_t& object, std::optional<RequestId> id) {
  const auto error = object.find("error");
  const auto result = object.find("result");
  if (!id) return invalid({}, "a response needs an id that is an integer, a string or null", false);
  if (error == object.end()) return Response{std::move(*id), std::move(result->second)};

  const Json& value = error->second;
  if (!value.is_object()) return invalid(std::move(*id), "the error of a response must be an object", false);
  const auto code = value.find("code");
  const auto message = value.find("message");
  if (code == value.end() || !code->is_number_integer() || message == value.end() || !message->is_string()) {
    return invalid(std::move(*id), "the error of a response needs an integer code and a message", false);
  }
  // Only some codes have names here; any other integer is kept as it is.
  const auto number = code->get<std::int64_t>();
  const bool fits =
      number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max();
  return Response{std::move(*id), ResponseError{fits ? static_cast<ErrorCode>(number) : ErrorCode::internal_error,
                                                message->get_ref<const std::string&>(), value.value("data", Json())}};
}

Message to_message(Json value) {
  if (value.is_array()) return invalid({}, "LSP has no batch messages");
  if (!value.is_object()) return invalid({}, "a message must be a JSON object");
  auto& object = value.get_ref<Json::object_t&>();

  const auto id_field = object.find("id");
  std::optional<RequestId> id;
  if (id_field != object.end()) id = to_request_id(id_field->second);

  const auto version = object.find("jsonrpc");
  if (version == object.end() || version->second != "2.0") {
    return invalid(id.value_or(RequestId{}), "a message needs \"jsonrpc\": \"2.0\"");
  }
  const auto method = object.find("method");
  if (method == object.end()) {
    if (object.count("result") > 0 || object.count("error") > 0) return to_response(object, std::move(id));
    return invalid(id.value_or(RequestId{}), "a message needs a method, a result or an error");
  }
  if (!method->second.is_string()) return invalid(id.value_or(RequestId{}), "method must be a string");
  if (id_field != object.end() && !id) return invalid({}, "id must be an integer, a string or null");

  Json params;
  if (const auto field = object.find("params"); field != object.end()) params = std::move(field->second);
  if (!params.is_structured() && !params.is_null()) {
    return invalid(id.value_or(RequestId{}), "params must be an object or an array");
  }
  auto& name = method->second.get_ref<std::string&>();
  if (id) return Request{std::move(*id), std::move(name), std::move(params)};
  return Notification{std::move(name), std::move(params)};
}

static Json envelope() {
  Json message = Json::object();
  message["jsonrpc"] = "2.0";
  return message;
}

Json to_json(const RequestId& id) {
  if (const auto* number = std::get_if<std::int64_t>(&id)) return *number;
  if (const auto* text = std::get_if<std::string>(&id)) return *text;
  return nullptr;
}

Json to_json(Request request) {
  Json message = envelope();
  message["id"] = to_json(request.id);
  message["method"] = std::move(request.method);
  if (!request.params.is_null()) message["params"] = std::move(request.params);
  return message;
}

Json to_json(Notification notification) {
  Json message = envelope();
  message["method"] = std::move(notification.method);
  if (!notification.params.is_null()) message["params"] = std::move(notification.params);
  return message;
}

Json to_json(Response response) {
  Json message = envelope();
  message["id"] = to_json(response.id);
  if (auto* result = std::get_if<Json>(&response.outcome)) {
    message["result"] = std::move(*result);
  } else {
    auto& error = std::get<ResponseError>(response.outcome);
    Json& field = message["error"];
    field["code"] = static_cast<std::int32_t>(error.code);
    field["message"] = std::move(error.message);
    if (!error.data.is_null()) field["data"] = std::move(error.data);
  }
  return message;
}

}  // namespace dockwright::lsp
