// The thread that owns all state, and the workers that own none.
//
// Exactly one thread calls run() or run_one(); everything below server/ that says nothing else belongs to that thread.
// Workers get Tasks that hold immutable snapshots and hand results back with post().
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "server/task.hpp"

namespace asio {
class io_context;
}

namespace dockwright::server {

// A Task that runs later unless this is destroyed first.
class Timer {
 public:
  virtual ~Timer() = default;
};

class EventLoop {
 public:
  explicit EventLoop(unsigned workers);
  // Waits for the Tasks that workers are running; those that wait are dropped.
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Told, on the loop's thread, of exceptions that a Task let through; the loop goes on.
  void set_failure_handler(std::function<void(const std::string&)> handler);

  // Until stop().
  void run();
  // Handles what is ready, waiting at most `limit` for something to become so. False: nothing did.
  bool run_one(std::chrono::milliseconds limit);

  // Any thread may call these.
  void stop();
  void post(Task task);      // on the loop's thread, later
  void dispatch(Task task);  // on the loop's thread, at once if that is the caller's
  void submit(Task task);    // on a worker

  [[nodiscard]] std::unique_ptr<Timer> after(std::chrono::milliseconds delay, Task task);

  // For the transports.
  asio::io_context& context();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace dockwright::server
