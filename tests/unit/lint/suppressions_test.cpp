// Which findings a comment silences, and what is said of comments that silence nothing.
#include <gtest/gtest.h>

#include "analysis/lint/fixes.hpp"
#include "analysis/lint/linter.hpp"

namespace dockwright::lint {
namespace {

struct Case {
  const char* source;
  const char* expected;  // `line:rule` of every finding of the rules selected below
};

const char* const selected[] = {"root-user", "sudo", "maintainer", "unused-suppression", "expired-suppression", "unknown-rule"};

Settings settings() {
  Settings result;
  result.select.assign(std::begin(selected), std::end(selected));
  result.today = "2026-11-01";
  return result;
}

std::shared_ptr<const model::Model> model_of(const std::string& text) {
  return model::Model::build(syntax::Tree::parse(Text(text)), {}, nullptr);
}

std::string findings(const model::Model& model) {
  std::string out;
  for (const rules::Finding& finding : lint(model, RuleSet(settings()))) {
    out += fmt::format("{}:{} ", model.text().lines().line_of(finding.range.begin) + 1, finding.rule->info.name);
  }
  if (!out.empty()) out.pop_back();
  return out;
}

class Suppressions : public testing::TestWithParam<Case> {};
TEST_P(Suppressions, Silence) { EXPECT_EQ(findings(*model_of(GetParam().source)), GetParam().expected) << GetParam().source; }

INSTANTIATE_TEST_SUITE_P(All, Suppressions, testing::Values(
  Case{"FROM a\nUSER root", "2:root-user"},
  Case{"FROM a\n# dockwright ignore=root-user\nUSER root", ""},
  Case{"FROM a\n# dockwright ignore=DL3002 -- it must\n\n# why\nUSER root", ""},
  Case{"FROM a\n# dockwright ignore=sudo, root-user until=2027-01-01\nUSER root", "2:unused-suppression"},
  Case{"FROM a\n# dockwright ignore=root-user until=2026-10-31\nUSER root", "2:expired-suppression 3:root-user"},
  Case{"FROM a\n# dockwright ignore=rot-user\nUSER root", "2:unknown-rule 3:root-user"},
  Case{"FROM a\n# dockwright ignore=ALL\nUSER root", ""},
  Case{"FROM a\n# dockwright ignore=users\nUSER root", ""},
  Case{"# dockwright file ignore=root-user\nFROM a\nUSER root", ""},
  Case{"FROM a\nUSER root\n# dockwright file ignore=root-user", ""},
  Case{"# dockwright stage ignore=sudo\nFROM a AS s\nRUN sudo x\nFROM s\nRUN sudo y", "5:sudo"},
  Case{"FROM a AS s\nRUN sudo x\n# dockwright stage ignore=sudo\nRUN sudo y\nFROM s\nRUN sudo z", "6:sudo"},
  Case{"FROM a\n# hadolint ignore=DL3002,DL9999\nUSER root", ""},
  Case{"# hadolint global ignore=DL3002\nFROM a\nUSER root", ""},
  Case{"# check=skip=MaintainerDeprecated;error=true\nFROM a\nMAINTAINER x", ""},
  Case{"# check=error=true;skip=all\nFROM a\nMAINTAINER x", ""},
  Case{"FROM a\n# check=skip=MaintainerDeprecated\nMAINTAINER x\nMAINTAINER y", "4:maintainer"},
  Case{"FROM a\n# tally ignore=DL3002\nUSER root", ""},
  Case{"FROM a\nRUN sudo a && \\\n  # dockwright ignore=sudo\n  sudo b && \\\n  sudo c", "2:sudo 5:sudo"},
  Case{"FROM a\nRUN <<E\nsudo a\n# dockwright ignore=sudo -- because\nsudo b\nsudo c\nE", "3:sudo 6:sudo"},
  Case{"FROM a\n# dockwright ignores=root-user\nUSER root", "3:root-user"},
  Case{"FROM a\n# dockwright\nUSER root", "3:root-user"}));

struct EditCase {
  const char* source;
  SuppressWhere where;
  const char* expected;
};
class SuppressEdits : public testing::TestWithParam<EditCase> {};
TEST_P(SuppressEdits, SilenceTheFirstFinding) {
  const auto model = model_of(GetParam().source);
  const auto before = lint(*model, RuleSet(settings()));
  ASSERT_FALSE(before.empty());
  const auto edit = suppress(*model, before[0], GetParam().where);
  ASSERT_TRUE(edit);
  const std::string after = apply_edits(model->text(), {*edit});
  EXPECT_EQ(after, GetParam().expected);
  EXPECT_EQ(lint(*model_of(after), RuleSet(settings())).size(), before.size() - 1) << after;
}
INSTANTIATE_TEST_SUITE_P(All, SuppressEdits, testing::Values(
  EditCase{"FROM a\n  USER root\n", SuppressWhere::Here, "FROM a\n  # dockwright ignore=root-user\n  USER root\n"},
  EditCase{"FROM a\r\nUSER root\r\n", SuppressWhere::Here, "FROM a\r\n# dockwright ignore=root-user\r\nUSER root\r\n"},
  EditCase{"FROM a\nRUN x && \\\n    sudo y && \\\n    z\n", SuppressWhere::Here, "FROM a\nRUN x && \\\n    # dockwright ignore=sudo\n    sudo y && \\\n    z\n"},
  EditCase{"FROM a\nRUN x && sudo y\n", SuppressWhere::Here, "FROM a\n# dockwright ignore=sudo\nRUN x && sudo y\n"},
  EditCase{"FROM a\nRUN x \\\n && sudo y\n", SuppressWhere::Here, "FROM a\nRUN x \\\n # dockwright ignore=sudo\n && sudo y\n"},
  EditCase{"# syntax=docker/dockerfile:1\nFROM a\nUSER root\n", SuppressWhere::File, "# syntax=docker/dockerfile:1\n# dockwright file ignore=root-user\nFROM a\nUSER root\n"},
  EditCase{"\xEF\xBB\xBF" "FROM a\nUSER root\n", SuppressWhere::File, "\xEF\xBB\xBF# dockwright file ignore=root-user\nFROM a\nUSER root\n"},
  EditCase{"ARG x\n\nFROM a\nUSER root\n", SuppressWhere::Stage, "ARG x\n\n# dockwright stage ignore=root-user\nFROM a\nUSER root\n"},
  EditCase{"FROM a\nRUN <<E\n\tsudo x\nE\n", SuppressWhere::Here, "FROM a\nRUN <<E\n\t# dockwright ignore=sudo\n\tsudo x\nE\n"}));

}  // namespace
}  // namespace dockwright::lint
