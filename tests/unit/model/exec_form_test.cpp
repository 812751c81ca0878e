// Which shell forms need no shell, which were meant as arrays, and how an array is written.
#include "analysis/model/exec_form.hpp"

#include <gtest/gtest.h>

#include "analysis/model/model.hpp"

namespace dockwright::model {
namespace {

std::shared_ptr<const Model> build(std::string_view instruction) {
  return Model::build(syntax::Tree::parse(Text("FROM a\n" + std::string(instruction))), {}, nullptr);
}

struct Case {
  const char* instruction;
  const char* expected;  // the exec form; null: needs a shell
};

class PlainWords : public testing::TestWithParam<Case> {};

TEST_P(PlainWords, Are) {
  const auto [instruction, expected] = GetParam();
  const auto model = build(instruction);
  const auto words = plain_words(*model->steps()[1].script);
  ASSERT_EQ(words.has_value(), expected != nullptr) << instruction;
  if (!words) return;
  EXPECT_EQ(json_array(*words), expected) << instruction;
}

INSTANTIATE_TEST_SUITE_P(All, PlainWords, testing::Values(
  Case{"CMD node server.js", R"(["node", "server.js"])"},
  Case{"CMD a  'b c' \"d\" e=f", R"(["a", "b c", "d", "e=f"])"},
  Case{"CMD a \\\n  b", R"(["a", "b"])"},
  Case{"CMD a 'say \"hi\"'", R"(["a", "say \"hi\""])"},
  Case{"CMD a ''", R"(["a", ""])"},
  Case{"CMD a $b", nullptr},
  Case{"CMD a \"$b\"", nullptr},
  Case{"CMD a $(b)", nullptr},
  Case{"CMD a *.txt", nullptr},
  Case{"CMD ~/a", nullptr},
  Case{"CMD a {b,c}", nullptr},
  Case{"CMD a\\ b", nullptr},
  Case{"CMD A=1 a", nullptr},
  Case{"CMD a > b", nullptr},
  Case{"CMD a &", nullptr},
  Case{"CMD a; b", nullptr},
  Case{"CMD a && b", nullptr},
  Case{"CMD a | b", nullptr},
  Case{"CMD ! a", nullptr},
  Case{"CMD (a)", nullptr},
  Case{"CMD a # b", nullptr},
  Case{"CMD exec a", nullptr},
  Case{"CMD cd /a", nullptr},
  Case{"CMD [ -f a ]", nullptr},
  Case{"CMD 'a", nullptr}));

TEST(JsonArray, EscapesWhatItMust) {
  const std::vector<std::string> strings = {"a\\b\"c", "tab\t", "ü"};
  EXPECT_EQ(json_array(strings), R"(["a\\b\"c", "tab\u0009", "ü"])");
  EXPECT_EQ(json_array({}), "[]");
  const std::vector<std::string> broken = {"\xff"};
  EXPECT_EQ(json_array(broken), std::nullopt);
}

struct ArrayCase {
  const char* instruction;
  bool meant;
};

class MeantAsArray : public testing::TestWithParam<ArrayCase> {};

TEST_P(MeantAsArray, Is) {
  const auto [instruction, meant] = GetParam();
  EXPECT_EQ(is_meant_as_array(*build(instruction)->steps()[1].syntax), meant) << instruction;
}

INSTANTIATE_TEST_SUITE_P(All, MeantAsArray, testing::Values(
  ArrayCase{"CMD [\"a\"]", false},
  ArrayCase{"CMD a", false},
  ArrayCase{"CMD [", false},
  ArrayCase{"CMD ['a']", true},
  ArrayCase{"CMD [ 'a' ]", true},
  ArrayCase{"CMD [a]", true},
  ArrayCase{"CMD [a, b]", true},
  ArrayCase{"CMD [\"a\"", true},
  ArrayCase{"CMD [\"a", true},
  ArrayCase{"CMD [\"a\",]", true},
  ArrayCase{"RUN [a]", false},
  ArrayCase{"RUN [ -f a ] && b", false},
  ArrayCase{"RUN [ 'a' = 'b' ]", false},
  ArrayCase{"RUN [ 'a', 'b' ]", true},
  ArrayCase{"RUN [[ a == b ]]", false},
  ArrayCase{"COPY [a-z]* /x", false},
  ArrayCase{"COPY ['a', 'b']", true},
  ArrayCase{"HEALTHCHECK CMD [ \"$(a)\" = b ]", false},
  ArrayCase{"HEALTHCHECK CMD ['a']", true}));

}  // namespace
}  // namespace dockwright::model
