// JSON-RPC with one client: frames, requests in both directions, cancellation, the write queue. Knows nothing of LSP's
// methods.
//
// Input is read only while the client keeps up with the output and few requests are open, so neither queue grows
// without bound. Belongs to the loop's thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "protocol/framing.hpp"
#include "protocol/message.hpp"
#include "server/event_loop.hpp"
#include "server/log.hpp"
#include "server/message_log.hpp"
#include "server/rpc/responder.hpp"
#include "server/transport/transport.hpp"

namespace dockwright::server {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using ReplyHandler = std::function<void(const lsp::Response&)>;

  // Who is told of the client's messages.
  class Peer {
   public:
    virtual ~Peer() = default;
    virtual void on_request(lsp::Request request, Responder responder) = 0;
    virtual void on_notification(lsp::Notification notification) = 0;
    // A request was answered, one way or another, `elapsed` after it came in.
    virtual void on_answered(const std::string& method, std::chrono::microseconds elapsed) = 0;
    // No more messages will come.
    virtual void on_end() = 0;
  };

  // `messages` may be null. All outlive the connection.
  Connection(EventLoop& loop, Transport& transport, Log& log, MessageLog* messages);

  void start(Peer& peer);
  // Reads no more, as after `exit`.
  void stop_reading() { reading_ = false; }
  // Calls `task` once everything that was sent so far is written, or the client is gone.
  void when_written(Task task);
  bool has_open_requests() const { return !open_.empty(); }

  void notify(std::string method, lsp::Json params);
  // `params` as JSON text, made on a worker.
  void notify_text(std::string_view method, std::string_view params);
  void request(std::string method, lsp::Json params, ReplyHandler handler);
  // Answers the client's request `id` with request_cancelled, at once.
  void cancel(const lsp::RequestId& id);

  // For Responder.
  void deliver(const PendingReply& pending, std::string text, const Responder::Check& check);

 private:
  struct OpenRequest {
    std::shared_ptr<PendingReply> pending;
    std::string method;
    std::chrono::steady_clock::time_point start;
  };

  void read();
  void on_bytes(std::string_view bytes);
  void on_frame(lsp::Frame frame);
  void on_message(lsp::Message message);
  void on_request(lsp::Request request);
  void on_response(const lsp::Response& response);
  void answer_invalid(lsp::RequestId id, lsp::ErrorCode code, std::string reason);
  void send(std::string text);
  void write();
  void end();
  bool overloaded() const;

  EventLoop& loop_;
  Transport& transport_;
  Log& log_;
  MessageLog* messages_;
  Peer* peer_ = nullptr;

  lsp::FrameDecoder decoder_;
  bool reading_ = true;     // false: nothing more is wanted, or comes
  bool read_open_ = false;  // the transport has our handler

  std::string queue_;  // frames behind the ones being written
  std::size_t writing_ = 0;
  bool client_gone_ = false;
  std::vector<Task> when_written_;

  std::map<lsp::RequestId, OpenRequest> open_;  // the client's requests without an answer
  std::int64_t next_id_ = 1;
  std::map<std::int64_t, ReplyHandler> sent_;  // our requests without an answer
};

}  // namespace dockwright::server
