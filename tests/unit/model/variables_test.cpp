// Values of variables at a place in the file.
#include "analysis/model/variables.hpp"

#include <gtest/gtest.h>

namespace dockwright::model {
namespace {

struct Case {
  const char* source;    // the argument of the last instruction is what is expanded
  const char* expected;  // null: not known
};

class ExpandAt : public testing::TestWithParam<Case> {};

TEST_P(ExpandAt, Knows) {
  const auto [source, expected] = GetParam();
  const auto model = Model::build(syntax::Tree::parse(Text(source)), {}, nullptr);
  const Step& last = model->steps().back();
  const auto value = expand_at(*model, last, last.text(last.syntax->arguments));
  EXPECT_EQ(value, expected ? std::optional<std::string>(expected) : std::nullopt) << source;
}

INSTANTIATE_TEST_SUITE_P(All, ExpandAt, testing::Values(
  Case{"FROM a\nUSER 'b'c", "bc"},
  Case{"FROM a\nENV x=1\nUSER $x", "1"},
  Case{"FROM a\nENV x 1 2\nUSER $x", "1 2"},
  Case{"FROM a\nARG x=1\nENV x=2\nUSER $x", "2"},
  Case{"FROM a\nENV x=1\nENV x=2 y=$x\nUSER $y", "1"},
  Case{"FROM a\nARG x=1 y=${x}2\nUSER $y", "12"},
  Case{"ARG x=1\nFROM a\nARG x\nUSER $x", "1"},
  Case{"ARG x=1\nFROM a\nUSER $x", nullptr},
  Case{"FROM a\nENV x=1\nARG x\nUSER $x", "1"},
  Case{"FROM a\nUSER $x\nENV x=1\nUSER $y", nullptr},
  Case{"FROM a AS b\nENV x=1\nFROM b\nUSER $x", "1"},
  Case{"FROM a AS b\nENV x=1\nFROM a\nUSER $x", nullptr},
  Case{"FROM a\nLABEL x=1\nUSER $x", nullptr},
  Case{"FROM a\nENV x=1 y=2\nUSER ${x:-$y}${z:-$y}", nullptr},
  Case{"FROM a\nENV x=$x\nUSER $x", nullptr},
  Case{"FROM a\nENV a=1\nENV a=$a$a\nENV a=$a$a\nUSER $a", "1111"},
  Case{"FROM a\nUSER ${x", nullptr},
  Case{"USER $x", nullptr}));

// Each ENV refers to the one before: the search gives up, whatever the length.
TEST(ExpandAtLongChain, EndsWithoutAValue) {
  std::string source = "FROM a\nENV x=1\n";
  for (int i = 0; i < 5000; ++i) source += "ENV x=$x\n";
  source += "USER $x";
  const auto model = Model::build(syntax::Tree::parse(Text(source)), {}, nullptr);
  EXPECT_EQ(expand_at(*model, model->steps().back(), "$x"), std::nullopt);
}

}  // namespace
}  // namespace dockwright::model
