#include "server/ordered_work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

namespace dockwright::server {
namespace {

TEST(OrderedWork, KeepsTheOrder) {
  for (const unsigned threads : {1u, 2u, 3u, 16u}) {
    for (const std::size_t count : {0u, 1u, 2u, 15u, 1000u}) {
      std::vector<std::size_t> results;
      for_each_in_order(
          count, threads,
          [](std::size_t i) {
            if (i % 7 == 0) std::this_thread::yield();
            return std::make_unique<std::size_t>(i * 2);  // results need not be copyable
          },
          [&](std::unique_ptr<std::size_t> result) {
            results.push_back(*result);
            return true;
          });
      ASSERT_EQ(results.size(), count) << threads;
      for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(results[i], i * 2);
    }
  }
}

TEST(OrderedWork, EndsEarly) {
  for (const unsigned threads : {1u, 4u}) {
    std::atomic<std::size_t> produced{0};
    std::size_t consumed = 0;
    for_each_in_order(
        100000, threads, [&](std::size_t i) { return ++produced, i; },
        [&](std::size_t i) {
          ++consumed;
          return i < 9;
        });
    EXPECT_EQ(consumed, 10u);
    EXPECT_LT(produced, 1000u) << "it went on working for nobody";
  }
}

TEST(OrderedWork, DoesNotRunFarAhead) {
  std::atomic<std::size_t> produced{0};
  std::size_t consumed = 0, most = 0;
  for_each_in_order(
      2000, 4, [&](std::size_t i) { return ++produced, i; },
      [&](std::size_t) {
        ++consumed;
        most = std::max(most, produced - consumed);
        std::this_thread::yield();
        return true;
      });
  EXPECT_LE(most, 4u * 16 + 4);
}

}  // namespace
}  // namespace dockwright::server
