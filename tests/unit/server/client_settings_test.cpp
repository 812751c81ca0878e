#include "server/session/client_settings.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "protocol/json_text.hpp"

namespace dockwright::server {
namespace {

TEST(ClientSettings, Everything) {
  const auto settings = read_client_settings(*lsp::parse_json(
      R"({"profile": "strict", "select": ["DL3002", "users"], "ignore": ["root-user"],
          "severities": {"root-user": "hint"}, "targets": ["test"], "buildArgs": {"A": "1"}, "later": {}})"));
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->profile, rules::Profile::Strict);
  EXPECT_EQ(settings->select, (std::vector<std::string>{"DL3002", "users"}));
  EXPECT_EQ(settings->ignore, std::vector<std::string>{"root-user"});
  EXPECT_EQ(settings->severities.at("root-user"), rules::Severity::Hint);
  EXPECT_EQ(settings->build.targets, std::vector<std::string>{"test"});
  EXPECT_EQ(settings->build.build_args.find("A")->second, "1");
}

TEST(ClientSettings, NothingSet) {
  for (const char* section : {"null", "{}", R"({"profile": null, "select": null})"}) {
    const auto settings = read_client_settings(*lsp::parse_json(section));
    ASSERT_TRUE(settings) << section;
    EXPECT_EQ(settings->profile, rules::Profile::Default);
    EXPECT_TRUE(settings->select.empty());
  }
}

TEST(ClientSettings, MistakesAreNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"[]", "dockwright must be an object, not array"},
      {R"({"profile": "lax"})", R"(dockwright.profile must be default or strict, not "lax")"},
      {R"({"select": "ALL"})", "dockwright.select must be an array, not string"},
      {R"({"ignore": [1]})", "dockwright.ignore[0] must be a string, not 1"},
      {R"({"severities": {"x": "bad"}})", R"(dockwright.severities.x must be error, warning, info or hint, not "bad")"},
      {R"({"buildArgs": {"A": 1}})", "dockwright.buildArgs.A must be a string, not 1"},
  };
  for (const auto& [section, problem] : cases) {
    const auto settings = read_client_settings(*lsp::parse_json(section));
    ASSERT_FALSE(settings) << section;
    EXPECT_EQ(settings.error(), problem);
  }
}

}  // namespace
}  // namespace dockwright::server
