// What the server answers when, from `initialize` to `exit`.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

json params_of(const std::string& method) {
  if (method == "initialize") return {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", json::object()}};
  if (method == "textDocument/hover") {
    return {{"textDocument", {{"uri", "file:///Dockerfile"}}}, {"position", {{"line", 0}, {"character", 0}}}};
  }
  return nullptr;
}

// A script of methods. `method=ok` is a request that has a result, `method=CODE` one that has this error, `method`
// alone a notification, and `status=N` waits for the end of the session.
void check(const std::string& script) {
  SCOPED_TRACE(script);
  LspClient client;
  std::istringstream steps(script);
  for (std::string step; steps >> step;) {
    const std::size_t equals = step.find('=');
    const std::string method = step.substr(0, equals);
    if (equals == std::string::npos) {
      client.notify(method, params_of(method));
      continue;
    }
    const std::string expected = step.substr(equals + 1);
    if (method == "status") {
      EXPECT_EQ(client.wait_for_exit(), std::stoi(expected));
    } else if (const json response = client.request(method, params_of(method)); expected == "ok") {
      EXPECT_TRUE(response.contains("result")) << step << '\n' << response;
    } else {
      EXPECT_EQ(response.value("error", json::object()).value("code", 0), std::stoi(expected)) << step << '\n'
                                                                                               << response;
    }
  }
}

TEST(Lifecycle, InOrder) {
  check("initialize=ok initialized shutdown=ok exit status=0");
  check("initialize=ok initialized exit status=1");
  check("initialize=ok shutdown=ok exit status=0");
  check("exit status=1");
}

TEST(Lifecycle, BeforeInitialize) {
  check("textDocument/hover=-32002 shutdown=-32002 unknown/request=-32002 initialize=ok");
  check("initialized textDocument/didClose $/setTrace initialize=ok initialized shutdown=ok exit status=0");
}

TEST(Lifecycle, InitializeTwice) { check("initialize=ok initialize=-32600 initialized initialize=-32600 shutdown=ok"); }

TEST(Lifecycle, AfterShutdown) {
  check(
      "initialize=ok initialized shutdown=ok textDocument/hover=-32600 shutdown=-32600 initialize=-32600 exit "
      "status=0");
  check("initialize=ok initialized shutdown=ok textDocument/didSave initialized exit status=0");
}

TEST(Lifecycle, UnknownMethods) {
  check("initialize=ok initialized unknown/notification $/unknown unknown/request=-32601 $/unknown=-32601 shutdown=ok");
  // Known, but not that way round.
  check("initialize=ok initialized textDocument/didOpen=-32601 textDocument/hover shutdown=ok");
}

TEST(Lifecycle, BadInitializeCanBeRepeated) {
  LspClient client;
  const json response = client.request("initialize", {{"capabilities", {{"general", {{"positionEncodings", 7}}}}}});
  EXPECT_EQ(response["error"]["code"], -32602);
  EXPECT_EQ(response["error"]["message"], "params.capabilities.general.positionEncodings must be an array, not 7");
  EXPECT_TRUE(client.request("initialize", params_of("initialize")).contains("result"));
}

TEST(Lifecycle, EndOfInputAnswersWhatIsOpenFirst) {
  LspClient client;
  const int initialize = client.send_request("initialize", params_of("initialize"));
  client.open("file:///Dockerfile", "FROM debian:12\n");
  const int hover = client.send_request("textDocument/hover", params_of("textDocument/hover"));
  client.transport().end_input();
  EXPECT_EQ(client.wait_for_exit(), 0);
  EXPECT_TRUE(client.response(initialize).contains("result"));
  EXPECT_TRUE(client.response(hover).contains("result"));
}

TEST(Lifecycle, EndOfInputInTheMiddleOfAMessage) {
  LspClient client;
  client.initialize();
  client.send_bytes("Content-Length: 100\r\n\r\n{\"jsonrpc\"");
  client.transport().end_input();
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(Lifecycle, ClientThatStopsReading) {
  LspClient client;
  client.initialize();
  client.transport().break_output();
  client.abandon();
  client.send_request("shutdown");
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(Lifecycle, ExitDoesNotWaitForAClientThatReadsNothing) {
  LspClient client;
  client.initialize();
  client.settle();
  client.transport().set_stalled(true);
  client.abandon();
  client.send_request("shutdown");
  client.notify("exit");
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(Lifecycle, TraceOnDemand) {
  LspClient client;
  client.initialize();
  client.request("textDocument/hover", params_of("textDocument/hover"));
  EXPECT_TRUE(client.take_all("$/logTrace").empty());
  client.notify("$/setTrace", {{"value", "messages"}});
  client.request("textDocument/hover", params_of("textDocument/hover"));
  const json trace = client.next("$/logTrace");
  EXPECT_NE(trace["params"]["message"].get<std::string>().find("textDocument/hover was answered in"),
            std::string::npos);
  client.notify("$/setTrace", {{"value", "off"}});
  client.request("textDocument/hover", params_of("textDocument/hover"));
  EXPECT_TRUE(client.take_all("$/logTrace").empty());
}

}  // namespace
}  // namespace dockwright::test
