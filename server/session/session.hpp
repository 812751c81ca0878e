// One client from `initialize` to `exit` (LSP 3.18, "Server lifecycle"). Holds the state that handlers work on; what
// each message does stands in handlers/. Belongs to the loop's thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "protocol/lifecycle.hpp"
#include "protocol/window.hpp"
#include "server/event_loop.hpp"
#include "server/rpc/connection.hpp"
#include "server/session/client_features.hpp"
#include "server/session/configuration.hpp"
#include "server/session/diagnostic_publisher.hpp"
#include "server/session/documents.hpp"
#include "server/session/process_watch.hpp"

namespace dockwright::server {

class Session final : private Connection::Peer {
 public:
  // `on_exit` is called once, when the process should end, with its exit status. `messages` may be null. All outlive
  // the session.
  Session(EventLoop& loop, Transport& transport, Log& log, MessageLog* messages, std::function<void(int)> on_exit);
  ~Session() override;

  void start();
  // Ends the session as if the client were gone.
  void terminate();

  // --- For handlers. Those about the client's nature are valid from `initialize` on.

  // Takes over what the client says of itself.
  void initialize(const lsp::InitializeParams& params);
  void set_running();
  void shut_down();
  void exit();

  EventLoop& loop() { return loop_; }
  Connection& client() { return *client_; }
  Log& log() { return log_; }
  Documents& documents() { return documents_; }
  Configuration& configuration() { return configuration_; }
  const ClientFeaturesPointer& features() const { return features_; }
  void set_trace(std::string_view value);

  // What the user must know: shown, and logged.
  void tell_user(lsp::MessageType type, const std::string& message);

  // The document has this new content or these new settings.
  void document_changed(const SnapshotPointer& snapshot);
  // It is closed or left out.
  void document_gone(const lsp::DocumentUri& uri);
  // Settings may have changed: brings documents and diagnostics in step with them.
  void settings_changed();

  // Answers `reply` with compute(snapshot), run on a worker. If the document has moved on when that is done, the answer
  // is `outdated` instead.
  template <class T, class Compute>
  void answer(Reply<T> reply, SnapshotPointer snapshot, Compute compute,
              lsp::ResponseError outdated = {lsp::ErrorCode::content_modified, "the document has changed meanwhile"}) {
    Responder::Check check = [this, snapshot, outdated = std::move(outdated)]() -> std::optional<lsp::ResponseError> {
      if (documents_.find(snapshot->uri()) == snapshot) return std::nullopt;
      return outdated;
    };
    loop_.submit([reply = std::move(reply), snapshot = std::move(snapshot), compute = std::move(compute),
                  check = std::move(check)]() mutable {
      if (reply.wanted()) reply(compute(*snapshot), std::move(check));
    });
  }

 private:
  enum class Phase : std::uint8_t { uninitialized, initialized, running, shut_down, ended };

  void on_request(lsp::Request request, Responder responder) override;
  void on_notification(lsp::Notification notification) override;
  void on_answered(const std::string& method, std::chrono::microseconds elapsed) override;
  void on_end() override;

  void finish(int status);
  void finish_when_idle();

  EventLoop& loop_;
  Log& log_;
  std::function<void(int)> on_exit_;
  std::shared_ptr<Connection> client_;

  Phase phase_ = Phase::uninitialized;
  bool trace_ = false;
  ClientFeaturesPointer features_ = std::make_shared<const ClientFeatures>();
  Documents documents_;
  Configuration configuration_;
  std::optional<DiagnosticPublisher> publisher_;  // none for a client that pulls
  std::unique_ptr<ProcessWatch> parent_;
  std::unique_ptr<Timer> deadline_;
};

}  // namespace dockwright::server
