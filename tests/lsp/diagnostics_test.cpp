// Published and pulled diagnostics.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///Dockerfile";
constexpr const char* root_user = "FROM debian:12.7-slim\nUSER root\nCMD [\"x\"]\n";

json only(const std::string& rule) { return {{"initializationOptions", {{"select", json::array({rule})}}}}; }

TEST(PublishedDiagnostics, FollowTheDocument) {
  LspClient client;
  client.initialize(json::object(), only("root-user"));
  client.open(uri, root_user, 3);
  const json first = client.next("textDocument/publishDiagnostics")["params"];
  EXPECT_EQ(first["version"], 3);
  ASSERT_EQ(first["diagnostics"].size(), 1u);
  const json& diagnostic = first["diagnostics"][0];
  EXPECT_EQ(diagnostic["range"], json::parse(R"({"start":{"line":1,"character":5},"end":{"line":1,"character":9}})"));
  EXPECT_EQ(diagnostic["code"], "root-user");
  EXPECT_EQ(diagnostic["source"], "dockwright");
  EXPECT_EQ(diagnostic["severity"], 2);

  client.change(uri, 4, {1, 5, 1, 9}, "app");
  const json second = client.next("textDocument/publishDiagnostics")["params"];
  EXPECT_EQ(second["version"], 4);
  EXPECT_TRUE(second["diagnostics"].empty());
}

TEST(PublishedDiagnostics, AreNotRepeated) {
  LspClient client;
  client.initialize(json::object(), only("root-user"));
  client.open(uri, root_user);
  client.diagnostics(uri);
  client.change(uri, 2, {2, 0, 2, 0}, "\n");
  client.change(uri, 3, {2, 0, 3, 0}, "");
  EXPECT_TRUE(client.take_all("textDocument/publishDiagnostics").empty());
  client.change(uri, 4, {0, 0, 0, 0}, "\n");  // the finding moves
  EXPECT_EQ(client.diagnostics(uri)[0]["range"]["start"]["line"], 2);
}

TEST(PublishedDiagnostics, AreClearedOnClose) {
  LspClient client;
  client.initialize(json::object(), only("root-user"));
  client.open(uri, root_user);
  EXPECT_FALSE(client.diagnostics(uri).empty());
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  EXPECT_TRUE(client.diagnostics(uri).empty());
  // And come again with the document.
  client.open(uri, root_user);
  EXPECT_FALSE(client.diagnostics(uri).empty());
}

TEST(PublishedDiagnostics, TheNewestVersionWins) {
  LspClient client;
  client.initialize(json::object(), only("root-user"));
  client.open(uri, root_user, 1);
  for (int version = 2; version <= 200; ++version) {
    client.change(uri, version, {1, 5, 1, version % 2 ? 8 : 9}, version % 2 ? "root" : "app");
  }
  const auto published = client.take_all("textDocument/publishDiagnostics");
  ASSERT_FALSE(published.empty());
  int last = 0;
  for (const json& message : published) {
    EXPECT_GT(message["params"]["version"], last);
    last = message["params"]["version"];
    EXPECT_EQ(message["params"]["diagnostics"].size(), last % 2 == 1 ? 1u : 0u) << last;
  }
  EXPECT_TRUE(published.back()["params"]["diagnostics"].empty());
}

TEST(PublishedDiagnostics, ManyDocuments) {
  LspClient client;
  client.initialize(json::object(), only("root-user"));
  for (int i = 0; i < 50; ++i) client.open("file:///" + std::to_string(i) + "/Dockerfile", root_user);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.diagnostics("file:///" + std::to_string(i) + "/Dockerfile").size(), 1u);
}

TEST(PublishedDiagnostics, OnlyWhatTheClientUnderstands) {
  // An unused suppression is tagged as unnecessary.
  const char* text = "FROM debian:12.7-slim\n# dockwright ignore=root-user\nUSER app\n";
  const json options = {{"initializationOptions", {{"select", json::array({"suppressions", "root-user"})}}}};
  const std::pair<json, bool> rows[] = {
      {json::object(), false},
      {{{"tagSupport", {{"valueSet", {2}}}}}, false},
      {{{"tagSupport", {{"valueSet", {1, 2}}}}}, true},
  };
  for (const auto& [capability, tagged] : rows) {
    LspClient client;
    client.initialize({{"textDocument", {{"publishDiagnostics", capability}}}}, options);
    client.open(uri, text);
    const json diagnostics = client.diagnostics(uri);
    ASSERT_EQ(diagnostics.size(), 1u) << diagnostics;
    EXPECT_EQ(diagnostics[0].contains("tags"), tagged);
    EXPECT_FALSE(diagnostics[0].contains("relatedInformation"));
  }
}

