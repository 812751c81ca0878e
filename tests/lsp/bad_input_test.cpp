// Input that is no LSP, or not quite: a clear answer, and the session goes on.
#include <gtest/gtest.h>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

json hover_params() {
  return {{"textDocument", {{"uri", "file:///Dockerfile"}}}, {"position", {{"line", 0}, {"character", 0}}}};
}

// The code of the answer to `bytes`; afterwards the server must still answer requests.
int code_of_answer_to(std::string_view bytes, const json& id = nullptr) {
  LspClient client;
  client.initialize();
  client.open("file:///Dockerfile", "FROM debian:12\n");
  client.send_bytes(bytes);
  const json answer = client.response(id);
  EXPECT_FALSE(answer["error"]["message"].get<std::string>().empty());
  EXPECT_TRUE(client.request("textDocument/hover", hover_params()).contains("result"));
  return answer["error"]["code"];
}

int code_of_answer_to_body(std::string_view body, const json& id = nullptr) {
  return code_of_answer_to(lsp::frame(body), id);
}

TEST(BadInput, NoJson) {
  EXPECT_EQ(code_of_answer_to_body("{oops"), -32700);
  EXPECT_EQ(code_of_answer_to_body(R"({"jsonrpc":"2.0","id":5,"method":)", nullptr), -32700);
  EXPECT_EQ(code_of_answer_to_body(std::string(100000, '[')), -32700);
  EXPECT_EQ(code_of_answer_to_body(R"({"jsonrpc":"2.0","id":5,"method":"m","params":)" + std::string(100000, '[') +
                                   std::string(100000, ']') + "}"),
            -32700);
}

TEST(BadInput, NoMessage) {
  EXPECT_EQ(code_of_answer_to_body("[]"), -32600);
  EXPECT_EQ(code_of_answer_to_body(R"([{"jsonrpc":"2.0","id":5,"method":"shutdown"}])"), -32600);
  EXPECT_EQ(code_of_answer_to_body("7"), -32600);
  EXPECT_EQ(code_of_answer_to_body(R"({"jsonrpc":"2.0","id":1.5,"method":"shutdown"})"), -32600);
  EXPECT_EQ(code_of_answer_to_body(R"({"id":55,"method":"shutdown"})", 55), -32600);
  EXPECT_EQ(code_of_answer_to_body(R"({"jsonrpc":"2.0","id":"x","method":"shutdown","params":1})", "x"), -32600);
}

TEST(BadInput, NoFrame) {
  EXPECT_EQ(code_of_answer_to("Content-Length: x\r\n\r\n"), -32700);
  EXPECT_EQ(code_of_answer_to("Hello: world\r\n\r\n"), -32700);
  EXPECT_EQ(code_of_answer_to("Content-Length: 5\r\nContent-Length: 6\r\n\r\n"), -32700);
}

// Half a message, then the rest of another: what lies in between is lost, nothing else.
TEST(BadInput, MessageCutShort) {
  EXPECT_EQ(code_of_answer_to("Content-Length: 10\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"x\"}"), -32700);
}

TEST(BadInput, WrongParams) {
  const std::pair<const char*, const char*> cases[] = {
      {R"(null)", "params must be an object, not null"},
      {R"([])", "params must be an object, not array"},
      {R"({})", "params.textDocument is missing"},
      {R"({"textDocument":{"uri":7}})", "params.textDocument.uri must be a string, not 7"},
      {R"({"textDocument":{"uri":"file:///Dockerfile"},"position":{"line":true,"character":0}})",
       "params.position.line must be an unsigned 32-bit integer, not boolean"},
      {R"({"textDocument":{"uri":"file:///Dockerfile"},"position":{"line":0,"character":1.5}})",
       "params.position.character must be an unsigned 32-bit integer, not 1.5"},
      {R"({"textDocument":{"uri":"file:///other"},"position":{"line":0,"character":0}})", "file:///other is not open"},
  };
  LspClient client;
  client.initialize();
  client.open("file:///Dockerfile", "FROM debian:12\n");
  for (const auto& [params, message] : cases) {
    json request = {{"jsonrpc", "2.0"}, {"id", params}, {"method", "textDocument/hover"}};
    request["params"] = json::parse(params);
    client.send(request);
    const json response = client.response(params);
    EXPECT_EQ(response["error"]["code"], -32602) << params;
    EXPECT_EQ(response["error"]["message"], message) << params;
  }
}

TEST(BadInput, WrongNotificationsAreIgnored) {
  LspClient client;
  client.initialize();
  client.notify("textDocument/didOpen", {{"textDocument", 7}});
  client.notify("textDocument/didChange", json::array());
  client.notify("$/cancelRequest", {{"id", 1.5}});
  client.notify("$/cancelRequest", {{"id", 12345}});
  client.notify("workspace/didChangeConfiguration");
  client.send_text(R"({"jsonrpc":"2.0","id":99,"result":null})");
  client.send_text(R"({"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"no"}})");
  EXPECT_TRUE(client.request("shutdown").contains("result"));
}

TEST(BadInput, AnnouncedGiantIsSkipped) {
  LspClient client;
  client.initialize();
  // 2 GB are announced; the answer comes before the first of them.
  client.send_bytes("Content-Length: 2000000000\r\n\r\n");
  const json answer = client.response(nullptr);
  EXPECT_NE(answer["error"]["message"].get<std::string>().find("limit"), std::string::npos);
  client.transport().end_input();
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(BadInput, TooLongMessageIsSkipped) {
  EXPECT_EQ(code_of_answer_to("Content-Length: 68157440\r\n\r\n" + std::string(68157440, ' ')), -32700);
}

TEST(BadInput, NoProtocolAtAllEndsTheSession) {
  LspClient client;
  client.send_bytes(std::string(100000, 'x'));
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(BadInput, SameIdTwice) {
  LspClient client;
  client.initialize();
  client.open("file:///Dockerfile", "FROM debian:12\n");
  client.abandon();
  const json request = {{"jsonrpc", "2.0"}, {"id", 77}, {"method", "textDocument/hover"}, {"params", hover_params()}};
  client.send(request);
  client.send(request);
  const json first = client.response(77);
  const json second = client.response(77);
  // One of them was answered, the other refused.
  EXPECT_NE(first.contains("result"), second.contains("result"));
  EXPECT_EQ((first.contains("error") ? first : second)["error"]["code"], -32600);
}

}  // namespace
}  // namespace dockwright::test
