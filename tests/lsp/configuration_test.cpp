// Settings come in many shapes; all of them end in the same place.
#include <gtest/gtest.h>

#include <set>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///w/Dockerfile";
// Two findings: root-user, and unknown-instruction.
constexpr const char* text = "FROM debian:12.7-slim\nUSER root\nCOPPY a /a\nCMD [\"x\"]\n";

using Codes = std::set<std::string>;

Codes codes(const json& diagnostics) {
  Codes out;
  for (const json& diagnostic : diagnostics) out.insert(diagnostic["code"].get<std::string>());
  return out;
}

// Only these two, so that the test does not depend on what other rules find.
json select(const std::vector<std::string>& rules) { return {{"select", rules}}; }

json pulls_configuration() { return {{"workspace", {{"configuration", true}}}}; }

TEST(Configuration, InitializationOptions) {
  LspClient client;
  client.initialize(json::object(), {{"initializationOptions", select({"root-user"})}});
  client.open(uri, text);
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"root-user"});
}

TEST(Configuration, AnswersOfWorkspaceConfiguration) {
  const json options = select({"unknown-instruction"});
  const std::pair<json, Codes> rows[] = {
      {json::array({select({"root-user"})}), {"root-user"}},
      {json::array({select({"DL3002", "unknown-instruction"})}), {"root-user", "unknown-instruction"}},
      // No settings of its own: the initialization options stay.
      {nullptr, {"unknown-instruction"}},
      {json::array({nullptr}), {"unknown-instruction"}},
      {json::object(), {"unknown-instruction"}},
      {json::array(), {"unknown-instruction"}},
      {7, {"unknown-instruction"}},
  };
  for (const auto& [answer, expected] : rows) {
    SCOPED_TRACE(answer.dump());
    LspClient client;
    json question;
    client.answers["workspace/configuration"] = [&, reply = answer](const json& params) {
      question = params;
      return reply;
    };
    client.initialize(pulls_configuration(), {{"initializationOptions", options}});
    client.settle();
    EXPECT_EQ(question, json::parse(R"({"items":[{"section":"dockwright"}]})"));
    client.open(uri, text);
    EXPECT_EQ(codes(client.diagnostics(uri)), expected);
  }
}

TEST(Configuration, ClientThatRefuses) {
  LspClient client;
  client.answers.clear();
  client.initialize(pulls_configuration());
  const json request = client.next("workspace/configuration");
  client.send({{"jsonrpc", "2.0"}, {"id", request["id"]}, {"error", {{"code", -32601}, {"message", "unknown"}}}});
  client.open(uri, text);
  EXPECT_FALSE(client.diagnostics(uri).empty());
}

TEST(Configuration, ChangesReachOpenDocuments) {
  LspClient client;
  json section = select({"root-user"});
  client.answers["workspace/configuration"] = [&](const json&) { return json::array({section}); };
  client.initialize(pulls_configuration());
  client.settle();
  client.open(uri, text);
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"root-user"});
  section = select({"unknown-instruction"});
  client.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"unknown-instruction"});
  // The same again: nothing to do.
  client.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  EXPECT_TRUE(client.take_all("textDocument/publishDiagnostics").empty());
}

TEST(Configuration, PushedSettings) {
  LspClient client;
  client.initialize(json::object(), {{"initializationOptions", select({"root-user", "unknown-instruction"})}});
  client.open(uri, text);
  EXPECT_EQ(codes(client.diagnostics(uri)), (Codes{"root-user", "unknown-instruction"}));
  client.notify("workspace/didChangeConfiguration", {{"settings", {{"dockwright", select({"root-user"})}}}});
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"root-user"});
  for (const json& settings : {json(nullptr), json::object(), json::array(), json("x"), json({{"docker", 1}})}) {
    client.notify("workspace/didChangeConfiguration", {{"settings", settings}});
  }
  EXPECT_TRUE(client.take_all("textDocument/publishDiagnostics").empty());
  client.notify("workspace/didChangeConfiguration", {{"settings", {{"dockwright", nullptr}}}});
  EXPECT_EQ(codes(client.diagnostics(uri)), (Codes{"root-user", "unknown-instruction"}));
}

