// A session that was recorded with --log-messages can be replayed, and goes the same way.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/corpus.hpp"
#include "tests/support/lsp_client.hpp"

namespace dockwright::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* uri = "file:///Dockerfile";

class Recording {
 public:
  Recording() : path_(fs::temp_directory_path() / ("dockwright-messages-" + std::to_string(::getpid()))) {}
  ~Recording() { fs::remove(path_); }

  std::unique_ptr<server::MessageLog> log() const { return server::MessageLog::create(path_.string()); }
  std::vector<json> lines() const {
    std::vector<json> out;
    for (const std::string& line : read_lines(path_)) out.push_back(json::parse(line));
    return out;
  }

 private:
  fs::path path_;
};

// Workers answer in any order: compare what was said, not when.
std::vector<std::string> sorted(const std::vector<json>& messages) {
  std::vector<std::string> out;
  for (const json& message : messages) out.push_back(message.dump());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Replay, SameMessagesSameAnswers) {
  Recording recording;
  {
    const auto log = recording.log();
    ASSERT_TRUE(log);
    LspClient client(log.get());
    client.initialize();
    client.settle();
    client.open(uri, "FROM debian:12.7-slim\nUSER root\n# é😀\nCOPPY a b\n");
    client.diagnostics(uri);
    client.change(uri, 2, {1, 5, 1, 9}, "app");
    client.diagnostics(uri);
    client.request("textDocument/hover",
                   {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 3}, {"character", 1}}}});
    client.request("unknown/request");
    client.send_text("{oops");
    client.response(nullptr);
    client.request("shutdown");
    client.notify("exit");
    client.wait_for_exit();
  }

  LspClient client;
  std::vector<json> expected;
  double time = 0;
  for (const json& line : recording.lines()) {
    EXPECT_GE(line["time"], time);
    time = line["time"];
    if (line["direction"] == "out") {
      expected.push_back(line["message"]);
      continue;
    }
    client.settle();
    if (line.contains("invalid")) {
      client.send_text("{oops");
    } else {
      client.send(line["message"]);
    }
  }
  EXPECT_EQ(client.wait_for_exit(), 0);
  EXPECT_GT(expected.size(), 6u);
  EXPECT_EQ(sorted(client.received()), sorted(expected));
}

}  // namespace
}  // namespace dockwright::test
