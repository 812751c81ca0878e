// A session survives any bytes from the client: it ends when the input does, and every request is answered exactly
// once.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "protocol/framing.hpp"
#include "protocol/json_text.hpp"
#include "server/session/session.hpp"
#include "tests/support/memory_transport.hpp"

namespace {

using namespace dockwright;

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

// What the server said in all.
std::string run_session(std::string_view input) {
  server::EventLoop loop(1);
  server::Log log = *server::Log::to_file("/dev/null", server::LogLevel::debug);
  test::MemoryTransport transport(loop);
  bool ended = false;
  server::Session session(loop, transport, log, nullptr, [&](int) { ended = true; });
  session.start();
  transport.feed(input);
  transport.end_input();
  std::string output;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!ended) {
    require(std::chrono::steady_clock::now() < deadline, "the session does not end");
    loop.run_one(std::chrono::milliseconds(100));
    output += transport.take_output();
  }
  return output + transport.take_output();
}

struct Expected {
  std::map<std::string, int> answers;  // by id: one for each request, and for what is none but has an id
  bool ends_early = false;             // by `exit` or for want of a protocol: what is open then needs no answer
};

Expected expected_of(std::string_view input) {
  Expected out;
  lsp::FrameDecoder decoder;
  decoder.feed(input, [&](lsp::Frame frame) {
    if (out.ends_early) return;
    out.ends_early = std::holds_alternative<lsp::FrameBroken>(frame);
    const auto* body = std::get_if<lsp::FrameBody>(&frame);
    auto value = body ? lsp::parse_json(body->text) : lsp::Failure{};
    if (!value) return;
    const lsp::Message message = lsp::to_message(std::move(*value));
    if (const auto* request = std::get_if<lsp::Request>(&message)) ++out.answers[lsp::to_string(request->id)];
    const auto* invalid = std::get_if<lsp::InvalidMessage>(&message);
    if (invalid && invalid->answerable) ++out.answers[lsp::to_string(invalid->id)];
    const auto* notification = std::get_if<lsp::Notification>(&message);
    if (notification && notification->method == "exit") out.ends_early = true;
  });
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::map<std::string, int> answers;
  lsp::FrameDecoder decoder;
  decoder.feed(run_session(input), [&](lsp::Frame frame) {
    const auto* body = std::get_if<lsp::FrameBody>(&frame);
    require(body != nullptr, "the server broke the framing");
    auto value = lsp::parse_json(body->text);
    require(static_cast<bool>(value), "the server sent no JSON");
    const lsp::Message message = lsp::to_message(std::move(*value));
    require(!std::holds_alternative<lsp::InvalidMessage>(message), "the server sent no message: " + body->text);
    if (const auto* response = std::get_if<lsp::Response>(&message)) ++answers[lsp::to_string(response->id)];
  });
  require(!decoder.inside_message(), "the server's last message is not whole");
  Expected expected = expected_of(input);
  for (const auto& [id, count] : answers) {
    // null is also the id of answers to what could not be read.
    require(id == "null" || count <= expected.answers[id], "too many answers to " + id);
  }
  for (const auto& [id, count] : expected.answers) {
    require(expected.ends_early || answers[id] >= count, "too few answers to " + id);
  }
  return 0;
}
