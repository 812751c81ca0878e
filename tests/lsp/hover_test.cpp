// Hover on a finding shows the page of its rule.
#include <gtest/gtest.h>

#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///Dockerfile";
constexpr const char* text = "FROM debian:12.7-slim\nUSER root\nCMD [\"x\"]\n";
const json options = {{"initializationOptions", {{"select", {"root-user"}}}}};

json hover(LspClient& client, int line, int character) {
  return client.request("textDocument/hover", {{"textDocument", {{"uri", uri}}},
                                               {"position", {{"line", line}, {"character", character}}}})["result"];
}

json formats(const std::vector<std::string>& names) {
  return {{"textDocument", {{"hover", {{"contentFormat", names}}}}}};
}

TEST(Hover, ShowsTheRule) {
  const std::pair<json, const char*> rows[] = {
      {formats({"markdown", "plaintext"}), "markdown"},
      {formats({"plaintext"}), "plaintext"},
      {json::object(), "plaintext"},
  };
  for (const auto& [capabilities, kind] : rows) {
    LspClient client;
    client.initialize(capabilities, options);
    client.open(uri, text);
    const json result = hover(client, 1, 6);
    EXPECT_EQ(result["contents"]["kind"], kind);
    const std::string value = result["contents"]["value"];
    EXPECT_NE(value.find("Why it matters"), std::string::npos);
    EXPECT_EQ(value.find("⟦"), std::string::npos);
    EXPECT_EQ(value.find("Case:"), std::string::npos);
    EXPECT_EQ(result["range"], json::parse(R"({"start":{"line":1,"character":5},"end":{"line":1,"character":9}})"));
  }
}

TEST(Hover, NothingElsewhere) {
  LspClient client;
  client.initialize(json::object(), options);
  client.open(uri, text);
  for (const auto& [line, character] :
       {std::pair(0, 0), std::pair(1, 0), std::pair(2, 3), std::pair(3, 0), std::pair(99, 0)}) {
    EXPECT_TRUE(hover(client, line, character).is_null()) << line << ':' << character;
  }
  EXPECT_FALSE(hover(client, 1, 5).is_null());
  EXPECT_FALSE(hover(client, 1, 9).is_null());
}

}  // namespace
}  // namespace dockwright::test
