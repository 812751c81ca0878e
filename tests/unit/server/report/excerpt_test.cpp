#include "server/report/excerpt.hpp"

#include <gtest/gtest.h>

#include "server/report/printable.hpp"

namespace dockwright::server {
namespace {

// The range is between ⟦ and ⟧, which are not part of the text.
struct Case {
  std::string marked;
  std::uint32_t line;  // 1-based
  std::string text;
  std::string marker;
};

void check(const Case& test) {
  static constexpr std::string_view open = "⟦", close = "⟧";
  std::string text = test.marked;
  const auto begin = text.find(open);
  text.erase(begin, open.size());
  const auto end = text.find(close);
  text.erase(end, close.size());
  const Excerpt result = excerpt(Text(text), {{static_cast<std::uint32_t>(begin)}, {static_cast<std::uint32_t>(end)}});
  EXPECT_EQ(result.line + 1, test.line) << test.marked;
  EXPECT_EQ(result.text, test.text) << test.marked;
  EXPECT_EQ(result.marker, test.marker) << test.marked;
}

std::string repeat(std::string_view text, int times) {
  std::string result;
  while (times-- > 0) result += text;
  return result;
}

TEST(Excerpt, Shows) {
  const Case cases[] = {
      {"USER ⟦root⟧\n", 1, "USER root", "     ^^^^"},
      {"a\nUSER ⟦root⟧", 2, "USER root", "     ^^^^"},
      {"⟦USER root⟧\r\n", 1, "USER root", "^^^^^^^^^"},
      {"a⟦⟧b", 1, "ab", " ^"},
      {"ab⟦⟧", 1, "ab", "  ^"},
      {"ab⟦\n⟧", 1, "ab", "  ^"},
      {"⟦⟧", 1, "", "^"},
      {"a\n⟦⟧", 2, "", "^"},
      {"RUN ⟦a \\\n  b⟧\n", 1, "RUN a \\", "    ^^^"},
      {"\tx ⟦y⟧", 1, "    x y", "      ^"},
      {"a⟦\t⟧b", 1, "a    b", " ^^^^"},
      {"中文 ⟦文⟧ x", 1, "中文 文 x", "     ^^"},
      {"e\xCC\x81⟦x⟧", 1, "e\xCC\x81x", " ^"},
      {"🐳⟦x⟧", 1, "🐳x", "  ^"},
      {"\xFF⟦\xE4\xB8⟧y", 1, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDy", " ^^"},
      {std::string("a\0", 2) + "\x1b[31m⟦x⟧\x7F", 1, "a\xEF\xBF\xBD\xEF\xBF\xBD[31mx\xEF\xBF\xBD", "       ^"},
      {"a\xE2\x80\xAE⟦b⟧", 1,
       "a\xEF\xBF\xBD"
       "b",
       "  ^"},
      {"a\rb ⟦c⟧", 1,
       "a\xEF\xBF\xBD"
       "b c",
       "    ^"},
      {repeat("a", 119) + "⟦b⟧", 1, repeat("a", 119) + "b", repeat(" ", 119) + "^"},
      {repeat("a", 500) + "⟦b⟧", 1, "…" + repeat("a", 119) + "b", repeat(" ", 120) + "^"},
      {"⟦b⟧" + repeat("a", 500), 1, "b" + repeat("a", 119) + "…", "^"},
      {repeat("a", 500) + "⟦b⟧" + repeat("c", 500), 1, "…" + repeat("a", 60) + "b" + repeat("c", 59) + "…",
       repeat(" ", 61) + "^"},
      {"x⟦" + repeat("b", 500) + "⟧", 1, "x" + repeat("b", 119) + "…", " " + repeat("^", 119)},
      {repeat("中", 500) + "⟦b⟧", 1, "…" + repeat("中", 60) + "b", repeat(" ", 121) + "^"},
  };
  for (const Case& each : cases) check(each);
}

// No more work for a long line than for a short one: 16 MiB would take minutes otherwise.
TEST(Excerpt, OfAVeryLongLine) {
  const Text text(std::string(max_text_bytes, 'a'));
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::uint32_t at = i * 800;
    EXPECT_EQ(excerpt(text, {{at}, {text.size()}}).line, 0u);
  }
}

TEST(Printable, NothingReachesTheTerminal) {
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  every +=
      "\xC2\x9B"
      "31m\xE2\x80\xAE\xE2\x81\xA6\xEF\xBB\xBF";
  for (const char c : printable(every)) EXPECT_FALSE(c == '\x7F' || (c >= 0 && c < ' ')) << static_cast<int>(c);
  for (const char* sign : {"\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(printable(every).find(sign), std::string::npos);
  }
  EXPECT_EQ(printable("plain é 中 🐳"), "plain é 中 🐳");
}

}  // namespace
}  // namespace dockwright::server
