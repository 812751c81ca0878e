// Transports over the operating system: stdin and stdout, or a TCP connection from the same machine.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/event_loop.hpp"
#include "server/transport/transport.hpp"

namespace dockwright::server {

// Opens /dev/null in place of descriptors 0 to 2 that are closed: whatever is opened next would become stdin, stdout or
// stderr, and polling a closed descriptor never ends. Call first of all.
void fill_standard_descriptors();

// Takes over stdin and stdout. From here on descriptor 1 is stderr: a stray print must not end up between two messages.
std::unique_ptr<Transport> make_stdio_transport(EventLoop& loop);

// Waits on 127.0.0.1 for one client.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual std::uint16_t port() const = 0;
  // Calls `handler` once, later; with null if the client went away or the system has no descriptor left.
  virtual void accept(std::function<void(std::unique_ptr<Transport>)> handler) = 0;
};

// `port` 0: any free one. Null with `error` set if it cannot listen there.
std::unique_ptr<Listener> listen_on_loopback(EventLoop& loop, std::uint16_t port, std::string& error);

}  // namespace dockwright::server
