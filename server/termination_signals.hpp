// SIGTERM, SIGHUP and SIGINT: how a terminal, an editor or an init system asks the server to end.
#pragma once

#include <functional>
#include <memory>

#include "server/event_loop.hpp"

namespace dockwright::server {

class SignalWatch {
 public:
  virtual ~SignalWatch() = default;
};

// Calls `handler` on the loop's thread, once, unless the result is destroyed before.
std::unique_ptr<SignalWatch> on_termination(EventLoop& loop, std::function<void()> handler);

}  // namespace dockwright::server
