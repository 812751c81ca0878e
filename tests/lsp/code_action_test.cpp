// Quick fixes, suppressions and fix-all, in the form each client can apply.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/lsp_client.hpp"
#include "tests/support/lsp_edits.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///Dockerfile";
// broken-exec-form has a safe fix, unknown-instruction an unsafe one, root-user none.
const std::string text = "FROM debian:12.7-slim\nCOPPY a /a\nUSER root\nCMD ['x']\n";
const json options = {
    {"initializationOptions", {{"select", {"broken-exec-form", "unknown-instruction", "root-user"}}}}};

json literals() {
  return json::parse(R"({"textDocument":{"codeAction":{"isPreferredSupport":true,"codeActionLiteralSupport":
                          {"codeActionKind":{"valueSet":["quickfix","source"]}}}}})");
}

json actions(LspClient& client, const json& range, json context = json::object()) {
  if (!context.contains("diagnostics")) context["diagnostics"] = json::array();
  const json params = {{"textDocument", {{"uri", uri}}},
                       {"range",
                        {{"start", {{"line", range[0]}, {"character", range[1]}}},
                         {"end", {{"line", range[2]}, {"character", range[3]}}}}},
                       {"context", std::move(context)}};
  const json response = client.request("textDocument/codeAction", params);
  EXPECT_TRUE(response.contains("result")) << response;
  return response.value("result", json::array());
}

std::vector<std::string> titles(const json& list) {
  std::vector<std::string> out;
  for (const json& action : list) out.push_back(action["title"]);
  return out;
}

std::optional<json> find(const json& list, const std::string& title) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const json& action) { return action["title"] == title; });
  return found == list.end() ? std::nullopt : std::optional<json>(*found);
}

TEST(CodeAction, NeedsLiterals) {
  LspClient client;
  EXPECT_FALSE(client.initialize()["capabilities"].contains("codeActionProvider"));
}

TEST(CodeAction, SafeFix) {
  LspClient client;
  client.initialize(literals(), options);
  client.open(uri, text);
  const json list = actions(client, {3, 0, 3, 9}, {{"only", {"quickfix"}}});
  ASSERT_FALSE(list.empty());
  const json& fix = list[0];
  EXPECT_EQ(fix["kind"], "quickfix");
  EXPECT_EQ(fix["isPreferred"], true);
  ASSERT_EQ(fix["diagnostics"].size(), 1u);
  EXPECT_EQ(fix["diagnostics"][0]["code"], "broken-exec-form");
  // Without documentChanges the edit is in `changes`.
  EXPECT_EQ(applied(text, fix["edit"], uri), "FROM debian:12.7-slim\nCOPPY a /a\nUSER root\nCMD [\"x\"]\n");
  EXPECT_TRUE(fix["edit"].contains("changes"));
}

TEST(CodeAction, UnsafeFixIsShownAsSuch) {
  LspClient client;
  json capabilities = literals();
  capabilities["workspace"]["workspaceEdit"] = {{"documentChanges", true}, {"changeAnnotationSupport", json::object()}};
  capabilities["textDocument"]["codeAction"]["honorsChangeAnnotations"] = true;
  client.initialize(capabilities, options);
  client.open(uri, text, 7);
  const json fix = actions(client, {1, 0, 1, 0})[0];
  EXPECT_NE(fix["title"].get<std::string>().find("(unsafe)"), std::string::npos);
  EXPECT_FALSE(fix.contains("isPreferred"));
  EXPECT_EQ(fix["edit"]["changeAnnotations"].size(), 1u);
  const json& change = fix["edit"]["documentChanges"][0];
  EXPECT_EQ(change["textDocument"], json({{"uri", uri}, {"version", 7}}));
  EXPECT_TRUE(fix["edit"]["changeAnnotations"].contains(change["edits"][0]["annotationId"].get<std::string>()));
  EXPECT_EQ(applied(text, fix["edit"], uri), "FROM debian:12.7-slim\nCOPY a /a\nUSER root\nCMD ['x']\n");
}

TEST(CodeAction, SuppressionsSilenceTheFinding) {
  for (const char* place : {"here", "in this stage", "in this file"}) {
    LspClient client;
    client.initialize(literals(), options);
    client.open(uri, text);
    EXPECT_EQ(client.diagnostics(uri).size(), 3u);
    const auto action = find(actions(client, {2, 5, 2, 5}), std::string("Ignore root-user ") + place);
    ASSERT_TRUE(action) << place;
    client.change(uri, 2, nullptr, applied(text, (*action)["edit"], uri));
    const json rest = client.diagnostics(uri);
    EXPECT_EQ(rest.size(), 2u) << place;
    for (const json& diagnostic : rest) EXPECT_NE(diagnostic["code"], "root-user");
  }
}

TEST(CodeAction, OnlyWhereTheFindingIs) {
  LspClient client;
  client.initialize(literals(), options);
  client.open(uri, text);
  EXPECT_TRUE(actions(client, {0, 0, 0, 3}, {{"only", {"quickfix"}}}).empty());
  EXPECT_FALSE(actions(client, {2, 5, 2, 5}, {{"only", {"quickfix"}}}).empty());
  EXPECT_FALSE(
      actions(client, {2, 9, 2, 9}, {{"only", {"quickfix"}}}).empty());  // the cursor behind the last character
  EXPECT_TRUE(actions(client, {2, 0, 2, 4}, {{"only", {"quickfix"}}}).empty());
  EXPECT_FALSE(actions(client, {0, 0, 4, 0}, {{"only", {"quickfix"}}}).empty());
  EXPECT_TRUE(actions(client, {9, 0, 9, 0}, {{"only", {"quickfix"}}}).empty());
}

