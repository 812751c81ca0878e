// A client for a server in the same process and thread, over a MemoryTransport.
//
// It plays by the rules and holds the server to them: every message from the server is checked against the meta model,
// every request gets exactly one answer, and a break of either fails the running test.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "protocol/framing.hpp"
#include "server/session/session.hpp"
#include "tests/support/memory_transport.hpp"

namespace dockwright::test {

using nlohmann::json;

class LspClient {
 public:
  static constexpr unsigned workers = 2;

  // `messages`: where the server records the session; may be null.
  explicit LspClient(server::MessageLog* messages = nullptr);
  ~LspClient();

  // --- Sending

  // Returns the request's id.
  int send_request(const std::string& method, json params = nullptr);
  void notify(const std::string& method, json params = nullptr);
  // A message as it is, framed.
  void send(const json& message);
  void send_text(std::string_view body);
  void send_bytes(std::string_view bytes) { transport_.feed(bytes); }

  // --- Waiting; a test fails when it takes longer than 20 s

  // The response with this id; each can be taken once.
  json response(const json& id);
  json request(const std::string& method, json params = nullptr) {
    return response(send_request(method, std::move(params)));
  }
  // The next notification or request with this method that was not taken yet.
  json next(const std::string& method);
  // Lets the server finish what it can without further input or time.
  void settle();
  // Lets time pass.
  void run_for(std::chrono::milliseconds duration);
  // Takes every notification of this method that came up to now; settles before.
  std::vector<json> take_all(const std::string& method);
  // Runs until the server wants to end; its exit status.
  int wait_for_exit();

  // --- Common steps

  // initialize and initialized; the result of initialize.
  json initialize(json capabilities = json::object(), json more_params = json::object());
  void open(const std::string& uri, const std::string& text, int version = 1);
  // One change: `range` as [line, character, line, character], or null for the whole text.
  void change(const std::string& uri, int version, const json& range, const std::string& text);
  // The diagnostics of the next publishDiagnostics for `uri`.
  json diagnostics(const std::string& uri);

  // What to answer to the server's requests, by method; null by default.
  std::map<std::string, std::function<json(const json& params)>> answers;

  MemoryTransport& transport() { return transport_; }
  server::EventLoop& loop() { return loop_; }
  server::Session& session() { return *session_; }
  std::optional<int> exit_status() const { return exit_status_; }
  // All that came from the server, in order.
  const std::vector<json>& received() const { return received_; }
  // Ends the server at once, with requests open: they need no answer then.
  void abandon() { abandoned_ = true; }

 private:
  bool run_until(const std::function<bool()>& done);
  bool drain();
  void wait_for_workers();
  void take_output();
  void on_message(const json& message);

  server::EventLoop loop_;
  server::Log log_ = *server::Log::to_file("/dev/null", server::LogLevel::warning);
  MemoryTransport transport_{loop_};
  std::optional<int> exit_status_;
  std::optional<server::Session> session_;
  lsp::FrameDecoder decoder_;

  int next_id_ = 1;
  std::map<std::string, std::string> methods_;  // of sent requests, by id as JSON text
  std::map<std::string, int> answered_;
  bool abandoned_ = false;
  std::vector<json> received_;
  std::vector<json> responses_, incoming_;  // not taken yet
};

}  // namespace dockwright::test
