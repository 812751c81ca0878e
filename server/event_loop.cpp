#include "server/event_loop.hpp"

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/thread_pool.hpp>
#include <atomic>
#include <exception>

namespace dockwright::server {

struct EventLoop::Parts {
  explicit Parts(unsigned workers) : guard(asio::make_work_guard(context)), pool(workers) {}

  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard;
  // Set before `context` goes: Tasks that are destroyed with it must not add others.
  std::atomic<bool> closing{false};
  std::function<void(const std::string&)> on_failure = [](const std::string&) {};
  // Last: joined before anything that its Tasks may post to is gone.
  asio::thread_pool pool;
};

namespace {

class AsioTimer final : public Timer {
 public:
  AsioTimer(asio::io_context& context, std::chrono::milliseconds delay, Task task) : timer_(context, delay) {
    timer_.async_wait([task = std::move(task)](const std::error_code& error) mutable {
      if (!error) task();
    });
  }

 private:
  asio::steady_timer timer_;
};

}  // namespace

EventLoop::EventLoop(unsigned workers) : parts_(std::make_unique<Parts>(workers)) {}

EventLoop::~EventLoop() {
  parts_->pool.stop();
  parts_->pool.join();
  parts_->closing = true;
}

void EventLoop::set_failure_handler(std::function<void(const std::string&)> handler) {
  parts_->on_failure = std::move(handler);
}

void EventLoop::run() {
  while (!parts_->context.stopped()) {
    try {
      parts_->context.run();
    } catch (const std::exception& error) {
      parts_->on_failure(error.what());
    }
  }
}

bool EventLoop::run_one(std::chrono::milliseconds limit) {
  try {
    return parts_->context.run_one_for(limit) > 0;
  } catch (const std::exception& error) {
    parts_->on_failure(error.what());
    return true;
  }
}

void EventLoop::stop() { parts_->context.stop(); }

void EventLoop::post(Task task) {
  if (!parts_->closing) asio::post(parts_->context, std::move(task));
}

void EventLoop::dispatch(Task task) {
  if (parts_->context.get_executor().running_in_this_thread()) {
    task();
  } else {
    post(std::move(task));
  }
}

void EventLoop::submit(Task task) {
  asio::post(parts_->pool, [this, task = std::move(task)]() mutable {
    try {
      task();
    } catch (const std::exception& error) {
      post([this, what = std::string(error.what())] { parts_->on_failure(what); });
    }
  });
}

std::unique_ptr<Timer> EventLoop::after(std::chrono::milliseconds delay, Task task) {
  return std::make_unique<AsioTimer>(parts_->context, delay, std::move(task));
}

asio::io_context& EventLoop::context() { return parts_->context; }

}  // namespace dockwright::server
