// The right, and the duty, to answer one request.
//
// A Responder answers exactly once: with what it is given, or, when it is destroyed without, with an internal error. It
// can be moved to a worker and used there; JSON is then written there too, and only finished bytes reach the loop's
// thread. A request that was cancelled has its answer already: what comes later is dropped.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "protocol/codec.hpp"
#include "protocol/message.hpp"

namespace dockwright::server {

class Connection;
class EventLoop;

// What the connection and the Responder of a request share.
struct PendingReply {
  EventLoop* loop;
  std::weak_ptr<Connection> connection;  // locked on the loop's thread only
  lsp::RequestId id;
  std::atomic<bool> cancelled{false};
};

class Responder {
 public:
  // Asked on the loop's thread just before the answer is written: an error takes its place.
  using Check = std::function<std::optional<lsp::ResponseError>()>;

  explicit Responder(std::shared_ptr<PendingReply> pending) : pending_(std::move(pending)) {}
  Responder(Responder&&) noexcept = default;
  Responder& operator=(Responder&&) = delete;
  ~Responder();

  void result(lsp::Json value, Check check = nullptr) &&;
  void error(lsp::ErrorCode code, std::string message, lsp::Json data = nullptr) &&;
  // False once the client has cancelled the request. Any thread.
  bool wanted() const { return !pending_->cancelled; }

 private:
  void send(std::variant<lsp::Json, lsp::ResponseError> outcome, Check check);

  std::shared_ptr<PendingReply> pending_;  // null when answered
};

// A Responder for a request whose result is a T.
template <class T>
class Reply {
 public:
  explicit Reply(Responder responder) : responder_(std::move(responder)) {}

  void operator()(const T& value, Responder::Check check = nullptr) {
    std::move(responder_).result(lsp::encode(value), std::move(check));
  }
  void error(lsp::ErrorCode code, std::string message) { std::move(responder_).error(code, std::move(message)); }
  bool wanted() const { return responder_.wanted(); }

 private:
  Responder responder_;
};

}  // namespace dockwright::server
