// The values of words.
#include "analysis/shell/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "analysis/shell/parser.hpp"

namespace dockwright::shell {
namespace {

// The word behind `x `.
template <class Use>
auto with_word(const std::string& word, Use use) {
  const std::string text = "x " + word;
  const Script script = parse(text, Dialect::Bash);
  const CommandNode& command = script.list.items.front().and_or.pipelines.front().commands.front();
  return use(std::get<const SimpleCommand*>(command.body)->words[1], text);
}

TEST(ShellWords, LoseTheirQuotes) {
  const std::vector<std::pair<std::string, std::optional<std::string>>> cases = {
      {"a", "a"},
      {"'a b'c\"d e\"",
       "a bc"
       "d e"},
      {"a\\ b\\'c\\\\", "a b'c\\"},
      {"a\\\nb\"c\\\nd\"", "abcd"},
      {"a\\\r\nb", "ab"},
      {"\"\\a\\$\\`\\\"\\\\ $ \"", "\\a$`\"\\ $ "},
      {"'a\\b'", "a\\b"},
      {"''", ""},
      {"$'a\\n\\t\\\\\\'\\x41\\101\\u00e9\\U1F433\\cA\\q'", "a\n\t\\'AA\xc3\xa9\xf0\x9f\x90\xb3\x01\\q"},
      {"$\"a\\\"b\"", "a\"b"},
      {"~/a*?[b]{c,d}", "~/a*?[b]{c,d}"},
      {"a@(b|'c d')", "a@(b|c d)"},
      {"a\\", "a\\"},
      {"$a", std::nullopt},
      {"a\"b$c\"", std::nullopt},
      {"`a`", std::nullopt},
      {"$((1))", std::nullopt},
      {"<(a)", std::nullopt},
      {"@($a)", std::nullopt},
  };
  for (const auto& [word, value] : cases) {
    with_word(word, [&, expected = value](const Word& node, const std::string& text) {
      EXPECT_EQ(literal_value(node, text), expected) << text;
      EXPECT_EQ(is_static(node), expected.has_value()) << text;
    });
  }
}

TEST(ShellWords, AreNotReadThroughEscapedBackquotes) {
  const std::string text = "`a \\\\\\\\b`";
  const Script script = parse(text, Dialect::Bash);
  const auto& outer =
      std::get<const SimpleCommand*>(script.list.items[0].and_or.pipelines[0].commands[0].body)->words[0];
  const List& inner = *outer.parts[0].list;
  const auto& command = *std::get<const SimpleCommand*>(inner.items[0].and_or.pipelines[0].commands[0].body);
  EXPECT_EQ(raw(text, command.words[1].span), "\\\\\\\\b") << "the place is exact";
  EXPECT_EQ(literal_value(command.words[1], text), std::nullopt) << "the value would not be";
}

TEST(ShellWords, UseKnownVariables) {
  const Variables variables{{"v", "1.2"}, {"s", "a b"}, {"e", ""}, {"g", "*"}};
  struct Case {
    std::string word;
    std::optional<std::string> argument;
    std::optional<std::string> assigned;
  };
  const std::vector<Case> cases = {
      {"x-$v-${v}", "x-1.2-1.2", "x-1.2-1.2"},
      {"\"$s\"$v", "a b1.2", "a b1.2"},
      {"$s", std::nullopt, "a b"},
      {"a$e", std::nullopt, "a"},
      {"\"$e\"", "", ""},
      {"$g", std::nullopt, "*"},
      {"${v:-x} ", "1.2", "1.2"},
      {"\"${e-x}\"", "", ""},
      {"\"${e:-x}\"", std::nullopt, std::nullopt},
      {"${v%.*}", std::nullopt, std::nullopt},
      {"${#v}", std::nullopt, std::nullopt},
      {"$unknown", std::nullopt, std::nullopt},
      {"$v$(a)", std::nullopt, std::nullopt},
  };
  for (const Case& row : cases) {
    with_word(row.word, [&](const Word& node, const std::string& text) {
      EXPECT_EQ(known_value(node, text, variables, FieldSplitting::Yes), row.argument) << text;
      EXPECT_EQ(known_value(node, text, variables, FieldSplitting::No), row.assigned) << text;
    });
  }
}

TEST(ShellWords, MapTheirValueToTheText) {
  with_word("'ab'\\c\"d\\\"\"$v", [](const Word& node, const std::string& text) {
    const auto value = mapped_value(node, text, {{"v", "xyz"}});
    ASSERT_TRUE(value);
    EXPECT_EQ(value->value, "abcd\"xyz");
    const auto source = [&](LogicalSpan span) { return raw(text, value->source(span)); };
    EXPECT_EQ(source({0, 2}), "ab");
    EXPECT_EQ(source({2, 3}), "\\c");
    EXPECT_EQ(source({4, 5}), "\\\"");
    EXPECT_EQ(source({6, 7}), "$v") << "any byte of a replaced variable stands for the whole of it";
    EXPECT_EQ(value->source({8, 8}), (LogicalSpan{node.span.end, node.span.end}));
  });
}

TEST(ShellWords, KnowPatterns) {
  for (const std::string word : {"*", "a?b", "[ab]", "\"a\"*", "@(a)"}) {
    EXPECT_TRUE(with_word(word, has_glob)) << word;
  }
  for (const std::string word : {"a", "\\*", "'*'", "\"?\"", "$a", "{a,b}"}) {
    EXPECT_FALSE(with_word(word, has_glob)) << word;
  }
}

}  // namespace
}  // namespace dockwright::shell
