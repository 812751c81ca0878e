// The checker of messages finds what it is there to find.
#include "tests/support/metamodel_validator.hpp"

#include <gtest/gtest.h>

namespace dockwright::test {
namespace {

using nlohmann::json;

TEST(MetamodelValidator, FindsMistakes) {
  const auto* validator = MetamodelValidator::instance();
  if (validator == nullptr) return;  // said so on stderr
  struct Case {
    const char* message;
    const char* request;
    const char* problem;  // part of the only one; empty: none
  };
  const Case cases[] = {
      {R"({"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"x"}})", "", ""},
      {R"({"jsonrpc":"2.0","method":"window/logMessage","params":{"type":9,"message":"x"}})", "",
       "value of MessageType"},
      {R"({"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3}})", "", "message: is missing"},
      {R"({"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"x","y":1}})", "", "no property"},
      {R"({"jsonrpc":"2.0","method":"window/nothing","params":{}})", "", "not in the meta model"},
      {R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})", "", "not for the server"},
      {R"({"jsonrpc":"2.0","id":1,"method":"workspace/diagnostic/refresh","params":{}})", "", "has no params"},
      {R"({"jsonrpc":"2.0","id":1,"result":null})", "textDocument/hover", ""},
      {R"({"jsonrpc":"2.0","id":1,"result":{"contents":{"kind":"markdown","value":"x"}}})", "textDocument/hover", ""},
      {R"({"jsonrpc":"2.0","id":1,"result":{"contents":{"kind":"html","value":"x"}}})", "textDocument/hover",
       "must be"},
      {R"({"jsonrpc":"2.0","id":1,"result":{"contents":"x","range":{"start":{"line":-1,"character":0},
           "end":{"line":0,"character":0}}}})",
       "textDocument/hover", "line: must be uinteger"},
      {R"({"jsonrpc":"2.0","id":1,"result":[{"title":"t","edit":{"documentChanges":[
           {"textDocument":{"uri":"u","version":1},"edits":[{"newText":"x"}]}]}}]})",
       "textDocument/codeAction", "range: is missing"},
      {R"({"jsonrpc":"2.0","id":1,"result":{"kind":"unchanged"}})", "textDocument/diagnostic", "resultId: is missing"},
      {R"({"jsonrpc":"2.0","id":1,"result":null,"error":{"code":1,"message":""}})", "shutdown", "result or an error"},
      {R"({"jsonrpc":"2.0","id":1,"error":{"code":1.5,"message":""}})", "shutdown", "needs a code"},
      {R"({"id":1,"result":null})", "shutdown", "jsonrpc"},
  };
  for (const Case& c : cases) {
    const auto problems = validator->check_from_server(json::parse(c.message), c.request);
    const std::string first = problems.empty() ? "" : problems.front();
    if (*c.problem == '\0') {
      EXPECT_TRUE(problems.empty()) << c.message << '\n' << first;
    } else {
      EXPECT_NE(first.find(c.problem), std::string::npos) << c.message << '\n' << first;
    }
  }
}

}  // namespace
}  // namespace dockwright::test
