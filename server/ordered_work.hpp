// Independent pieces of work on several threads, with the results in order and never many of them at once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace dockwright::server {

// Calls produce(i) for i in [0, count) on up to `threads` threads, and consume(result) on this one, in the order of i;
// consume returns false to end early. At most `results_in_flight` results per thread are finished and not consumed.
// `produce` must not throw, and must be safe to call from several threads.
template <class Produce, class Consume>
void for_each_in_order(std::size_t count, unsigned threads, const Produce& produce, const Consume& consume) {
  using Result = decltype(produce(std::size_t{0}));
  constexpr std::size_t results_in_flight = 16;

  const std::size_t window = results_in_flight * threads;
  std::vector<std::optional<Result>> ring(window);
  std::mutex mutex;
  std::condition_variable produced, consumed;
  std::size_t next = 0, done = 0;  // the first piece not begun, the first result not consumed
  bool stopped = false;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      consumed.wait(lock, [&] { return stopped || next == count || next < done + window; });
      if (stopped || next == count) return;
      const std::size_t index = next++;
      lock.unlock();
      Result result = produce(index);
      lock.lock();
      ring[index % window].emplace(std::move(result));
      if (index == done) produced.notify_one();
    }
  };

  std::vector<std::thread> workers;
  try {
    while (workers.size() < threads && workers.size() < count && threads > 1) workers.emplace_back(work);
  } catch (const std::system_error&) {
    // The system grants no more threads: those that are there do all the work, or else this one.
  }
  for (std::size_t i = 0; i < count && !stopped; ++i) {
    std::unique_lock lock(mutex);
    if (workers.empty()) {
      lock.unlock();
      if (!consume(produce(i))) break;
      continue;
    }
    produced.wait(lock, [&] { return ring[i % window].has_value(); });
    Result result = std::move(*ring[i % window]);
    ring[i % window].reset();
    done = i + 1;
    consumed.notify_one();
    lock.unlock();
    if (consume(std::move(result))) continue;
    lock.lock();
    stopped = true;
  }
  consumed.notify_all();
  for (std::thread& worker : workers) worker.join();
}

}  // namespace dockwright::server
