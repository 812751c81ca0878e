#include "server/line_diff.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dockwright::server {
namespace {

// Edits as "begin-end:replacement".
std::string show(std::string_view before, std::string_view after) {
  std::string out;
  for (const TextEdit& edit : line_diff(before, after)) {
    out += std::to_string(edit.range.begin.value) + '-' + std::to_string(edit.range.end.value) + ':' +
           edit.replacement + ';';
  }
  return out;
}

TEST(LineDiff, Edits) {
  EXPECT_EQ(show("", ""), "");
  EXPECT_EQ(show("a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(show("a\nb\nc\n", "a\nx\nc\n"), "2-4:x\n;");
  EXPECT_EQ(show("a\nb\nc\n", "a\nc\n"), "2-4:;");
  EXPECT_EQ(show("a\nc\n", "a\nb\nc\n"), "2-2:b\n;");
  EXPECT_EQ(show("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n"), "0-2:A\n;8-10:E\n;");
  EXPECT_EQ(show("a", "a\n"), "0-1:a\n;");
  EXPECT_EQ(show("", "a\nb"), "0-0:a\nb;");
  EXPECT_EQ(show("a\nb", ""), "0-3:;");
}

TEST(LineDiff, EditsMakeTheOtherText) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const auto text = [&] {
      std::string out;
      for (auto lines = random() % 30; lines > 0; --lines) out += static_cast<char>('a' + random() % 4), out += '\n';
      if (random() % 2) out += 'z';
      return out;
    };
    const std::string before = text();
    const std::string after = text();
    TextEdits edits = line_diff(before, after);
    ASSERT_TRUE(normalize(edits));
    ASSERT_EQ(dockwright::apply_edits(Text(before), edits), after) << before << "---\n" << after;
  }
}

TEST(LineDiff, TextsWithoutAnythingInCommon) {
  std::string before, after;
  for (int i = 0; i < 20000; ++i) {
    before += 'a' + std::to_string(i) + '\n';
    after += 'b' + std::to_string(i) + '\n';
  }
  const TextEdits edits = line_diff("x\n" + before + "y\n", "x\n" + after + "y\n");
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].replacement, after);
}

}  // namespace
}  // namespace dockwright::server
