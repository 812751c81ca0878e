#include "analysis/model/build_command.hpp"

#include <algorithm>
#include <array>

namespace dockwright::model {

using std::string_view;

namespace {

// A program and the first word that is no option; without a verb any call is a build.
struct Row {
  string_view program;
  string_view verb;
};

constexpr std::array rows{
    Row{"bazel", "build"},        Row{"cabal", "build"},
    Row{"cabal", "install"},      Row{"cargo", "build"},
    Row{"cargo", "install"},      Row{"dotnet", "build"},
    Row{"dotnet", "publish"},     Row{"go", "build"},
    Row{"go", "install"},         Row{"gradle", "assemble"},
    Row{"gradle", "build"},       Row{"gradle", "bootJar"},
    Row{"gradle", "installDist"}, Row{"gradle", "jar"},
    Row{"gradle", "shadowJar"},   Row{"gradle", "war"},
    Row{"gradlew", "assemble"},   Row{"gradlew", "build"},
    Row{"gradlew", "bootJar"},    Row{"gradlew", "installDist"},
    Row{"gradlew", "jar"},        Row{"gradlew", "shadowJar"},
    Row{"gradlew", "war"},        Row{"javac", ""},
    Row{"lein", "uberjar"},       Row{"make", ""},
    Row{"mix", "release"},        Row{"mvn", "install"},
    Row{"mvn", "package"},        Row{"mvn", "verify"},
    Row{"mvnw", "install"},       Row{"mvnw", "package"},
    Row{"mvnw", "verify"},        Row{"ninja", ""},
    Row{"ng", "build"},           Row{"npm", "run build"},
    Row{"pnpm", "build"},         Row{"pnpm", "run build"},
    Row{"sbt", "assembly"},       Row{"sbt", "stage"},
    Row{"stack", "build"},        Row{"stack", "install"},
    Row{"swift", "build"},        Row{"yarn", "build"},
    Row{"yarn", "run build"},
};

// Options of these programs whose value is the next word.
constexpr std::array<string_view, 16> with_value{
    "-f",       "--file", "-C",          "-s",       "--settings", "-pl", "--projects", "-P",
    "--prefix", "-w",     "--workspace", "--filter", "--cwd",      "-p",  "-b",         "--build-file"};

// The first words that are no options.
struct Operands {
  std::array<const shell::Argument*, 8> words{};
  std::size_t count = 0;
};

Operands operands_of(const shell::Command& command) {
  Operands result;
  for (std::size_t i = 0; i < command.arguments.size() && result.count < result.words.size(); ++i) {
    const auto& value = command.arguments[i].value;
    if (!value) continue;
    if (!value->starts_with('-')) {
      result.words[result.count++] = &command.arguments[i];
    } else if (std::find(with_value.begin(), with_value.end(), *value) != with_value.end()) {
      ++i;
    }
  }
  return result;
}

}  // namespace

std::optional<LogicalSpan> build_command(const shell::Command& command) {
  const Operands operands = operands_of(command);
  // `cmake --build DIRECTORY` names its verb by an option.
  if (command.name == "cmake") {
    const shell::Argument* build = command.argument("--build");
    if (build) return LogicalSpan{command.name_word.span.begin, build->span.end};
  }
  const bool goals = command.name.starts_with("mvn") || command.name.starts_with("gradle") || command.name == "sbt";
  for (const Row& row : rows) {
    if (row.program != command.name) continue;
    if (row.verb.empty()) return command.name_word.span;
    const string_view first = row.verb.substr(0, row.verb.find(' '));
    for (std::size_t i = 0; i < (goals ? operands.count : std::min<std::size_t>(operands.count, 1)); ++i) {
      const string_view word = *operands.words[i]->value;
      // gradle puts the project in front of the task, `:app:build`
      if (word != first && !(goals && word.ends_with(first) && word[word.size() - first.size() - 1] == ':')) continue;
      const bool two_words = first.size() < row.verb.size();
      if (two_words && (i + 1 == operands.count || *operands.words[i + 1]->value != row.verb.substr(first.size() + 1)))
        continue;
      // Goals may stand far behind the program.
      if (goals) return command.name_word.span;
      return LogicalSpan{command.name_word.span.begin, operands.words[two_words ? i + 1 : i]->span.end};
    }
  }
  return std::nullopt;
}

}  // namespace dockwright::model
