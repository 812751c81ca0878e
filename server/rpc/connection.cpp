#include "server/rpc/connection.hpp"

#include <fmt/format.h>

#include "protocol/json_text.hpp"

namespace dockwright::server {

// A client that leaves this much unread, or this many requests open, has to wait.
static constexpr std::size_t max_queued_bytes = std::size_t{16} << 20;
static constexpr std::size_t max_open_requests = 1000;

Connection::Connection(EventLoop& loop, Transport& transport, Log& log, MessageLog* messages)
    : loop_(loop), transport_(transport), log_(log), messages_(messages) {}

void Connection::start(Peer& peer) {
  peer_ = &peer;
  read();
}

bool Connection::overloaded() const {
  return queue_.size() + writing_ > max_queued_bytes || open_.size() > max_open_requests;
}

void Connection::read() {
  if (!reading_ || read_open_ || overloaded()) return;
  read_open_ = true;
  transport_.read([weak = weak_from_this()](std::string_view bytes) {
    const auto self = weak.lock();
    if (!self) return;
    self->read_open_ = false;
    self->on_bytes(bytes);
    self->read();
  });
}

void Connection::on_bytes(std::string_view bytes) {
  if (!reading_) return;
  if (bytes.empty()) {
    if (decoder_.inside_message()) log_.write(LogLevel::warning, "the input ended inside a message");
    return end();
  }
  decoder_.feed(bytes, [this](lsp::Frame frame) {
    if (reading_) on_frame(std::move(frame));
  });
}

void Connection::on_frame(lsp::Frame frame) {
  if (auto* body = std::get_if<lsp::FrameBody>(&frame)) {
    auto value = lsp::parse_json(body->text);
    if (!value) return answer_invalid({}, lsp::ErrorCode::parse_error, value.error());
    if (messages_) messages_->record(Direction::in, lsp::to_text(*value));
    on_message(lsp::to_message(std::move(*value)));
  } else if (auto* refused = std::get_if<lsp::FrameRefused>(&frame)) {
    answer_invalid({}, lsp::ErrorCode::parse_error, std::move(refused->reason));
  } else {
    log_.write(LogLevel::error, std::get<lsp::FrameBroken>(frame).reason);
    end();
  }
}

void Connection::on_message(lsp::Message message) {
  if (auto* request = std::get_if<lsp::Request>(&message)) {
    on_request(std::move(*request));
  } else if (auto* notification = std::get_if<lsp::Notification>(&message)) {
    peer_->on_notification(std::move(*notification));
  } else if (const auto* response = std::get_if<lsp::Response>(&message)) {
    on_response(*response);
  } else {
    auto& invalid = std::get<lsp::InvalidMessage>(message);
    if (invalid.answerable) {
      answer_invalid(std::move(invalid.id), lsp::ErrorCode::invalid_request, std::move(invalid.reason));
    } else {
      log_.write(LogLevel::warning, "ignored a message: " + invalid.reason);
    }
  }
}

void Connection::on_request(lsp::Request request) {
  if (open_.count(request.id) > 0) {
    return answer_invalid(std::move(request.id), lsp::ErrorCode::invalid_request,
                          "a request with this id is still open");
  }
  auto pending = std::make_shared<PendingReply>();
  pending->loop = &loop_;
  pending->connection = weak_from_this();
  pending->id = request.id;
  open_.emplace(request.id, OpenRequest{pending, request.method, std::chrono::steady_clock::now()});
  peer_->on_request(std::move(request), Responder(std::move(pending)));
}

void Connection::on_response(const lsp::Response& response) {
  const auto* id = std::get_if<std::int64_t>(&response.id);
  const auto found = id ? sent_.find(*id) : sent_.end();
  if (found == sent_.end()) {
    log_.write(LogLevel::warning,
               "ignored an answer to request " + lsp::to_string(response.id) + ", which is not open");
    return;
  }
  const ReplyHandler handler = std::move(found->second);
  sent_.erase(found);
  handler(response);
}

void Connection::answer_invalid(lsp::RequestId id, lsp::ErrorCode code, std::string reason) {
  log_.write(LogLevel::warning, "invalid message: " + reason);
  if (messages_ && code == lsp::ErrorCode::parse_error) messages_->record_invalid(reason);
  send(lsp::to_text(lsp::to_json(lsp::Response{std::move(id), lsp::ResponseError{code, std::move(reason)}})));
}

void Connection::notify(std::string method, lsp::Json params) {
  send(lsp::to_text(lsp::to_json(lsp::Notification{std::move(method), std::move(params)})));
}

void Connection::notify_text(std::string_view method, std::string_view params) {
  send(fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params));
}

void Connection::request(std::string method, lsp::Json params, ReplyHandler handler) {
  const std::int64_t id = next_id_++;
  sent_.emplace(id, std::move(handler));
  send(lsp::to_text(lsp::to_json(lsp::Request{lsp::RequestId{id}, std::move(method), std::move(params)})));
}

void Connection::cancel(const lsp::RequestId& id) {
  const auto found = open_.find(id);
  if (found == open_.end()) return;  // answered already: both messages were under way
  const std::shared_ptr<PendingReply> pending = found->second.pending;
  pending->cancelled = true;
  lsp::Response response{id, lsp::ResponseError{lsp::ErrorCode::request_cancelled, "the client cancelled the request"}};
  deliver(*pending, lsp::to_text(lsp::to_json(std::move(response))), nullptr);
}

void Connection::deliver(const PendingReply& pending, std::string text, const Responder::Check& check) {
  const auto found = open_.find(pending.id);
  // Cancelled, and perhaps the id is in use again.
  if (found == open_.end() || found->second.pending.get() != &pending) return;
  if (auto error = check ? check() : std::nullopt) {
    text = lsp::to_text(lsp::to_json(lsp::Response{pending.id, std::move(*error)}));
  }
  const auto elapsed = std::chrono::steady_clock::now() - found->second.start;
  const std::string method = std::move(found->second.method);
  open_.erase(found);
  send(std::move(text));
  peer_->on_answered(method, std::chrono::duration_cast<std::chrono::microseconds>(elapsed));
  read();
}

void Connection::send(std::string text) {
  if (client_gone_) return;
  if (messages_) messages_->record(Direction::out, text);
  queue_ += lsp::frame(text);
  write();
}

void Connection::write() {
  if (writing_ > 0) return;
  if (queue_.empty()) {
    for (Task& task : std::exchange(when_written_, {})) task();
    return;
  }
  writing_ = queue_.size();
  transport_.write(std::exchange(queue_, {}), [weak = weak_from_this()](bool ok) {
    const auto self = weak.lock();
    if (!self) return;
    self->writing_ = 0;
    if (!ok) {
      self->client_gone_ = true;
      self->queue_.clear();
      self->end();
    }
    self->write();
    self->read();
  });
}

void Connection::when_written(Task task) {
  if (writing_ == 0 && queue_.empty()) return task();
  when_written_.push_back(std::move(task));
}

void Connection::end() {
  if (!reading_) return;
  reading_ = false;
  peer_->on_end();
}

}  // namespace dockwright::server