TEST(Configuration, MistakesAreShownAndChangeNothing) {
  LspClient client;
  client.initialize(json::object(), {{"initializationOptions", {{"profile", "lax"}}}});
  EXPECT_EQ(client.next("window/showMessage")["params"]["message"],
            R"(dockwright: dockwright.profile must be default or strict, not "lax")");
  client.notify("workspace/didChangeConfiguration", {{"settings", {{"dockwright", select({"root-user"})}}}});
  client.notify("workspace/didChangeConfiguration", {{"settings", {{"dockwright", {{"select", 7}}}}}});
  EXPECT_EQ(client.next("window/showMessage")["params"]["message"],
            "dockwright: dockwright.select must be an array, not 7");
  client.open(uri, text);
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"root-user"});
}

TEST(Configuration, UnknownRulesAreShown) {
  LspClient client;
  client.initialize(json::object(), {{"initializationOptions", select({"root-user", "no-such-rule", "DL9999"})}});
  EXPECT_EQ(client.next("window/showMessage")["params"]["message"],
            "dockwright: no rule, alias or group is called no-such-rule, DL9999");
  client.open(uri, text);
  EXPECT_EQ(codes(client.diagnostics(uri)), Codes{"root-user"});
}

TEST(Configuration, EveryFolderHasItsOwn) {
  LspClient client;
  client.answers["workspace/configuration"] = [&](const json& params) {
    json out = json::array();
    for (const json& item : params["items"]) {
      const std::string scope = item.value("scopeUri", "");
      out.push_back(scope == "file:///w/a" ? select({"root-user"})
                    : scope == "file:///b" ? json()
                                           : select({"unknown-instruction"}));
    }
    return out;
  };
  client.initialize(pulls_configuration(),
                    {{"workspaceFolders", json::parse(R"([{"uri":"file:///w/a","name":"a"}])")}});
  client.notify(
      "workspace/didChangeWorkspaceFolders",
      {{"event", {{"added", json::parse(R"([{"uri":"file:///b","name":"b"}])")}, {"removed", json::array()}}}});
  client.settle();
  const std::pair<const char*, Codes> rows[] = {
      {"file:///w/a/Dockerfile", {"root-user"}},
      {"file:///w/a", {"root-user"}},
      {"file:///w/ab/Dockerfile", {"unknown-instruction"}},
      {"file:///b/Dockerfile", {"unknown-instruction"}},
      {"untitled:Dockerfile", {"unknown-instruction"}},
  };
  for (const auto& [document, expected] : rows) {
    client.open(document, text);
    EXPECT_EQ(codes(client.diagnostics(document)), expected) << document;
  }
  client.notify(
      "workspace/didChangeWorkspaceFolders",
      {{"event", {{"added", json::array()}, {"removed", json::parse(R"([{"uri":"file:///w/a","name":"a"}])")}}}});
  EXPECT_EQ(codes(client.diagnostics("file:///w/a/Dockerfile")), Codes{"unknown-instruction"});
}

TEST(Configuration, RegistersOnlyWhatTheClientAllows) {
  struct Row {
    json capabilities;
    std::set<std::string> methods;
  };
  const json yes = {{"dynamicRegistration", true}};
  const json no = {{"dynamicRegistration", false}};
  const Row rows[] = {
      {json::object(), {}},
      {{{"workspace", {{"didChangeWatchedFiles", no}, {"didChangeConfiguration", no}}}}, {}},
      {{{"workspace", {{"didChangeWatchedFiles", yes}}}}, {"workspace/didChangeWatchedFiles"}},
      {{{"workspace", {{"didChangeWatchedFiles", yes}, {"didChangeConfiguration", yes}}}},
       {"workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"}},
  };
  for (const Row& row : rows) {
    LspClient client;
    client.initialize(row.capabilities);
    std::set<std::string> methods;
    for (const json& request : client.take_all("client/registerCapability")) {
      for (const json& registration : request["params"]["registrations"]) methods.insert(registration["method"]);
    }
    EXPECT_EQ(methods, row.methods) << row.capabilities;
  }
}

TEST(Configuration, WatchedFilesWithDuplicates) {
  LspClient client;
  client.initialize();
  client.open(uri, text);
  client.diagnostics(uri);
  const json event = {{"uri", "file:///w/dockwright.toml"}, {"type", 2}};
  client.notify("workspace/didChangeWatchedFiles", {{"changes", json::array({event, event, event})}});
  client.notify("workspace/didChangeWatchedFiles", {{"changes", json::array()}});
  EXPECT_TRUE(client.take_all("textDocument/publishDiagnostics").empty());
}

}  // namespace
}  // namespace dockwright::test
