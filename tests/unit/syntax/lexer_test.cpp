// Variable expansion as BuildKit does it.
#include "analysis/syntax/lexer.hpp"

#include <gtest/gtest.h>

#include <map>

#include "analysis/syntax/image_name.hpp"

namespace dockwright::syntax {
namespace {

struct Case {
  const char* text;
  const char* expected;  // the value, or `!` and the text from where the error is
  char escape = '\\';
};

const std::map<std::string, std::string, std::less<>> variables{{"a", "1"}, {"v", "foo.tar.gz"}, {"empty", ""}};

std::string expand_all(const Case& c) {
  LexerOptions options;
  options.escape = c.escape;
  const Expansion result = expand(
      c.text,
      [](std::string_view name) -> std::optional<std::string_view> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional<std::string_view>(found->second);
      },
      options);
  return result.error.empty() ? result.value : "!" + std::string(c.text).substr(result.error_at);
}

class Expansions : public testing::TestWithParam<Case> {};
TEST_P(Expansions, AreBuildKits) { EXPECT_EQ(expand_all(GetParam()), GetParam().expected) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(All, Expansions, testing::Values(
  Case{"x$a-${a}y", "x1-1y"}, Case{"$b", ""}, Case{"$", "$"}, Case{"$1x", "x"}, Case{"\\$a", "$a"}, Case{"'$a'", "$a"}, Case{"\"$a b\"", "1 b"},
  Case{"`$a", "$a", '`'}, Case{"\\$a", "\\1", '`'}, Case{"${b:-x}", "x"}, Case{"${empty:-x}", "x"}, Case{"${empty-x}", ""}, Case{"${b:-${a}2}", "12"},
  Case{"${a:+y}", "y"}, Case{"${b+y}", ""}, Case{"${a:?m}", "1"}, Case{"${b:?m}", "!${b:?m}"}, Case{"${v%.gz}", "foo.tar"}, Case{"${v%%.*}", "foo"},
  Case{"${v#*.}", "tar.gz"}, Case{"${v##*.}", "gz"}, Case{"${v/foo/bar}", "bar.tar.gz"}, Case{"${v//./_}", "foo_tar_gz"}, Case{"${v/o*a/-}", "f-r.gz"},
  Case{"${a^^}", "!^^}"}, Case{"${#a}", "!a}"}, Case{"${a:1:2}", "!:1:2}"}, Case{"${}", "!${}"}, Case{"${a", "!${a"}, Case{"\"x", "!\"x"}, Case{"'x", "!'x"}));

TEST(Lexer, FindsReferencesWithTheirPlaces) {
  const std::string text = "x${a:-\"$b\"}$c";
  const Expansion result = scan_references(text, {});
  std::string found;
  for (const VariableReference& reference : result.references) {
    found += text.substr(reference.span.begin, reference.span.size()) + "|" + text.substr(reference.name.begin, reference.name.size()) +
             "|" + std::string(reference.operation) + "|" + text.substr(reference.operand.begin, reference.operand.size()) + "\n";
  }
  EXPECT_EQ(found, "${a:-\"$b\"}|a|:-|\"$b\"\n$b|b||\n$c|c||\n");
}

TEST(Lexer, ValuesCannotGrowWithoutBound) {
  std::string value(40000, 'x');
  const Expansion result = expand("$a$a$a", [&](std::string_view) { return std::optional<std::string_view>(value); }, {});
  EXPECT_FALSE(result.error.empty());
}

TEST(Lexer, DeepNestingIsAnError) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "${a:-";
  EXPECT_FALSE(scan_references(text, {}).error.empty());
}

TEST(ImageName, ValidReferences) {
  for (const char* good : {"alpine", "alpine:3.20", "localhost:5000/a", "ghcr.io/a/b-c_d.e:V1", "a__b", "A.b/c", "x@sha256:0123456789012345678901234567890123456789012345678901234567890123"}) {
    EXPECT_TRUE(is_valid_reference(good)) << good;
  }
  for (const char* bad : {"", "Alpine", "a/B", "a:", "a:-x", "a//b", "a_-b", ":x", "a@sha256:12", "-a", "a b"}) {
    EXPECT_FALSE(is_valid_reference(bad)) << bad;
  }
}

}  // namespace
}  // namespace dockwright::syntax