TEST(CodeAction, KindsThatAreAskedFor) {
  LspClient client;
  client.initialize(literals(), options);
  client.open(uri, text);
  const json everywhere = {0, 0, 4, 0};
  const auto kinds = [&](const json& context) {
    std::set<std::string> out;
    for (const json& action : actions(client, everywhere, context)) out.insert(action["kind"].get<std::string>());
    return out;
  };
  using Kinds = std::set<std::string>;
  const Kinds both{"quickfix", "source.fixAll.dockwright"};
  EXPECT_EQ(kinds({}), both);
  EXPECT_EQ(kinds({{"only", {""}}}), both);
  EXPECT_EQ(kinds({{"only", {"quickfix"}}}), Kinds{"quickfix"});
  EXPECT_EQ(kinds({{"only", {"source"}}}), Kinds{"source.fixAll.dockwright"});
  EXPECT_EQ(kinds({{"only", {"source.fixAll"}}}), Kinds{"source.fixAll.dockwright"});
  EXPECT_EQ(kinds({{"only", {"source.fixAll.dockwright"}}}), Kinds{"source.fixAll.dockwright"});
  EXPECT_EQ(kinds({{"only", {"source.fixAllOfIt", "refactor", "quickfix.x"}}}), Kinds{});
  EXPECT_EQ(kinds({{"only", json::array()}}), Kinds{});
  // On every move of the cursor nobody asks for a rewrite of the file.
  EXPECT_EQ(kinds({{"triggerKind", 2}}), Kinds{"quickfix"});
  EXPECT_EQ(kinds({{"triggerKind", 1}}), both);
}

TEST(CodeAction, DiagnosticsThatAreNamed) {
  LspClient client;
  client.initialize(literals(), options);
  client.open(uri, text);
  json root_user;
  for (const json& diagnostic : client.diagnostics(uri)) {
    if (diagnostic["code"] == "root-user") root_user = diagnostic;
  }
  const auto all_about_root_user = [](const json& list) {
    return !list.empty() && std::all_of(list.begin(), list.end(), [](const json& action) {
      return action["diagnostics"][0]["code"] == "root-user";
    });
  };
  // Of all in the range, only the one that is named; and wherever the cursor is.
  EXPECT_TRUE(
      all_about_root_user(actions(client, {0, 0, 4, 0}, {{"diagnostics", {root_user}}, {"only", {"quickfix"}}})));
  EXPECT_TRUE(
      all_about_root_user(actions(client, {2, 0, 2, 0}, {{"diagnostics", {root_user}}, {"only", {"quickfix"}}})));
  // Other people's diagnostics say nothing.
  json foreign = root_user;
  foreign["source"] = "hadolint";
  foreign["code"] = 7;
  EXPECT_TRUE(all_about_root_user(actions(client, {2, 5, 2, 5}, {{"diagnostics", {foreign}}, {"only", {"quickfix"}}})));
  EXPECT_TRUE(actions(client, {0, 0, 0, 0}, {{"diagnostics", {foreign}}, {"only", {"quickfix"}}}).empty());
}

TEST(CodeAction, FixAllInline) {
  LspClient client;
  client.initialize(literals(), options);
  client.open(uri, text);
  const json list = actions(client, {0, 0, 0, 0}, {{"only", {"source.fixAll"}}});
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(applied(text, list[0]["edit"], uri), "FROM debian:12.7-slim\nCOPPY a /a\nUSER root\nCMD [\"x\"]\n");
  client.change(uri, 2, nullptr, "FROM debian:12.7-slim\n");
  EXPECT_TRUE(actions(client, {0, 0, 0, 0}, {{"only", {"source.fixAll"}}}).empty());
}

json resolving() {
  json capabilities = literals();
  capabilities["textDocument"]["codeAction"]["dataSupport"] = true;
  capabilities["textDocument"]["codeAction"]["resolveSupport"] = {{"properties", {"edit"}}};
  return capabilities;
}

TEST(CodeAction, FixAllResolved) {
  LspClient client;
  EXPECT_EQ(client.initialize(resolving(), options)["capabilities"]["codeActionProvider"]["resolveProvider"], true);
  client.open(uri, text);
  const json list = actions(client, {0, 0, 0, 0}, {{"only", {"source.fixAll"}}});
  ASSERT_EQ(list.size(), 1u);
  EXPECT_FALSE(list[0].contains("edit"));
  const json resolved = client.request("codeAction/resolve", list[0])["result"];
  EXPECT_EQ(applied(text, resolved["edit"], uri), "FROM debian:12.7-slim\nCOPPY a /a\nUSER root\nCMD [\"x\"]\n");

  client.change(uri, 2, {0, 0, 0, 0}, "\n");
  EXPECT_EQ(client.request("codeAction/resolve", list[0])["error"]["code"], -32801);
}

TEST(CodeAction, CompleteActionsResolveToThemselves) {
  LspClient client;
  client.initialize(resolving(), options);
  client.open(uri, text);
  const json fix = actions(client, {3, 0, 3, 9}, {{"only", {"quickfix"}}})[0];
  EXPECT_EQ(client.request("codeAction/resolve", fix)["result"], fix);
  EXPECT_EQ(client.request("codeAction/resolve", {{"title", "x"}, {"data", 7}})["error"]["code"], -32602);
}

TEST(CodeAction, EveryOfferAppliesCleanly) {
  LspClient client;
  client.initialize(literals());
  client.open(uri, text);
  for (const json& action : actions(client, {0, 0, 4, 0})) {
    EXPECT_NE(applied(text, action["edit"], uri), text) << action["title"];
  }
  EXPECT_FALSE(titles(actions(client, {0, 0, 4, 0})).empty());
}

}  // namespace
}  // namespace dockwright::test
