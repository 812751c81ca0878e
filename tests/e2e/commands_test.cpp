// The commands that tell something, and what happens when a command line is wrong.
#include <nlohmann/json.hpp>

#include "tests/e2e/dockwright.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dockwright {
namespace {

using nlohmann::json;
using test::dockwright;
using test::ProcessOptions;
using test::ProcessResult;

struct Case {
  std::vector<std::string> arguments;
  int status;
  std::vector<std::string> output;  // all of them stand in standard output
  std::string error;                // stands in standard error; empty: nothing may
};

void check(const Case& test) {
  std::string shown;
  for (const std::string& argument : test.arguments) shown += " " + argument;
  SCOPED_TRACE("dockwright" + shown);
  const ProcessResult result = dockwright(test.arguments);
  EXPECT_EQ(result.status, test.status) << result.error;
  for (const std::string& part : test.output)
    EXPECT_TRUE(test::contains(result.output, part)) << part << " not in\n" << result.output;
  EXPECT_EQ(result.error.empty(), test.error.empty()) << result.error;
  EXPECT_TRUE(test::contains(result.error, test.error)) << result.error;
  EXPECT_EQ(result.output.empty(), test.output.empty()) << result.output;
  EXPECT_FALSE(test::contains(result.output, "\x1b")) << "colours without a terminal";
}

TEST(Commands, Help) {
  const Case cases[] = {
      {{"--help"},
       0,
       {"Usage: dockwright COMMAND", "check", "explain", "rules", "parse", "lsp", "--version", "Exit status"},
       ""},
      {{"-h"}, 0, {"Usage: dockwright COMMAND"}, ""},
      {{"help"}, 0, {"Usage: dockwright COMMAND"}, ""},
      {{"check", "--help"},
       0,
       {"Usage: dockwright check [OPTIONS] [PATH]...", "--threshold", "Exit status", "Examples", ".gitignore"},
       ""},
      {{"help", "check"}, 0, {"Usage: dockwright check"}, ""},
      {{"check", "-h"}, 0, {"Usage: dockwright check"}, ""},
      {{"explain", "--help"}, 0, {"Usage: dockwright explain [OPTIONS] RULE", "DL3002"}, ""},
      {{"rules", "--help"}, 0, {"Usage: dockwright rules", "--format"}, ""},
      {{"parse", "--help"}, 0, {"Usage: dockwright parse [OPTIONS] FILE", "'stage'"}, ""},
      {{"help", "parse"}, 0, {"Usage: dockwright parse"}, ""},
      {{"lsp", "--help"}, 0, {"Usage: dockwright lsp [OPTIONS]", "--stdio"}, ""},
      {{"help", "lsp"}, 0, {"--stdio"}, ""},
      {{"--version"}, 0, {"dockwright "}, ""},
      {{"-V"}, 0, {"dockwright "}, ""},
  };
  for (const Case& each : cases) check(each);
}

TEST(Commands, HelpFitsInEightyColumns) {
  for (const char* command : {"check", "explain", "rules", "parse", "lsp", "help", "--help"}) {
    const ProcessResult result = dockwright({command, "--help"});
    std::size_t begin = 0;
    for (std::size_t end = result.output.find('\n'); end != std::string::npos; end = result.output.find('\n', begin)) {
      EXPECT_LE(end - begin, 80u) << command << ": " << result.output.substr(begin, end - begin);
      begin = end + 1;
    }
  }
}

TEST(Commands, Mistakes) {
  const Case cases[] = {
      {{"chek"}, 2, {}, "there is no command 'chek'; did you mean 'check'?; see 'dockwright --help'"},
      {{"frobnicate"}, 2, {}, "there is no command 'frobnicate'"},
      {{"--frobnicate"}, 2, {}, "there is no option '--frobnicate'"},
      {{"help", "chek"}, 2, {}, "did you mean 'check'?"},
      {{"explain"}, 2, {}, "RULE is required"},
      {{"explain", "rot-user"}, 2, {}, "there is no rule 'rot-user'; did you mean 'root-user'?"},
      {{"explain", "\x1b[31m"}, 2, {}, "'dockwright rules' lists them"},
      {{"explain", std::string(100000, 'x')}, 2, {}, "there is no rule"},
      {{"explain", "a", "b"}, 2, {}, "one argument too many: 'b'"},
      {{"rules", "--format", "xml"}, 2, {}, "there is no format 'xml'; there are text and json"},
      {{"rules", "check"}, 2, {}, "one argument too many: 'check'"},
      {{"parse"}, 2, {}, "FILE is required"},
      {{"parse", "missing"}, 2, {}, "cannot read missing: No such file or directory"},
      {{"parse", "/dev/zero"}, 2, {}, "it is a device"},
      {{"parse", "/"}, 2, {}, "it is a directory"},
      {{"parse", "--format", "yaml", "x"}, 2, {}, "there is no format 'yaml'"},
      {{""}, 2, {}, "there is no command ''"},
      {{"lsp", "--bogus"}, 2, {}, "--bogus"},
      {{"lsp", "--log-level", "loud"}, 2, {}, "there is no log level 'loud'; there are error, warning, info and debug"},
      {{"lsp", "--log-file", "/nonexistent/log"}, 2, {}, "cannot write /nonexistent/log"},
  };
  for (const Case& each : cases) check(each);
}

TEST(Commands, Explain) {
  const std::string shown = "USER root\n         ^^^^\n";
  const Case cases[] = {
      {{"explain", "root-user"}, 0, {"root-user\nseverity: warning", "Why it matters\n", shown, "Limits"}, ""},
      {{"explain", "DL3002"}, 0, {"root-user\n", shown}, ""},
      {{"explain", "dl3002"}, 0, {"root-user\n"}, ""},
  };
  for (const Case& each : cases) check(each);
  const std::string page = dockwright({"explain", "root-user"}).output;
  for (const char* absent : {"Case:", "```", "⟦", "⟧", "## "}) EXPECT_FALSE(test::contains(page, absent)) << absent;
}

TEST(Commands, Rules) {
  const json report = json::parse(dockwright({"rules", "--format", "json"}).output);
  const std::string table = dockwright({"rules"}).output;
  EXPECT_EQ(report["version"], 1);
  std::string last;
  bool found = false;
  for (const json& rule : report["rules"]) {
    for (const char* key : {"name", "severity", "group", "fix", "profile", "since", "summary"})
      EXPECT_TRUE(rule[key].is_string()) << key;
    EXPECT_LT(last, rule["name"]);
    last = rule["name"];
    found = found || last == "root-user";
    EXPECT_TRUE(test::contains(table, "\n" + last + " ")) << last;
  }
  EXPECT_TRUE(found);
  check({{"rules"}, 0, {"RULE", "root-user", "DL3002"}, ""});
}

struct ParseCase {
  std::string text;
  std::string expected;  // JSON
};

TEST(Commands, Parse) {
  const ParseCase cases[] = {
      {"", R"({"escape":"\\","instructions":[],"errors":[{"line":1,"message":"the file has no instructions"}]})"},
      {"# escape=`\nARG A\nfrom a AS b\nRUN --mount=type=cache,target=/c --network=none x `\n  y\n",
       R"({"escape":"`","instructions":[
         {"keyword":"ARG","startLine":2,"endLine":2,"flags":[],"form":"none","heredocs":[],"stage":null},
         {"keyword":"FROM","startLine":3,"endLine":3,"flags":[],"form":"none","heredocs":[],"stage":0},
         {"keyword":"RUN","startLine":4,"endLine":5,"flags":[{"name":"mount","value":"type=cache,target=/c"},
          {"name":"network","value":"none"}],"form":"shell","heredocs":[],"stage":0}],"errors":[]})"},
      {"FROM a\nCMD [\"x\"]\nFROM b\nCOPY --link <<A <<B /\nA\nB\nONBUILD RUN [\"y\"]\n",
       R"({"escape":"\\","instructions":[
         {"keyword":"FROM","startLine":1,"endLine":1,"flags":[],"form":"none","heredocs":[],"stage":0},
         {"keyword":"CMD","startLine":2,"endLine":2,"flags":[],"form":"exec","heredocs":[],"stage":0},
         {"keyword":"FROM","startLine":3,"endLine":3,"flags":[],"form":"none","heredocs":[],"stage":1},
         {"keyword":"COPY","startLine":4,"endLine":6,"flags":[{"name":"link","value":null}],"form":"none",
          "heredocs":["A","B"],"stage":1},
         {"keyword":"ONBUILD","startLine":7,"endLine":7,"flags":[],"form":"exec","heredocs":[],"stage":1}],"errors":[]})"},
  };
  const test::TemporaryFolder folder;
  for (const ParseCase& each : cases) {
    folder.write("Dockerfile", each.text);
    const ProcessResult from_file = dockwright({"parse", (folder / "Dockerfile").native(), "--format", "json"});
    ProcessOptions options;
    options.input = each.text;
    const ProcessResult from_stdin = dockwright({"parse", "-"}, options);
    EXPECT_EQ(from_file.status, 0);
    EXPECT_EQ(from_file.output, from_stdin.output);
    EXPECT_EQ(json::parse(from_file.output), json::parse(each.expected)) << from_file.output;
  }
  folder.write("junk", std::string("\0\xFF\xFE<<\0\n[\n", 8));
  const ProcessResult junk = dockwright({"parse", (folder / "junk").native()});
  EXPECT_EQ(junk.status, 0);
  EXPECT_FALSE(json::parse(junk.output)["errors"].empty());
}

}  // namespace
}  // namespace dockwright
