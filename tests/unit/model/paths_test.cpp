// Patterns of paths, as clean-ups use them.
#include "analysis/model/paths.hpp"

#include <gtest/gtest.h>

namespace dockwright::model {
namespace {

enum Expected { No, Contents, Whole };
struct Case {
  const char* pattern;
  const char* path;
  Expected expected;
};
class Cover : public testing::TestWithParam<Case> {};
TEST_P(Cover, Is) {
  const auto& [pattern, path, expected] = GetParam();
  EXPECT_EQ(covers(pattern, path), expected == Whole) << pattern << " " << path;
  EXPECT_EQ(covers_contents(pattern, path), expected != No) << pattern << " " << path;
}
INSTANTIATE_TEST_SUITE_P(All, Cover,
                         testing::Values(Case{"/var/lib/apt/lists", "/var/lib/apt/lists", Whole},
                                         Case{"/var//lib/./apt/lists/", "/var/lib/apt/lists", Whole},
                                         Case{"/var/lib/apt", "/var/lib/apt/lists", Whole},
                                         Case{"/var/lib/ap*", "/var/lib/apt/lists", Whole},
                                         Case{"/var/?ib", "/var/lib/apt/lists", Whole}, Case{"/", "/var", Whole},
                                         Case{"/var/lib/apt/lists/*", "/var/lib/apt/lists", Contents},
                                         Case{"/var/lib/apt/lists/*_*", "/var/lib/apt/lists", Contents},
                                         Case{"/var/lib/apt/lists/partial", "/var/lib/apt/lists", No},
                                         Case{"/var/lib/apt/listings", "/var/lib/apt/lists", No},
                                         Case{"/var/lib/ap", "/var/lib/apt/lists", No}, Case{"/var/../lib", "/lib", No},
                                         Case{"var/lib", "/var/lib", No}, Case{"/a", "a", No}, Case{"", "/a", No}));

TEST(Paths, AreAtOrBelow) {
  EXPECT_TRUE(is_at_or_below("/var/cache/apk", "/var/cache/"));
  EXPECT_TRUE(is_at_or_below("/var/cache", "/var/cache"));
  EXPECT_TRUE(is_at_or_below("/x", "/"));
  EXPECT_FALSE(is_at_or_below("/var/cachet", "/var/cache"));
  EXPECT_FALSE(is_at_or_below("/var", "/var/cache"));
  EXPECT_FALSE(is_at_or_below("var/cache", "var"));
}

TEST(Paths, ExpandBraces) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(expand_braces("/a"), Words{"/a"});
  EXPECT_EQ(expand_braces("/{a,b}/c"), (Words{"/a/c", "/b/c"}));
  EXPECT_EQ(expand_braces("{a,}"), (Words{"a", ""}));
  EXPECT_EQ(expand_braces("{a}{b"), Words{"{a}{b"});
  EXPECT_EQ(expand_braces("{a,{b,c}}").size(), 4u);
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "{a,b}";
  EXPECT_LE(expand_braces(many).size(), 64u);
}

TEST(Paths, MatchWildcards) {
  EXPECT_TRUE(matches_wildcard("abc", "a*c"));
  EXPECT_TRUE(matches_wildcard("abc", "*"));
  EXPECT_TRUE(matches_wildcard("", "*"));
  EXPECT_TRUE(matches_wildcard("aXbXc", "a*b?c"));
  EXPECT_FALSE(matches_wildcard("abc", "a?"));
  EXPECT_FALSE(matches_wildcard("", "?"));
  EXPECT_FALSE(matches_wildcard(std::string(5000, 'a'), std::string(50, '*') + "b"));
}

}  // namespace
}  // namespace dockwright::model
