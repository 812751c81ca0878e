// Notices that the client's process has ended. A client that is killed may leave our stdin open in another of its
// children.
#pragma once

#include <memory>

#include "server/event_loop.hpp"

namespace dockwright::server {

class ProcessWatch {
 public:
  // Calls `on_end` once, some seconds after process `id` is gone. Never if there is no such process to begin with: then
  // the client lives in another PID namespace or on another machine.
  ProcessWatch(EventLoop& loop, int id, Task on_end);

 private:
  void wait();

  EventLoop& loop_;
  int id_;
  Task on_end_;
  std::unique_ptr<Timer> timer_;
};

}  // namespace dockwright::server
