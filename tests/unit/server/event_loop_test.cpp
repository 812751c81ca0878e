#include "server/event_loop.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace dockwright::server {
namespace {

using std::chrono::milliseconds;

TEST(Task, OwnsWhatCannotBeCopied) {
  int result = 0;
  Task task = [value = std::make_unique<int>(7), &result] { result = *value; };
  Task moved = std::move(task);
  EXPECT_FALSE(task);
  moved();
  EXPECT_EQ(result, 7);
}

TEST(EventLoop, RunsTasksInOrderOnItsThread) {
  EventLoop loop(1);
  std::vector<int> order;
  std::thread::id thread;
  loop.post([&] { order.push_back(1); });
  loop.submit([&] {
    loop.post([&] {
      thread = std::this_thread::get_id();
      order.push_back(2);
      loop.stop();
    });
  });
  loop.run();
  EXPECT_EQ(order, (std::vector<int>{1, 2}));
  EXPECT_EQ(thread, std::this_thread::get_id());
}

TEST(EventLoop, DispatchIsImmediateOnItsThread) {
  EventLoop loop(1);
  std::string order;
  loop.post([&] {
    loop.dispatch([&] { order += "inner "; });
    order += "outer";
    loop.stop();
  });
  loop.run();
  EXPECT_EQ(order, "inner outer");
}

TEST(EventLoop, ExceptionsDoNotEndIt) {
  EventLoop loop(1);
  std::vector<std::string> failures;
  loop.set_failure_handler([&](const std::string& what) {
    failures.push_back(what);
    if (failures.size() == 2) loop.stop();
  });
  loop.post([] { throw std::runtime_error("loop"); });
  loop.submit([] { throw std::runtime_error("worker"); });
  loop.run();
  std::sort(failures.begin(), failures.end());
  EXPECT_EQ(failures, (std::vector<std::string>{"loop", "worker"}));
}

TEST(EventLoop, TimersRunUnlessDestroyed) {
  EventLoop loop(1);
  int rung = 0;
  auto cancelled = loop.after(milliseconds(1), [&] { rung += 10; });
  const auto kept = loop.after(milliseconds(5), [&] {
    ++rung;
    loop.stop();
  });
  cancelled.reset();
  loop.run();
  EXPECT_EQ(rung, 1);
}

// What is destroyed with the loop may try to use it.
TEST(EventLoop, TasksLeftBehindMayPost) {
  struct Poster {
    EventLoop* loop;
    ~Poster() {
      if (loop) loop->post([] {});
    }
    explicit Poster(EventLoop* l) : loop(l) {}
    Poster(Poster&& other) noexcept : loop(std::exchange(other.loop, nullptr)) {}
  };
  EventLoop loop(1);
  loop.post([poster = Poster(&loop)] {});
  loop.submit([] { std::this_thread::sleep_for(milliseconds(20)); });
  loop.submit([poster = Poster(&loop)] {});
}

}  // namespace
}  // namespace dockwright::server
