#include "analysis/text/text.hpp"

#include <gtest/gtest.h>

#include <random>

#include "analysis/text/edits.hpp"

namespace dockwright {
namespace {

TEST(Text, LinesEndAtLineFeedOnly) {
  const Text text("a\r\nb\rc\n");
  ASSERT_EQ(text.lines().lines(), 3u);
  EXPECT_EQ(text.bytes(text.line_range(0)), "a");
  EXPECT_EQ(text.bytes(text.line_range(1)), "b\rc");
  EXPECT_EQ(text.bytes(text.line_range(2)), "");
  EXPECT_EQ(text.lines().line_of({3}), 1u);
}

TEST(Text, SplicedIndexEqualsARebuiltOne) {
  std::mt19937 random(7);
  Text text("FROM a\nRUN b \\\n c\n");
  const std::string alphabet = "ab\n\r\n";
  for (int round = 0; round < 5000; ++round) {
    const std::uint32_t a = random() % (text.size() + 1), b = random() % (text.size() + 1);
    std::string inserted(random() % 4, 'x');
    for (char& c : inserted) c = alphabet[random() % alphabet.size()];
    text = text.replace({{std::min(a, b)}, {std::min(std::max(a, b), std::min(a, b) + 3)}}, inserted);
    const LineIndex fresh(text.bytes());
    ASSERT_EQ(text.lines().lines(), fresh.lines());
    for (std::uint32_t line = 0; line < fresh.lines(); ++line) ASSERT_EQ(text.lines().start(line), fresh.start(line));
  }
}

TEST(TextEdits, ApplyAllAtOnceAndRefuseOverlaps) {
  TextEdits edits{{{{4}, {5}}, "X"}, {{{0}, {1}}, "Y"}, {{{5}, {5}}, "!"}};
  ASSERT_TRUE(normalize(edits));
  EXPECT_EQ(apply_edits(Text("abcdef"), edits), "YbcdX!f");
  TextEdits overlapping{{{{0}, {3}}, ""}, {{{2}, {4}}, ""}};
  EXPECT_FALSE(normalize(overlapping));
}

}  // namespace
}  // namespace dockwright
