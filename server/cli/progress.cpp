#include "server/cli/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace dockwright::server {

static constexpr std::chrono::milliseconds first_after{1000}, interval{100};

Progress::Progress(std::size_t total, bool enabled)
    : total_(total), enabled_(enabled && ::isatty(STDERR_FILENO) != 0), next_(Clock::now() + first_after) {}

void Progress::update(std::size_t done) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + interval;
  visible_ = true;
  std::fprintf(stderr, "\r%zu of %zu files", done, total_);
}

void Progress::hide() {
  if (!visible_) return;
  visible_ = false;
  std::fputs("\r\x1b[K", stderr);
}

}  // namespace dockwright::server
