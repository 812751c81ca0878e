// Deep, long and hostile scripts end in reasonable time and memory. None of these would end in a test run if the parser
// were quadratic or worse; deep ones would overflow the stack.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/shell/commands.hpp"
#include "analysis/shell/parser.hpp"
#include "tests/support/shell_spans.hpp"

namespace dockwright::shell {
namespace {

std::string repeat(const std::string& text, std::size_t bytes) {
  std::string result;
  result.reserve(bytes + text.size());
  while (result.size() < bytes) result += text;
  return result;
}

void check(const std::string& text, const std::string& name) {
  for (const Dialect dialect : {Dialect::Posix, Dialect::Bash}) {
    const Script script = parse(text, dialect);
    EXPECT_LE(script.errors.size(), max_errors) << name;
    EXPECT_EQ(test::broken_promise(script, text), "") << name;
    commands(script, text);
  }
}

TEST(ShellRobustness, RepeatedPiecesTakeLinearTime) {
  // clang-format off
  const std::vector<std::string> pieces = {
      "(", "((", ")", "{ ", "}", "[[ ", "$(", "$((", "$( (", "((a", "((a ; fi ; ", "$((a\n", "${a:-", "${", "`",
      "\"", "\"$(", "'", "\"${a:-", "@(", "a@(b", "a=(", "a[", "a[b]=(", "$[", "${a[", "if ", "if a; then ",
      "while a; do ", "for a in b; do ", "case a in b) ", "case a in ", "case a in <b ", "f() ", "f() { ",
      "function f ", "coproc ", "! ", "time ", "a | ", "a && ", "a; ", ";", "&", "\\", "\\\n", "\n", "#", "<<A ",
      "<<A\n", "<<'A' x\n", "cat <<A\nA\n", "0123456789", "{abc", "<", ">", "a>b ", "[[ a =~ (", "elif ",
      "if a; elif ", "`a\\`", "\\`", "$'\\'", "a=$b ", "export a=1 ", "{a,", "\r\n", "\xff", "eval ", "sudo ",
      "env a=b ", "find -exec ", "sh -c ", ". a; b=1; ", "(a=1) ",
  };
  // clang-format on
  for (const std::string& piece : pieces) check(repeat(piece, 50'000), piece);
  check(std::string(200'000, '\0'), "NUL");
}

TEST(ShellRobustness, NestingHasALimit) {
  const std::vector<std::pair<std::string, std::string>> brackets = {
      {"( ", ")"},
      {"{ ", ";}"},
      {"$(", ")"},
      {"\"$(", ")\""},
      {"${a:-", "}"},
      {"if a; then ", "; fi"},
      {"$((1+", "))"},
      {"<(", ")"},
      {"@($(", "))"},
      {"while a; do ", "; done"},
      {"case a in b) ", ";; esac"},
      {"f() { ", "; }"},
      {"[[ $(", ") ]]"},
  };
  for (const auto& [open, close] : brackets) {
    const auto nested = [&open = open, &close = close](int depth) {
      std::string text =
          open.starts_with("$") || open.starts_with("\"") || open[0] == '<' || open[0] == '@' ? "x " : "";
      for (int i = 0; i < depth; ++i) text += open;
      text += "a";
      for (int i = 0; i < depth; ++i) text += close;
      return text;
    };
    EXPECT_TRUE(parse(nested(20), Dialect::Bash).errors.empty()) << nested(20);
    check(nested(20), open);
    const Script deep = parse(nested(20'000), Dialect::Bash);
    ASSERT_EQ(deep.errors.size(), 1u) << open;
    EXPECT_EQ(deep.errors.front().message, "nested more than 200 levels deep") << open;
    check(nested(20'000), open);
  }
}

TEST(ShellRobustness, RunnersDoNotMultiply) {
  check(repeat("sudo ", 20'000) + "sh -c '" + repeat("a;", 20'000) + "'", "wrappers");
  check("sudo " + repeat("-E ", 20'000) + "sh -c '" + repeat("a;", 20'000) + "'", "options");
  check("find " + repeat("-exec a ';' ", 20'000), "find");
  check(repeat("a=1 ", 20'000) + repeat("$(b $a) ", 20'000), "scopes");
}

TEST(ShellRobustness, NestedScriptsHaveALimit) {
  check(repeat("eval ", 5'000) + "a", "eval");
  std::string text = "a";
  for (int i = 0; i < 12; ++i) {
    std::string quoted;
    for (const char character : text) quoted += character == '\'' ? std::string("'\\''") : std::string(1, character);
    text = "sh -c '" + quoted + "'";
  }
  check(text, "sh -c");
  EXPECT_EQ(commands(parse(text, Dialect::Posix), text).size(), 6u) << "one shell, and five levels of them inside";
}

TEST(ShellRobustness, ReadsLargeScripts) {
  const std::string text = repeat(
      "apt-get update && apt-get install -y --no-install-recommends \"curl=${VERSION}\" $(cat list) >/dev/null; ",
      1'000'000);
  const Script script = parse(text, Dialect::Posix);
  EXPECT_TRUE(script.errors.empty());
  EXPECT_EQ(commands(script, text).size(), script.list.items.size() * 3);
  const Script too_long = parse(repeat("a; ", max_script_bytes + 1), Dialect::Posix);
  EXPECT_EQ(too_long.errors.size(), 1u);
  EXPECT_TRUE(too_long.list.items.empty());
}

}  // namespace
}  // namespace dockwright::shell
