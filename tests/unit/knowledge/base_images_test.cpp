// The table of base images: how it is looked up, and that it holds together.
#include "analysis/knowledge/base_images.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "analysis/knowledge/tables.hpp"

namespace dockwright::knowledge {
namespace {

struct Case {
  std::string_view repository;
  const char* tag;       // null: by digest
  const char* expected;  // `user family package_manager`, with `?` for what is not known; null: not in the table
};

class Lookup : public testing::TestWithParam<Case> {};

TEST_P(Lookup, Finds) {
  const auto& [repository, tag, expected] = GetParam();
  const auto image = find_base_image(repository, tag ? std::optional<std::string_view>(tag) : std::nullopt);
  ASSERT_EQ(image.has_value(), expected != nullptr) << repository;
  if (!image) return;
  const std::string_view manager = image->package_manager.empty() ? "?" : image->package_manager;
  EXPECT_EQ(fmt::format("{} {} {}", image->user.empty() ? "?" : image->user, static_cast<int>(image->family), manager),
            expected)
      << repository;
}

INSTANTIATE_TEST_SUITE_P(
    All, Lookup,
    testing::Values(Case{"debian", "12.7-slim", "root 1 apt"}, Case{"docker.io/library/debian", "12", "root 1 apt"},
                    Case{"arm64v8/alpine", "3.20", "root 5 apk"},
                    Case{"public.ecr.aws/docker/library/python", "3.13-alpine3.20", "root 5 apk"},
                    Case{"mirror.gcr.io/busybox", "latest", "root 7 ?"},
                    Case{"python", "3.13-windowsservercore-ltsc2022", "ContainerAdministrator 8 ?"},
                    Case{"gcr.io/distroless/static-debian12", "nonroot", "nonroot 9 ?"},
                    Case{"gcr.io/distroless/static-debian12", "latest", "root 9 ?"},
                    Case{"gcr.io/distroless/static-debian12", nullptr, nullptr}, Case{"haproxy", "2.2", "? 0 ?"},
                    Case{"haproxy", "3.1-alpine", "haproxy 5 apk"},
                    Case{"mcr.microsoft.com/dotnet/aspnet", "8.0-noble-chiseled", "app 9 ?"},
                    Case{"mcr.microsoft.com/dotnet/aspnet", "8.0.11-alpine3.20", "root 5 apk"},
                    Case{"scratch", "latest", "root 9 ?"}, Case{"fedora", nullptr, "root 2 dnf"},
                    Case{"example.com/debian", "12", nullptr}, Case{"", "", nullptr}));

TEST(BaseImages, KnowsExistingAccounts) {
  const auto node = find_base_image("node", "22-alpine");
  ASSERT_TRUE(node && node->accounts.size() == 1);
  EXPECT_EQ(node->accounts[0].name, "node");
  EXPECT_EQ(node->accounts[0].uid, "1000");
  EXPECT_EQ(node->accounts[0].gid, "1000");
  EXPECT_TRUE(find_base_image("debian", "12")->accounts.empty());
  EXPECT_EQ(find_base_image("ubuntu", "24.04")->accounts[0].name, "ubuntu");
  EXPECT_TRUE(find_base_image("ubuntu", "22.04")->accounts.empty());
}

TEST(BaseImages, TableUsesItsOwnWords) {
  const std::set<std::string_view> families = {"debian", "redhat",  "suse",    "arch", "alpine",
                                               "wolfi",  "busybox", "windows", "none", "-"};
  std::set<std::string> seen;
  for (const auto& row : base_images) {
    const std::string where = fmt::format("{} {}", row[0], row[1]);
    EXPECT_TRUE(seen.insert(where).second) << where << " twice";
    EXPECT_TRUE(families.contains(row[2])) << where;
    EXPECT_TRUE(row[4] == "os" || row[4] == "runtime" || row[4] == "service") << where;
    EXPECT_TRUE(row[6] == "yes" || row[6] == "no") << where;
    EXPECT_TRUE(row[8].starts_with("https://")) << where;
    EXPECT_EQ(row[9].size(), 7u) << where;
  }
  EXPECT_GT(seen.size(), 500u);
}

// A row behind one that fits every tag can never be found.
TEST(BaseImages, EveryRowCanBeFound) {
  for (std::size_t i = 1; i < base_images.size(); ++i) {
    const bool same = base_images[i][0] == base_images[i - 1][0];
    EXPECT_FALSE(same && base_images[i - 1][1] == "*") << base_images[i][0] << " " << base_images[i][1];
  }
}

}  // namespace
}  // namespace dockwright::knowledge