// Both workers are kept busy for a while before they come to the document.
TEST(PublishedDiagnostics, ProgressWhenItTakesLong) {
  for (const bool supported : {true, false}) {
    LspClient client;
    client.initialize({{"window", {{"workDoneProgress", supported}}}}, only("root-user"));
    std::atomic<bool> released{false};
    for (unsigned i = 0; i < LspClient::workers; ++i) {
      client.loop().submit([&released] {
        while (!released) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      });
    }
    client.open(uri, root_user);
    if (supported) {
      const json created = client.next("window/workDoneProgress/create")["params"];
      const json begin = client.next("$/progress")["params"];
      EXPECT_EQ(begin["token"], created["token"]);
      EXPECT_EQ(begin["value"], json::parse(R"({"kind":"begin","title":"Checking Dockerfile"})"));
    } else {
      client.run_for(std::chrono::milliseconds(1200));
    }
    released = true;
    EXPECT_EQ(client.diagnostics(uri).size(), 1u);
    const auto progress = client.take_all("$/progress");
    ASSERT_EQ(progress.size(), supported ? 1u : 0u);
    EXPECT_TRUE(!supported || progress[0]["params"]["value"]["kind"] == "end");
    EXPECT_TRUE(client.take_all("window/workDoneProgress/create").empty());
  }
}

json pull_capabilities() { return {{"textDocument", {{"diagnostic", json::object()}}}}; }

json pull(LspClient& client, const json& previous = nullptr) {
  json params = {{"textDocument", {{"uri", uri}}}};
  if (!previous.is_null()) params["previousResultId"] = previous;
  return client.request("textDocument/diagnostic", params)["result"];
}

TEST(PulledDiagnostics, AreNotPublishedAsWell) {
  LspClient client;
  const json result = client.initialize(pull_capabilities(), only("root-user"));
  EXPECT_EQ(result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], false);
  client.open(uri, root_user);
  EXPECT_EQ(pull(client)["items"].size(), 1u);
  EXPECT_TRUE(client.take_all("textDocument/publishDiagnostics").empty());
}

TEST(PulledDiagnostics, UnchangedReports) {
  LspClient client;
  client.initialize(pull_capabilities(), only("root-user"));
  client.open(uri, root_user);
  const json first = pull(client);
  EXPECT_EQ(first["kind"], "full");
  const json again = pull(client, first["resultId"]);
  EXPECT_EQ(again["kind"], "unchanged");
  EXPECT_EQ(again["resultId"], first["resultId"]);
  client.change(uri, 2, {0, 0, 0, 0}, "\n");
  const json moved = pull(client, first["resultId"]);
  EXPECT_EQ(moved["kind"], "full");
  EXPECT_NE(moved["resultId"], first["resultId"]);
  client.change(uri, 3, {0, 0, 1, 0}, "");  // undone
  EXPECT_EQ(pull(client, first["resultId"])["kind"], "unchanged");
  EXPECT_EQ(pull(client, "nonsense")["kind"], "full");
}

TEST(PulledDiagnostics, OfAnOldVersionAreAskedForAgain) {
  std::string text = "FROM debian:12\n";
  for (int i = 0; i < 3000; ++i) text += "RUN apt-get install -y curl" + std::to_string(i) + "\n";
  LspClient client;
  client.initialize(pull_capabilities());
  client.open(uri, text);
  const int id = client.send_request("textDocument/diagnostic", {{"textDocument", {{"uri", uri}}}});
  client.change(uri, 2, nullptr, root_user);
  const json error = client.response(id)["error"];
  EXPECT_EQ(error["code"], -32802);
  EXPECT_EQ(error["data"]["retriggerRequest"], true);
}

TEST(PulledDiagnostics, RefreshWhenSettingsChange) {
  LspClient client;
  json capabilities = pull_capabilities();
  capabilities["workspace"]["diagnostics"]["refreshSupport"] = true;
  client.initialize(capabilities, only("root-user"));
  client.open(uri, root_user);
  EXPECT_EQ(pull(client)["items"].size(), 1u);
  client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"dockwright", {{"ignore", json::array({"ALL"})}}}}}});
  client.next("workspace/diagnostic/refresh");
  EXPECT_TRUE(pull(client)["items"].empty());
}

TEST(PulledDiagnostics, SameAsPublished) {
  for (const char* text : {root_user, "FROMM a\n\nRUN\n", "", "FROM a AS b\nCOPY --from=b é😀 /\nCOPPY x y\n"}) {
    LspClient pushed, pulled;
    pushed.initialize();
    pushed.open(uri, text);
    pulled.initialize(pull_capabilities());
    pulled.open(uri, text);
    EXPECT_EQ(pushed.diagnostics(uri), pull(pulled)["items"]) << text;
  }
}

}  // namespace
}  // namespace dockwright::test
