// The language server as a process on its standard streams: that it starts, answers and ends in every way it may have
// to. What it answers is tested in tests/lsp.
#include <csignal>
#include <nlohmann/json.hpp>

#include "protocol/framing.hpp"
#include "tests/e2e/dockwright.hpp"

namespace dockwright {
namespace {

using nlohmann::json;
using test::dockwright;
using test::ProcessOptions;
using test::ProcessResult;

std::string frames(const std::vector<json>& messages) {
  std::string text;
  for (const json& message : messages) text += lsp::frame(message.dump());
  return text;
}

std::vector<json> messages_of(const std::string& output) {
  std::vector<json> messages;
  lsp::FrameDecoder decoder;
  decoder.feed(output, [&](lsp::Frame frame) {
    const auto* body = std::get_if<lsp::FrameBody>(&frame);
    ASSERT_TRUE(body) << "something other than messages on standard output";
    messages.push_back(json::parse(body->text));
  });
  EXPECT_FALSE(decoder.inside_message()) << output;
  return messages;
}

const json initialize = json::parse(R"({"jsonrpc":"2.0","id":1,"method":"initialize",
  "params":{"processId":null,"rootUri":null,"capabilities":{}}})");
const json initialized = json::parse(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
const json open = json::parse(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":
  {"uri":"file:///x/Dockerfile","languageId":"dockerfile","version":1,"text":"FROM debian:12.7-slim\nUSER root\n"}}})");
const json diagnose = json::parse(R"({"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic",
  "params":{"textDocument":{"uri":"file:///x/Dockerfile"}}})");
const json shutdown = json::parse(R"({"jsonrpc":"2.0","id":3,"method":"shutdown"})");
const json leave = json::parse(R"({"jsonrpc":"2.0","method":"exit"})");

struct Ending {
  const char* name;
  std::vector<json> messages;
  int status;
};

TEST(LanguageServer, Endings) {
  const Ending endings[] = {
      {"shutdown and exit", {initialize, initialized, open, shutdown, leave}, 0},
      {"exit alone", {initialize, initialized, leave}, 1},
      {"the client goes away", {initialize, initialized, open}, 0},
      {"before anything", {}, 0},
  };
  for (const Ending& ending : endings) {
    SCOPED_TRACE(ending.name);
    ProcessOptions options;
    options.input = frames(ending.messages);
    for (const std::vector<std::string>& start :
         {std::vector<std::string>{"lsp"}, {"lsp", "--stdio"}, {"--stdio"}, {}}) {
      const ProcessResult result = dockwright(start, options);
      EXPECT_EQ(result.status, ending.status) << result.error;
      EXPECT_EQ(result.output.empty(), ending.messages.empty()) << result.output;
      messages_of(result.output);
    }
  }
}

TEST(LanguageServer, PublishesDiagnosticsOverItsStreams) {
  ProcessOptions options;
  options.input = frames({initialize, initialized, open});
  options.wait_for = "textDocument/publishDiagnostics";
  const ProcessResult result = dockwright({"lsp"}, options);
  EXPECT_EQ(result.status, 0) << result.error;
  const std::vector<json> messages = messages_of(result.output);
  ASSERT_FALSE(messages.empty());
  EXPECT_EQ(messages.front()["id"], 1);
  bool published = false;
  for (const json& message : messages) {
    if (message.value("method", "") != "textDocument/publishDiagnostics") continue;
    published = true;
    const json& diagnostics = message["params"]["diagnostics"];
    EXPECT_NE(diagnostics.dump().find("root-user"), std::string::npos) << diagnostics.dump();
  }
  EXPECT_TRUE(published) << result.output;
}

TEST(LanguageServer, ReportsWhatCheckReports) {
  ProcessOptions options;
  options.input = frames({initialize, initialized, open, diagnose});
  options.wait_for = "\"items\"";
  const std::vector<json> messages = messages_of(dockwright({"lsp"}, options).output);
  std::vector<std::string> in_editor, on_command_line;
  for (const json& message : messages) {
    if (message.value("id", json()) != 2) continue;
    ASSERT_TRUE(message.contains("result")) << message.dump();
    for (const json& item : message["result"]["items"]) in_editor.push_back(item["code"]);
  }
  options.wait_for.clear();
  options.input = open["params"]["textDocument"]["text"];
  const json report =
      json::parse(dockwright({"check", "--format", "json", "--threshold", "hint", "-"}, options).output);
  for (const json& finding : report["files"][0]["findings"]) on_command_line.push_back(finding["rule"]);
  EXPECT_EQ(in_editor, on_command_line);
  EXPECT_FALSE(in_editor.empty());
}

TEST(LanguageServer, LivesWithoutItsStreams) {
  for (const std::vector<int>& closed : {std::vector<int>{0}, {1}, {2}, {0, 1, 2}}) {
    ProcessOptions options;
    options.closed = closed;
    options.input = frames({initialize});
    const ProcessResult result = dockwright({"lsp"}, options);
    EXPECT_EQ(result.signal, 0) << "closed: " << closed.front();
  }
  ProcessOptions unread;
  unread.close_output_early = true;
  unread.keep_input_open = true;
  unread.input = frames({initialize});
  EXPECT_EQ(dockwright({"lsp"}, unread).signal, 0);
}

TEST(LanguageServer, EndsAtASignal) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    ProcessOptions options;
    options.input = frames({initialize, initialized});
    options.keep_input_open = true;
    options.signal = signal;
    options.wait_for = "capabilities";
    const ProcessResult result = dockwright({"lsp"}, options);
    EXPECT_EQ(result.status, 0) << signal << " ended it with signal " << result.signal;
  }
}

}  // namespace
}  // namespace dockwright
