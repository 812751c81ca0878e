#include "server/session/process_watch.hpp"

#include <signal.h>

#include <cerrno>
#include <chrono>

namespace dockwright::server {

static constexpr std::chrono::seconds interval{5};

// EPERM means that it is there, and somebody else's.
static bool exists(int id) { return ::kill(id, 0) == 0 || errno != ESRCH; }

ProcessWatch::ProcessWatch(EventLoop& loop, int id, Task on_end) : loop_(loop), id_(id), on_end_(std::move(on_end)) {
  // 0 and negative numbers would ask for process groups.
  if (id_ > 0 && exists(id_)) wait();
}

void ProcessWatch::wait() {
  timer_ = loop_.after(interval, [this] {
    if (exists(id_)) {
      wait();
    } else {
      on_end_();
    }
  });
}

}  // namespace dockwright::server
