#include "analysis/model/purpose.hpp"

#include <algorithm>
#include <array>

namespace dockwright::model {

using std::string_view;

static string_view base_name(string_view path) { return path.substr(path.find_last_of('/') + 1); }

template <std::size_t size>
static bool is_one_of(const std::array<string_view, size>& names, string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

static constexpr std::array<string_view, 8> shells{"sh", "bash", "ash", "dash", "zsh", "fish", "ksh", "pwsh"};
// Without arguments these show a prompt.
static constexpr std::array<string_view, 11> prompts{"python", "python2", "python3", "ipython", "node", "irb",
                                                     "lua",    "R",       "jshell",  "iex",     "ghci"};
static constexpr std::array<string_view, 13> builders{"make",    "cmake", "go",    "cargo", "mvn",  "mvnw",  "gradle",
                                                      "gradlew", "sbt",   "bazel", "ninja", "tmux", "screen"};

// Words of a command line that does no work of its own.
static bool is_idle(const std::vector<string_view>& words) {
  if (words.empty()) return true;
  const string_view program = base_name(words[0]);
  if (is_one_of(shells, program)) {
    return std::all_of(words.begin() + 1, words.end(),
                       [](string_view word) { return word.starts_with('-') && word != "-c"; });
  }
  if (is_one_of(prompts, program)) return words.size() == 1;
  if (program == "php") return words.size() == 2 && words[1] == "-a";
  if (program == "tail") return words.back() == "/dev/null";
  return is_one_of(builders, program) || program == "sleep" || program == "true" || program == "cat";
}

// Nothing if there is no such instruction.
static std::optional<bool> runs_a_program(const Step* step) {
  if (!step) return std::nullopt;
  const string_view text = step->text(step->syntax->arguments);
  // A container that is kept alive for others to come in.
  if (text.find("sleep inf") != string_view::npos || text.find("tail -f /dev/null") != string_view::npos) return false;
  std::vector<string_view> words;
  if (step->syntax->form == syntax::Form::Exec) {
    if (step->syntax->exec.empty()) return std::nullopt;
    for (const syntax::JsonString& part : step->syntax->exec) words.push_back(part.value);
    return !is_idle(words);
  }
  if (step->commands().size() != 1) return !step->commands().empty();
  const shell::Command& command = step->commands()[0];
  words.push_back(command.name);
  for (const shell::Argument& argument : command.arguments) {
    words.push_back(argument.value ? string_view(*argument.value) : string_view("?"));
  }
  return !is_idle(words);
}

bool runs_a_program(const Stage& stage) {
  const auto command = runs_a_program(stage.find_inherited(Keyword::Cmd));
  const auto entrypoint = runs_a_program(stage.find_inherited(Keyword::Entrypoint));
  // CMD decides: a shell behind an entrypoint script is a place to work in, well prepared.
  return command.value_or(entrypoint.value_or(false));
}

std::vector<bool> stages_of_programs(const Model& model) {
  const auto stages = model.stages();
  std::vector<bool> result(stages.size());
  for (std::size_t i = stages.size(); i > 0; --i) {
    const Stage& stage = stages[i - 1];
    if (stage.exported && !result[i - 1]) result[i - 1] = runs_a_program(stage);
    if (result[i - 1] && stage.parent != none) result[stage.parent] = true;
  }
  return result;
}

}  // namespace dockwright::model
