// Stages, what ships, shells, scripts; and that an incremental model equals a fresh one.
#include "analysis/model/model.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace dockwright::model {
namespace {

std::shared_ptr<const Model> build(std::string_view text, const BuildSettings& settings = {}) {
  return Model::build(syntax::Tree::parse(Text(std::string(text))), settings, nullptr);
}

// `index name image|<parent flags`, flags: E exported, S shipped, R referenced.
std::string stages(const Model& model) {
  std::string out;
  for (const Stage& stage : model.stages()) {
    out += fmt::format("{}{}{}{}{}{} ", stage.name, stage.parent == none ? "=" + stage.image : fmt::format("<{}", stage.parent),
                       stage.exported || stage.shipped || stage.referenced ? ":" : "", stage.exported ? "E" : "",
                       stage.shipped ? "S" : "", stage.referenced ? "R" : "");
  }
  if (!out.empty()) out.pop_back();
  return out;
}

struct StageCase {
  const char* source;
  const char* expected;
  std::vector<std::string> targets = {};
};
class Stages : public testing::TestWithParam<StageCase> {};
TEST_P(Stages, Are) {
  EXPECT_EQ(stages(*build(GetParam().source, {GetParam().targets, {{"GIVEN", "x:1"}}})), GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(All, Stages, testing::Values(
  StageCase{"FROM a AS B\nFROM b\nCOPY --from=0 x y", "b=a:SR <0:ES"},
  StageCase{"FROM a AS b\nFROM c\nCOPY --from=B x y", "b=a:R =c:ES"},
  StageCase{"FROM a AS b\nFROM c\nRUN --mount=from=b,target=/x y", "b=a:R =c:ES"},
  StageCase{"FROM b\nFROM a AS b", "=b b=a:ES"},
  StageCase{"FROM a AS x\nFROM b AS y", "x=a:ES y=b", {"x"}},
  StageCase{"ARG V=1\nFROM a:$V AS x\nFROM $V", "x=a:1 =1:ES"},
  StageCase{"ARG I\nFROM $I", "=:ES"},
  StageCase{"ARG I\nFROM ${I:-a:2}", "=a:2:ES"},
  StageCase{"ARG R\nFROM ${R}a:1", "=:ES"},
  StageCase{"ARG GIVEN=a\nFROM $GIVEN", "=x:1:ES"},
  StageCase{"FROM a-$TARGETARCH", "=:ES"},
  StageCase{"RUN a\nUSER b", "=:ES"}));

TEST(Model, FindsInheritedInstructions) {
  const auto model = build("FROM a AS b\nUSER x\nUSER y\nFROM b AS c\nRUN z\nFROM c\nCMD d");
  const Stage& last = model->stages()[2];
  EXPECT_EQ(last.find_last(Keyword::User), nullptr);
  const Step* user = last.find_inherited(Keyword::User);
  ASSERT_NE(user, nullptr);
  EXPECT_EQ(user->text(user->syntax->arguments), "y");
  EXPECT_EQ(last.root().image, "a");
}

struct ShellCase {
  const char* source;
  ShellKind expected;  // of the last step
};
class Shells : public testing::TestWithParam<ShellCase> {};
TEST_P(Shells, Are) { EXPECT_EQ(build(GetParam().source)->steps().back().shell, GetParam().expected) << GetParam().source; }
INSTANTIATE_TEST_SUITE_P(All, Shells, testing::Values(
  ShellCase{"FROM a\nRUN x", ShellKind::Posix}, ShellCase{"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN x", ShellKind::Bash},
  ShellCase{"FROM a AS b\nSHELL [\"bash\"]\nFROM b\nRUN x", ShellKind::Bash}, ShellCase{"FROM a AS b\nSHELL [\"bash\"]\nFROM c\nRUN x", ShellKind::Posix},
  ShellCase{"# escape=`\nFROM a\nRUN x", ShellKind::Cmd}, ShellCase{"FROM mcr.microsoft.com/windows/nanoserver:1809\nRUN x", ShellKind::Cmd},
  ShellCase{"FROM a\nSHELL [\"C:\\\\x\\\\PowerShell.EXE\"]\nRUN x", ShellKind::PowerShell},
  ShellCase{"FROM a\n# hadolint shell=pwsh\nRUN x", ShellKind::PowerShell}));

struct ScriptCase {
  const char* source;
  const char* expected;  // the script of the last step and the source of its first command; `none` without a script
};
class Scripts : public testing::TestWithParam<ScriptCase> {};
TEST_P(Scripts, Are) {
  const auto model = build(GetParam().source);
  const Step& step = model->steps().back();
  std::string found = "none";
  if (step.script) {
    found = step.script->text.text() + "|";
    if (!step.commands().empty()) found += model->text().bytes(step.script_range(step.commands()[0].span));
  }
  EXPECT_EQ(found, GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(All, Scripts, testing::Values(
  ScriptCase{"FROM a\nRUN --network=none b \\\n# c\n  c && d", "b   c && d|b \\\n# c\n  c"},
  ScriptCase{"FROM a\nRUN [\"b\"]", "none"}, ScriptCase{"FROM a\nCMD b c", "b c|b c"}, ScriptCase{"FROM a\nHEALTHCHECK CMD b", "b|b"},
  ScriptCase{"FROM a\nRUN <<E\nb\nE", "b\n|b"}, ScriptCase{"FROM a\nRUN <<-E\n\tb\n\t\tc\nE", "b\nc\n|b"},
  ScriptCase{"FROM a\nRUN <<E\n#!/usr/bin/env -S bash -e\nb\nE", "#!/usr/bin/env -S bash -e\nb\n|b"},
  ScriptCase{"FROM a\nRUN <<E\n#!/usr/bin/python3\nb\nE", "none"},
  ScriptCase{"FROM a\nRUN cat <<E > f && b\nx\nE\n", "cat <<E > f && b\nx\nE|cat <<E > f"},
  ScriptCase{"FROM a\nUSER b", "none"}));

TEST(Model, KeepsTheScriptsOfUnchangedInstructions) {
  const auto before = build("FROM a\nRUN b\nRUN c\nRUN d\n");
  const Text& text = before->text();
  const ByteRange at{{13}, {14}};  // in the second instruction: after `RUN b`
  const Text next = text.replace(at, "xyz");
  const auto after = Model::build(before->tree().edit(next, at, 3), {}, before.get());
  EXPECT_EQ(after->steps()[1].script, before->steps()[1].script);
  EXPECT_EQ(after->steps()[3].script, before->steps()[3].script);
  EXPECT_NE(after->steps()[2].script, before->steps()[2].script);
}

}  // namespace
}  // namespace dockwright::model
