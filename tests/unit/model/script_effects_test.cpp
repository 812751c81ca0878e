// What the commands of a RUN leave in the layer: files, packages, modes; and what its image is for.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/model/build_command.hpp"
#include "analysis/model/created_files.hpp"
#include "analysis/model/file_mode.hpp"
#include "analysis/model/kept_packages.hpp"
#include "analysis/model/layer_files.hpp"
#include "analysis/model/purpose.hpp"

namespace dockwright::model {
namespace {

std::shared_ptr<const Model> build(const std::string& text) {
  return Model::build(syntax::Tree::parse(Text(text)), {}, nullptr);
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

struct Case {
  const char* source;
  const char* expected;
};

class CreatedFiles : public testing::TestWithParam<Case> {};
TEST_P(CreatedFiles, AreNamed) {
  const auto model = build(std::string("FROM a\nRUN ") + GetParam().source);
  const Step& step = model->steps()[1];
  std::vector<std::string> paths;
  for (const shell::Command& command : step.commands()) {
    for (const CreatedFile& file : created_files(*step.script, command)) paths.push_back(file.path);
  }
  EXPECT_EQ(join(paths), GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(All, CreatedFiles,
                         testing::Values(Case{"curl -fsSL https://x/a.tgz -o /tmp/a.tgz", "/tmp/a.tgz"},
                                         Case{"curl -fsSLo /tmp/a https://x/b", "/tmp/a"},
                                         Case{"curl -o/tmp/a --output-dir /y https://x/b", "/tmp/a"},
                                         Case{"curl -LO https://x/y/a.zip?z=/1", "a.zip"},
                                         Case{"curl --remote-name https://x/a-$V.zip", "a-$V.zip"},
                                         Case{"curl -H 'Accept: a/b' https://x/a.zip", ""},
                                         Case{"curl https://x/a > /dev/null", ""},
                                         Case{"wget https://x/a.zip https://x/b", "a.zip b"},
                                         Case{"wget -qO /a https://x/b", "/a"}, Case{"wget -qO- https://x/b", ""},
                                         Case{"wget -P /opt https://x/b", "/opt/b"},
                                         Case{"wget --output-document=a https://x/b", "a"}, Case{"wget https://x/", ""},
                                         Case{"git clone --depth 1 -b v1 https://x/y/z.git", "z"},
                                         Case{"git clone https://x/y /src/y", "/src/y"}, Case{"git checkout a/b", ""},
                                         Case{"echo a > /a 2> b; cat x >> /c", "/a b"}, Case{"wget", ""},
                                         Case{"curl -o", ""}, Case{"curl --output", ""}));

class Deletions : public testing::TestWithParam<Case> {};
TEST_P(Deletions, MeetWhatWasMade) {
  const auto model = build(std::string("FROM a\n") + GetParam().source);
  LayerFiles files;
  std::vector<std::string> paths;
  for (const Step& step : model->steps()) {
    for (const auto& deletion : files.enter(step)) paths.push_back(deletion.file.path);
  }
  EXPECT_EQ(join(paths), GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(
    All, Deletions,
    testing::Values(Case{"COPY a b /tmp/\nRUN rm /tmp/a /tmp/c", "/tmp/a"},
                    Case{"COPY a /tmp/\nRUN rm -rf /tmp", "/tmp/a"}, Case{"COPY a /tmp/b\nRUN rm -rf /tmp/*", "/tmp/b"},
                    Case{"COPY . /tmp/b/\nRUN rm -rf /tmp/b", "/tmp/b"}, Case{"COPY a* /tmp/\nRUN rm /tmp/a1", ""},
                    Case{"WORKDIR /w\nWORKDIR x\nCOPY a ./\nWORKDIR /\nRUN rm w/x/a", "/w/x/a"},
                    Case{"WORKDIR $X\nRUN wget http://x/a\nRUN rm ./a", "/?1/a"},
                    Case{"WORKDIR $X\nRUN wget http://x/a\nWORKDIR $X\nRUN rm a", ""},
                    Case{"RUN wget http://x/a && cd /b && rm a", ""}, Case{"RUN wget http://x/a && rm a\nRUN rm a", ""},
                    Case{"RUN curl -o /a http://x\nRUN rm -f /a\nRUN rm /a", "/a"},
                    Case{"RUN curl -o /{a http://x\nRUN rm -rf / --no-preserve-root", ""}));

class Kept : public testing::TestWithParam<Case> {};
TEST_P(Kept, Packages) {
  const auto model = build(std::string("FROM a\nRUN ") + GetParam().source);
  std::vector<std::string> names;
  for (const KeptPackage& package : kept_packages(*model->steps()[1].script)) names.push_back(package.name);
  EXPECT_EQ(join(names), GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(
    All, Kept,
    testing::Values(Case{"apt-get install a b=1 $c", "a b"},
                    Case{"apt-get install a b && apt-get purge b && apt-get install c", "a c"},
                    Case{"apt-get purge a && apt-get install a", "a"},
                    Case{"apt-get install a && apt-get purge $x", ""},
                    Case{"apt-get install a && apt-get purge '^a'", ""},
                    Case{"apt-mark auto '.*' && apt-get install a && apt-get purge --auto-remove", ""},
                    Case{"apk add --virtual .x a && apk add b && apk del .x", "b"},
                    Case{"apk add -t $X a && apk del $X", ""}, Case{"if x; then apk add a; fi; apk add b", "b"},
                    Case{"dnf install a && apt-get purge a", "a"}));

class Purpose : public testing::TestWithParam<std::pair<const char*, bool>> {};
TEST_P(Purpose, IsToRunAProgram) {
  const auto model = build(std::string("FROM a\n") + GetParam().first);
  EXPECT_EQ(runs_a_program(model->stages().back()), GetParam().second) << GetParam().first;
}
INSTANTIATE_TEST_SUITE_P(
    All, Purpose,
    testing::Values(
        std::pair("RUN a", false), std::pair("CMD [\"/app\"]", true), std::pair("CMD app --x", true),
        std::pair("CMD a && b", true), std::pair("CMD bash", false), std::pair("CMD [\"/bin/sh\", \"-l\"]", false),
        std::pair("CMD [\"sh\", \"-c\", \"app\"]", true), std::pair("CMD [\"sh\", \"run.sh\"]", true),
        std::pair("ENTRYPOINT [\"/e.sh\"]\nCMD [\"bash\"]", false), std::pair("ENTRYPOINT [\"/e\"]\nCMD []", true),
        std::pair("ENTRYPOINT [\"/e\"]\nCMD [\"--help\"]", true), std::pair("CMD [\"python3\"]", false),
        std::pair("CMD [\"python3\", \"a.py\"]", true), std::pair("CMD sleep infinity", false),
        std::pair("CMD [\"tail\", \"-f\", \"/dev/null\"]", false), std::pair("CMD [\"make\", \"test\"]", false),
        std::pair("CMD exec bash -c 'trap : TERM; sleep infinity & wait'", false)));

TEST(Purpose, IsInheritedByWhatShips) {
  const auto model = build("FROM a AS x\nFROM b AS y\nFROM x\nCMD app");
  EXPECT_EQ(stages_of_programs(*model), (std::vector<bool>{true, false, true}));
}

struct ModeCase {
  const char* mode;
  bool world_writable;
  bool setuid;
};
class Modes : public testing::TestWithParam<ModeCase> {};
TEST_P(Modes, TurnOn) {
  const auto& [mode, world_writable, setuid] = GetParam();
  EXPECT_EQ(mode_effects(mode).world_writable, world_writable) << mode;
  EXPECT_EQ(mode_effects(mode).setuid, setuid) << mode;
}
INSTANTIATE_TEST_SUITE_P(
    All, Modes,
    testing::Values(ModeCase{"777", true, false}, ModeCase{"0666", true, false}, ModeCase{"1777", false, false},
                    ModeCase{"4755", false, true}, ModeCase{"6777", true, true}, ModeCase{"2777", true, false},
                    ModeCase{"755", false, false}, ModeCase{"2", true, false}, ModeCase{"", false, false},
                    ModeCase{"a+w", true, false}, ModeCase{"o=rw", true, false}, ModeCase{"+w", false, false},
                    ModeCase{"o-w", false, false}, ModeCase{"u+s", false, true}, ModeCase{"g+s", false, false},
                    ModeCase{"+s", false, true}, ModeCase{"u-s", false, false}, ModeCase{"g=u,o+w", true, false},
                    ModeCase{"o+w,+t", false, false}, ModeCase{"u+x-w", false, false}, ModeCase{"readme", false, false},
                    ModeCase{"888", false, false}));

class Builds : public testing::TestWithParam<Case> {};
TEST_P(Builds, AreFound) {
  const auto model = build(std::string("FROM a\nRUN ") + GetParam().source);
  const Step& step = model->steps()[1];
  std::vector<std::string> found;
  for (const shell::Command& command : step.commands()) {
    if (const auto span = build_command(command)) found.emplace_back(step.script->text.text(*span));
  }
  EXPECT_EQ(join(found), GetParam().expected) << GetParam().source;
}
INSTANTIATE_TEST_SUITE_P(
    All, Builds,
    testing::Values(Case{"go build -o /a ./...", "go build"}, Case{"go mod download", ""},
                    Case{"npm ci && npm --prefix ui run build", "npm --prefix ui run build"}, Case{"npm run test", ""},
                    Case{"npm run", ""}, Case{"yarn build; yarn install", "yarn build"},
                    Case{"mvn -B -f x package clean verify", "mvn"}, Case{"mvn dependency:go-offline", ""},
                    Case{"./gradlew :app:bootJar", "./gradlew"}, Case{"make -j4 all", "make"},
                    Case{"cmake . && cmake --build b", "cmake --build"},
                    Case{"cargo --locked build", "cargo --locked build"}, Case{"dotnet restore", ""}));

}  // namespace
}  // namespace dockwright::model
