// "412 of 2300 files" on standard error while a run takes long; only when a person is looking.
#pragma once

#include <chrono>
#include <cstddef>

namespace dockwright::server {

class Progress {
 public:
  // `enabled`: false keeps it silent in any case. Otherwise it shows if standard error is a terminal.
  Progress(std::size_t total, bool enabled);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::size_t done);
  // Takes the line off the screen, before something else is printed.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t total_;
  bool enabled_;
  bool visible_ = false;
  Clock::time_point next_;  // earliest time of the next update
};

}  // namespace dockwright::server
