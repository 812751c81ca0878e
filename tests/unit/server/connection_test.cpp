// JSON-RPC without LSP: exactly one answer to every request, whatever becomes of its Responder.
#include "server/rpc/connection.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <vector>

#include "protocol/json_text.hpp"
#include "tests/support/memory_transport.hpp"

namespace dockwright::server {
namespace {

using std::chrono::milliseconds;
using test::MemoryTransport;

class Peer : public Connection::Peer {
 public:
  std::function<void(lsp::Request, Responder)> handle;
  bool ended = false;

 private:
  void on_request(lsp::Request request, Responder responder) override {
    handle(std::move(request), std::move(responder));
  }
  void on_notification(lsp::Notification) override {}
  void on_answered(const std::string&, std::chrono::microseconds) override {}
  void on_end() override { ended = true; }
};

class Server {
 public:
  explicit Server(std::function<void(lsp::Request, Responder)> handle) {
    peer_.handle = std::move(handle);
    connection->start(peer_);
  }

  // The messages that come in answer to `method` with id 1.
  std::vector<std::string> answers_to(const std::string& method, const std::string& more = "") {
    transport.feed(lsp::frame(R"({"jsonrpc":"2.0","id":1,"method":")" + method + "\"}"));
    if (!more.empty()) transport.feed(lsp::frame(more));
    return run();
  }
  std::vector<std::string> run() {
    while (loop.run_one(milliseconds(50))) {
    }
    std::vector<std::string> out;
    lsp::FrameDecoder decoder;
    decoder.feed(transport.take_output(),
                 [&](lsp::Frame frame) { out.push_back(std::get<lsp::FrameBody>(frame).text); });
    return out;
  }

  EventLoop loop{1};
  Log log = *Log::to_file("/dev/null", LogLevel::debug);
  MemoryTransport transport{loop};
  std::shared_ptr<Connection> connection = std::make_shared<Connection>(loop, transport, log, nullptr);

 private:
  Peer peer_;
};

const std::string done = R"({"id":1,"jsonrpc":"2.0","result":"done"})";

TEST(Connection, AnswersAtOnce) {
  Server server([](lsp::Request, Responder responder) { std::move(responder).result("done"); });
  EXPECT_EQ(server.answers_to("x"), std::vector<std::string>{done});
}

TEST(Connection, ForgottenRequestsAreAnswered) {
  Server server([](lsp::Request, Responder) {});
  const auto answers = server.answers_to("x");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_NE(answers[0].find("-32603"), std::string::npos);
}

TEST(Connection, AnswersFromAWorker) {
  Server* self = nullptr;
  Server server([&](lsp::Request, Responder responder) {
    self->loop.submit([responder = std::move(responder)]() mutable { std::move(responder).result("done"); });
  });
  self = &server;
  EXPECT_EQ(server.answers_to("x"), std::vector<std::string>{done});
}

TEST(Connection, WorkersThatFailAreAnsweredFor) {
  Server* self = nullptr;
  Server server([&](lsp::Request, Responder responder) {
    self->loop.submit([responder = std::move(responder)] { throw std::runtime_error("bad"); });
  });
  self = &server;
  const auto answers = server.answers_to("x");
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_NE(answers[0].find("-32603"), std::string::npos);
}

TEST(Connection, CancelledRequestsAreAnsweredOnce) {
  std::optional<Responder> kept;
  Server server([&](lsp::Request, Responder responder) { kept.emplace(std::move(responder)); });
  EXPECT_TRUE(server.answers_to("x").empty());
  EXPECT_TRUE(kept->wanted());
  server.connection->cancel(lsp::RequestId{std::int64_t{1}});
  EXPECT_FALSE(kept->wanted());
  const auto answers = server.run();
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_NE(answers[0].find("-32800"), std::string::npos);

  // The id is free again; what the first holder says late is not taken for an answer to the second.
  Responder first = std::move(*kept);
  kept.reset();
  EXPECT_TRUE(server.answers_to("y").empty());
  std::move(first).result("late");
  EXPECT_TRUE(server.run().empty());
  std::move(*kept).result("done");
  EXPECT_EQ(server.run(), std::vector<std::string>{done});
}

TEST(Connection, ChecksReplaceAnswers) {
  Server server([](lsp::Request request, Responder responder) {
    const bool outdated = request.method == "outdated";
    std::move(responder).result("done", [outdated]() -> std::optional<lsp::ResponseError> {
      if (!outdated) return std::nullopt;
      return lsp::ResponseError{lsp::ErrorCode::content_modified, "moved on", {}};
    });
  });
  EXPECT_EQ(server.answers_to("current"), std::vector<std::string>{done});
  EXPECT_NE(server.answers_to("outdated").at(0).find("-32801"), std::string::npos);
}

TEST(Connection, RespondersMayOutliveIt) {
  std::optional<Responder> kept;
  EventLoop loop(1);
  {
    Log log = *Log::to_file("/dev/null", LogLevel::debug);
    MemoryTransport transport(loop);
    Peer peer;
    peer.handle = [&](lsp::Request, Responder responder) { kept.emplace(std::move(responder)); };
    const auto connection = std::make_shared<Connection>(loop, transport, log, nullptr);
    connection->start(peer);
    transport.feed(lsp::frame(R"({"jsonrpc":"2.0","id":1,"method":"x"})"));
    while (!kept) loop.run_one(milliseconds(50));
  }
  std::move(*kept).result("late");
  loop.run_one(milliseconds(20));
}

TEST(Connection, OurRequestsAreAnsweredByTheClient) {
  Server server([](lsp::Request, Responder) {});
  std::vector<std::string> outcomes;
  for (int i = 0; i < 2; ++i) {
    server.connection->request("ask", nullptr, [&](const lsp::Response& response) {
      const auto* error = std::get_if<lsp::ResponseError>(&response.outcome);
      outcomes.push_back(error ? error->message : lsp::to_text(std::get<lsp::Json>(response.outcome)));
    });
  }
  EXPECT_EQ(server.run(), (std::vector<std::string>{R"({"id":1,"jsonrpc":"2.0","method":"ask"})",
                                                    R"({"id":2,"jsonrpc":"2.0","method":"ask"})"}));
  server.transport.feed(lsp::frame(R"({"jsonrpc":"2.0","id":2,"error":{"code":1,"message":"no"}})"));
  server.transport.feed(lsp::frame(R"({"jsonrpc":"2.0","id":1,"result":[1]})"));
  server.transport.feed(lsp::frame(R"({"jsonrpc":"2.0","id":1,"result":[2]})"));  // once is enough
  server.run();
  EXPECT_EQ(outcomes, (std::vector<std::string>{"no", "[1]"}));
}

}  // namespace
}  // namespace dockwright::server
