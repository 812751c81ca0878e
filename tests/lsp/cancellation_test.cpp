// Every request is answered exactly once, cancelled or not; LspClient counts.
#include <gtest/gtest.h>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///Dockerfile";

json hover_params() { return {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 0}, {"character", 0}}}}; }

// Long enough that a worker is busy with it while the next message is read.
std::string long_dockerfile() {
  std::string text = "FROM debian:12\n";
  for (int i = 0; i < 3000; ++i) text += "RUN apt-get update && apt-get install -y curl=" + std::to_string(i) + "\n";
  return text;
}

TEST(Cancellation, IsAnsweredAtOnce) {
  LspClient client;
  client.initialize();
  client.open(uri, long_dockerfile());
  const int hover = client.send_request("textDocument/hover", hover_params());
  client.notify("$/cancelRequest", {{"id", hover}});
  EXPECT_EQ(client.response(hover)["error"]["code"], -32800);
  // The answer that was being computed is not sent any more.
  EXPECT_TRUE(client.request("shutdown").contains("result"));
}

TEST(Cancellation, ByStringId) {
  LspClient client;
  client.initialize();
  client.open(uri, long_dockerfile());
  client.send({{"jsonrpc", "2.0"}, {"id", "h"}, {"method", "textDocument/hover"}, {"params", hover_params()}});
  client.notify("$/cancelRequest", {{"id", "h"}});
  EXPECT_EQ(client.response("h")["error"]["code"], -32800);
}

TEST(Cancellation, ComesTooLate) {
  LspClient client;
  client.initialize();
  client.open(uri, "FROM debian:12\n");
  const int hover = client.send_request("textDocument/hover", hover_params());
  EXPECT_TRUE(client.response(hover).contains("result"));
  client.notify("$/cancelRequest", {{"id", hover}});
  client.settle();
}

TEST(Cancellation, OfManyAtOnce) {
  LspClient client;
  client.initialize();
  client.open(uri, long_dockerfile());
  std::vector<int> ids;
  for (int i = 0; i < 200; ++i) ids.push_back(client.send_request("textDocument/hover", hover_params()));
  for (std::size_t i = 0; i < ids.size(); i += 2) client.notify("$/cancelRequest", {{"id", ids[i]}});
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const json response = client.response(ids[i]);
    EXPECT_TRUE(i % 2 == 0 || response.contains("result")) << response;
  }
}

TEST(Cancellation, AnswersAboutAnOldVersionAreNotGiven) {
  LspClient client;
  client.initialize();
  client.open(uri, long_dockerfile());
  const int hover = client.send_request("textDocument/hover", hover_params());
  client.change(uri, 2, nullptr, "FROM debian:12\n");
  EXPECT_EQ(client.response(hover)["error"]["code"], -32801);
}

TEST(Cancellation, ClosedMeanwhile) {
  LspClient client;
  client.initialize();
  client.open(uri, long_dockerfile());
  const int hover = client.send_request("textDocument/hover", hover_params());
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  EXPECT_EQ(client.response(hover)["error"]["code"], -32801);
}

// The server reads no further while the client leaves its answers unread, and loses nothing.
TEST(BackPressure, SlowReader) {
  LspClient client;
  client.initialize();
  client.settle();
  client.transport().set_stalled(true);
  std::vector<int> ids;
  const std::string name = "unknown/" + std::string(100000, 'x');
  for (int i = 0; i < 400; ++i) ids.push_back(client.send_request(name));
  client.settle();
  EXPECT_GT(client.transport().unread(), std::size_t{10} << 20);
  client.transport().set_stalled(false);
  for (const int id : ids) EXPECT_EQ(client.response(id)["error"]["code"], -32601);
  EXPECT_EQ(client.transport().unread(), 0u);
}

TEST(BackPressure, ManyOpenRequests) {
  LspClient client;
  client.initialize();
  client.open(uri, "FROM debian:12\n");
  std::vector<int> ids;
  for (int i = 0; i < 5000; ++i) ids.push_back(client.send_request("textDocument/hover", hover_params()));
  for (const int id : ids) EXPECT_TRUE(client.response(id).contains("result"));
}

}  // namespace
}  // namespace dockwright::test
