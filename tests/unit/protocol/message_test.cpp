#include "protocol/message.hpp"

#include <gtest/gtest.h>

#include "protocol/json_text.hpp"

namespace dockwright::lsp {
namespace {

// The kind of a message and what matters of it.
std::string describe(std::string_view text) {
  const Message message = to_message(*parse_json(text));
  if (const auto* request = std::get_if<Request>(&message)) {
    return "request " + to_string(request->id) + ' ' + request->method + ' ' + to_text(request->params);
  }
  if (const auto* notification = std::get_if<Notification>(&message)) {
    return "notification " + notification->method + ' ' + to_text(notification->params);
  }
  if (const auto* response = std::get_if<Response>(&message)) {
    const auto* error = std::get_if<ResponseError>(&response->outcome);
    const std::string outcome = error ? "error " + std::to_string(static_cast<int>(error->code)) + ' ' + error->message
                                      : to_text(std::get<Json>(response->outcome));
    return "response " + to_string(response->id) + ' ' + outcome;
  }
  const auto& invalid = std::get<InvalidMessage>(message);
  return (invalid.answerable ? "invalid " : "ignored ") + to_string(invalid.id);
}

TEST(Message, Kinds) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {R"({"jsonrpc":"2.0","id":1,"method":"m"})", "request 1 m null"},
      {R"({"jsonrpc":"2.0","id":-1,"method":"m","params":null})", "request -1 m null"},
      {R"({"params":[1],"method":"m","id":"x","jsonrpc":"2.0"})", "request \"x\" m [1]"},
      {R"({"jsonrpc":"2.0","id":null,"method":"m"})", "request null m null"},
      {R"({"jsonrpc":"2.0","id":9223372036854775807,"method":"m"})", "request 9223372036854775807 m null"},
      {R"({"jsonrpc":"2.0","method":"m","params":{"a":1}})", "notification m {\"a\":1}"},
      {R"({"jsonrpc":"2.0","id":1,"result":null})", "response 1 null"},
      {R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"bad"}})", "response null error -32700 bad"},
      {R"({"jsonrpc":"2.0","id":1,"error":{"code":77777,"message":"own"}})", "response 1 error 77777 own"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(describe(text), expected) << text;
}

TEST(Message, Invalid) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"[]", "invalid null"},
      {R"([{"jsonrpc":"2.0","id":1,"method":"m"}])", "invalid null"},
      {"1", "invalid null"},
      {"{}", "invalid null"},
      {R"({"id":1,"method":"m"})", "invalid 1"},
      {R"({"jsonrpc":"1.0","id":1,"method":"m"})", "invalid 1"},
      {R"({"jsonrpc":2.0,"id":1,"method":"m"})", "invalid 1"},
      {R"({"jsonrpc":"2.0","id":1})", "invalid 1"},
      {R"({"jsonrpc":"2.0","id":1,"method":7})", "invalid 1"},
      {R"({"jsonrpc":"2.0","id":1,"method":"m","params":7})", "invalid 1"},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", "invalid null"},
      {R"({"jsonrpc":"2.0","id":true,"method":"m"})", "invalid null"},
      {R"({"jsonrpc":"2.0","id":{},"method":"m"})", "invalid null"},
      {R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"m"})", "invalid null"},
      // Never answered: an answer to an answer would look like one to a request of the client's.
      {R"({"jsonrpc":"2.0","id":[],"result":1})", "ignored null"},
      {R"({"jsonrpc":"2.0","id":1,"error":"bad"})", "ignored 1"},
      {R"({"jsonrpc":"2.0","id":1,"error":{"code":"x","message":"bad"}})", "ignored 1"},
      {R"({"jsonrpc":"2.0","id":1,"error":{"code":1}})", "ignored 1"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(describe(text), expected) << text;
}

TEST(Message, WhatIsWrittenIsRead) {
  EXPECT_EQ(describe(to_text(to_json(Request{RequestId{std::int64_t{3}}, "m", Json::array()}))), "request 3 m []");
  EXPECT_EQ(describe(to_text(to_json(Notification{"m", nullptr}))), "notification m null");
  EXPECT_EQ(describe(to_text(to_json(Response{RequestId{"a"}, Json(true)}))), "response \"a\" true");
  const ResponseError error{ErrorCode::request_cancelled, "no", {}};
  EXPECT_EQ(describe(to_text(to_json(Response{RequestId{}, error}))), "response null error -32800 no");
}

TEST(Message, AbsentPartsAreNotWritten) {
  EXPECT_EQ(to_text(to_json(Notification{"m", nullptr})), R"({"jsonrpc":"2.0","method":"m"})");
  EXPECT_EQ(to_text(to_json(Response{RequestId{}, ResponseError{ErrorCode::parse_error, "x", {}}})),
            R"({"error":{"code":-32700,"message":"x"},"id":null,"jsonrpc":"2.0"})");
}

}  // namespace
}  // namespace dockwright::lsp
