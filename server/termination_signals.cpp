#include "server/termination_signals.hpp"

#include <csignal>

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>

namespace dockwright::server {

namespace {

class AsioSignalWatch final : public SignalWatch {
 public:
  AsioSignalWatch(asio::io_context& context, std::function<void()> handler)
      : signals_(context, SIGTERM, SIGHUP, SIGINT) {
    signals_.async_wait([handler = std::move(handler)](std::error_code error, int) {
      if (!error) handler();
    });
  }

 private:
  asio::signal_set signals_;
};

}  // namespace

std::unique_ptr<SignalWatch> on_termination(EventLoop& loop, std::function<void()> handler) {
  return std::make_unique<AsioSignalWatch>(loop.context(), std::move(handler));
}

}  // namespace dockwright::server
