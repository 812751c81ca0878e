// The messages that real editors were seen to send.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/corpus.hpp"
#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> recordings() {
  const auto shared = shared_folder();
  if (!shared) return {};
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(*shared / "reference" / "clients")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

bool has(const json& object, const std::string& pointer) { return object.contains(json::json_pointer(pointer)); }

// Sends what was recorded, as it was: envelopes, key order and all.
void replay(const json& recording) {
  LspClient client;
  json initialize = recording["initializeRequestEnvelope"];
  initialize["params"] = recording["initializeParams"];
  initialize["params"]["processId"] = nullptr;  // that process is gone
  client.send(initialize);
  const json response = client.response(initialize["id"]);
  ASSERT_TRUE(response.contains("result")) << response;
  const json& capabilities = initialize["params"]["capabilities"];
  const bool pulls = has(capabilities, "/textDocument/diagnostic");
  EXPECT_EQ(response["result"]["capabilities"].contains("diagnosticProvider"), pulls);

  for (const char* step : {"initialized", "didChangeConfiguration", "didOpen"}) {
    if (recording.contains(step)) client.send(recording[step]);
  }
  const json& document = recording["didOpen"]["params"]["textDocument"];
  const std::string uri = document["uri"];
  EXPECT_TRUE(pulls || !client.diagnostics(uri).empty());
  EXPECT_EQ(client.take_all("client/registerCapability").empty(),
            !has(capabilities, "/workspace/didChangeWatchedFiles/dynamicRegistration") ||
                capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] == false);
  EXPECT_EQ(client.take_all("workspace/configuration").empty(), !has(capabilities, "/workspace/configuration"));

  for (const char* step : {"codeAction", "didChange", "formatting", "completion"}) {
    if (!recording.contains(step)) continue;
    client.send(recording[step]);
    if (!recording[step].contains("id")) continue;
    const json answer = client.response(recording[step]["id"]);
    EXPECT_TRUE(answer.contains("result") || answer["error"]["code"] == -32601) << step << '\n' << answer;
  }
  const auto snapshot = client.session().documents().find(uri);
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(snapshot->text().bytes().substr(0, 12), "FROM node:18");
  EXPECT_TRUE(client.take_all("window/showMessage").empty());

  client.send(recording.value("shutdown", json::parse(R"({"jsonrpc":"2.0","id":999,"method":"shutdown"})")));
  client.send(recording.value("exit", json::parse(R"({"jsonrpc":"2.0","method":"exit"})")));
  EXPECT_EQ(client.wait_for_exit(), 0);
}

TEST(Clients, RecordedSessions) {
  for (const fs::path& path : recordings()) {
    SCOPED_TRACE(path.filename().string());
    replay(json::parse(read_file(path)));
  }
}

}  // namespace
}  // namespace dockwright::test
