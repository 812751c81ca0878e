#include "server/session/session.hpp"

#include <fmt/format.h>

#include "server/handlers/table.hpp"

namespace dockwright::server {

using lsp::ErrorCode;

// How long unanswered requests and unwritten output may hold up the end.
static constexpr std::chrono::seconds farewell{2};

Session::Session(EventLoop& loop, Transport& transport, Log& log, MessageLog* messages,
                 std::function<void(int)> on_exit)
    : loop_(loop),
      log_(log),
      on_exit_(std::move(on_exit)),
      client_(std::make_shared<Connection>(loop, transport, log, messages)) {}

Session::~Session() { log_.set_listener(nullptr); }

void Session::start() { client_->start(*this); }

void Session::terminate() { finish(0); }

void Session::initialize(const lsp::InitializeParams& params) {
  features_ = std::make_shared<const ClientFeatures>(client_features(params.capabilities));
  phase_ = Phase::initialized;
  documents_.set_encoding(features_->encoding);
  if (!features_->pulls_diagnostics) publisher_.emplace(loop_, client_, features_);
  if (params.trace) set_trace(*params.trace);
  if (params.process_id) {
    parent_ = std::make_unique<ProcessWatch>(loop_, *params.process_id, [this] {
      log_.write(LogLevel::info, "the client's process has ended");
      terminate();
    });
  }
}

void Session::set_running() {
  if (phase_ != Phase::initialized) return;
  phase_ = Phase::running;
  log_.set_listener([this](LogLevel level, const std::string& message) {
    static constexpr lsp::MessageType types[] = {lsp::MessageType::error, lsp::MessageType::warning,
                                                 lsp::MessageType::info, lsp::MessageType::log};
    client_->notify("window/logMessage",
                    lsp::encode(lsp::ShowMessageParams{types[static_cast<std::size_t>(level)], message}));
  });
}

void Session::shut_down() { phase_ = Phase::shut_down; }

void Session::exit() {
  client_->stop_reading();
  const int status = phase_ == Phase::shut_down ? 0 : 1;
  deadline_ = loop_.after(farewell, [this, status] { finish(status); });
  client_->when_written([this, status] { finish(status); });
}

void Session::set_trace(std::string_view value) { trace_ = value != lsp::trace_value::off; }

void Session::tell_user(lsp::MessageType type, const std::string& message) {
  log_.write(type == lsp::MessageType::error ? LogLevel::error : LogLevel::warning, message);
  client_->notify("window/showMessage", lsp::encode(lsp::ShowMessageParams{type, "dockwright: " + message}));
}

void Session::document_changed(const SnapshotPointer& snapshot) {
  if (publisher_) publisher_->update(snapshot);
}

void Session::document_gone(const lsp::DocumentUri& uri) {
  if (publisher_) publisher_->clear(uri);
}

void Session::settings_changed() {
  const auto changed =
      documents_.apply_settings([this](const lsp::DocumentUri& uri) { return configuration_.settings_for(uri); });
  for (const SnapshotPointer& snapshot : changed) document_changed(snapshot);
  if (!changed.empty() && features_->pulls_diagnostics && features_->diagnostic_refresh) {
    client_->request("workspace/diagnostic/refresh", nullptr, [](const lsp::Response&) {});
  }
}

void Session::on_request(lsp::Request request, Responder responder) {
  if (phase_ == Phase::uninitialized && request.method != "initialize") {
    return std::move(responder).error(ErrorCode::server_not_initialized, "the first request must be initialize");
  }
  if (phase_ == Phase::shut_down || phase_ == Phase::ended) {
    return std::move(responder).error(ErrorCode::invalid_request, "the server is shut down");
  }
  const Handler* handler = find_handler(request.method);
  if (handler == nullptr || handler->request == nullptr) {
    return std::move(responder).error(ErrorCode::method_not_found, "unknown request " + request.method);
  }
  if (request.method == "initialize" && phase_ != Phase::uninitialized) {
    return std::move(responder).error(ErrorCode::invalid_request, "initialize was answered already");
  }
  try {
    handler->request(*this, request.params, std::move(responder));
  } catch (const std::exception& error) {
    log_.write(LogLevel::error, fmt::format("internal error in {}: {}", request.method, error.what()));
  }
}

void Session::on_notification(lsp::Notification notification) {
  if (notification.method == "exit") return exit();
  if (phase_ != Phase::initialized && phase_ != Phase::running) return;
  const Handler* handler = find_handler(notification.method);
  if (handler == nullptr || handler->notification == nullptr) {
    if (log_.enabled(LogLevel::debug)) log_.write(LogLevel::debug, "ignored notification " + notification.method);
    return;
  }
  try {
    handler->notification(*this, notification.params);
  } catch (const std::exception& error) {
    log_.write(LogLevel::error, fmt::format("internal error in {}: {}", notification.method, error.what()));
  }
}

void Session::on_answered(const std::string& method, std::chrono::microseconds elapsed) {
  if (trace_) {
    client_->notify("$/logTrace",
                    lsp::encode(lsp::LogTraceParams{
                        fmt::format("{} was answered in {:.3f} ms", method, elapsed.count() / 1000.0), {}}));
  }
  if (phase_ == Phase::ended) finish_when_idle();
}

// What a script pipes in is answered before the process ends.
void Session::on_end() {
  phase_ = Phase::ended;
  deadline_ = loop_.after(farewell, [this] { finish(0); });
  finish_when_idle();
}

void Session::finish_when_idle() {
  if (!client_->has_open_requests()) client_->when_written([this] { finish(0); });
}

void Session::finish(int status) {
  phase_ = Phase::ended;
  client_->stop_reading();
  log_.set_listener(nullptr);
  if (on_exit_) std::exchange(on_exit_, nullptr)(status);
}

}  // namespace dockwright::server
