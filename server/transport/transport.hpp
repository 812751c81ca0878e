// Bytes in both directions, to one client. Belongs to the loop's thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dockwright::server {

class Transport {
 public:
  // An empty piece: the input has ended. The bytes are valid during the call only.
  using ReadHandler = std::function<void(std::string_view bytes)>;
  // False: the client is gone.
  using WriteHandler = std::function<void(bool ok)>;

  virtual ~Transport() = default;

  // Calls `handler` once, later, with the next piece of input. Not asking for more is how the reader slows the client
  // down. At most one read, and at most one write, may be under way.
  virtual void read(ReadHandler handler) = 0;
  virtual void write(std::string bytes, WriteHandler handler) = 0;
};

}  // namespace dockwright::server
