#include "analysis/model/shell_options.hpp"

#include <algorithm>

namespace dockwright::model {

bool turns_on(std::span<const std::string_view> words, ShellOption option) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word.size() < 2 || word[0] != '-' || word == "--") return false;
    if (word.starts_with("--")) continue;
    if (option.letter && word.find(option.letter, 1) != std::string_view::npos) return true;
    if (word.back() == 'o' && i + 1 < words.size() && words[++i] == option.name) return true;
  }
  return false;
}

static std::vector<std::string_view> split_blanks(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(" \t\r"); at < line.size(); at = line.find_first_not_of(" \t\r", at)) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

bool sets_option(const ShellScript& script, ShellOption option) {
  const std::string_view text = script.text.text();
  if (text.starts_with("#!")) {
    const std::vector<std::string_view> words = split_blanks(text.substr(2, text.find('\n') - 2));
    for (std::size_t i = 1; i < words.size(); ++i) {  // behind `env -S` the shell is a word like the others
      if (turns_on(std::span(words).subspan(i), option)) return true;
    }
  }
  return std::any_of(script.commands.begin(), script.commands.end(), [&](const shell::Command& command) {
    if (command.name != "set" || command.in_subshell || command.in_function) return false;
    std::vector<std::string_view> words;
    for (const shell::Argument& argument : command.arguments)
      words.push_back(argument.value ? *argument.value : std::string_view());
    return turns_on(words, option);
  });
}

std::vector<const Step*> shells_in_effect(const Model& model) {
  std::vector<const Step*> result;
  std::vector<const Step*> at_end(model.stages().size(), nullptr);
  result.reserve(model.steps().size());
  const Step* current = nullptr;
  for (const Step& step : model.steps()) {
    if (step.stage != none) {
      const Stage& stage = model.stages()[step.stage];
      if (result.size() == stage.first) current = stage.parent == none ? nullptr : at_end[stage.parent];
      if (step.keyword() == Keyword::Shell && !step.syntax->exec.empty()) current = &step;
      at_end[step.stage] = current;
    }
    result.push_back(current);
  }
  return result;
}

static bool is_official(std::string_view image) {
  for (const std::string_view prefix :
       {"docker.io/library/", "docker.io/", "public.ecr.aws/docker/library/", "mcr.microsoft.com/",
        "registry.access.redhat.com/", "registry.fedoraproject.org/", "gcr.io/distroless/", "quay.io/centos/",
        "opensuse/", "library/"}) {
    if (!image.starts_with(prefix)) continue;
    if (prefix != "docker.io/") return true;
    image.remove_prefix(prefix.size());
  }
  return !image.empty() && image.find('/') == std::string_view::npos;
}

std::vector<bool> stages_without_foreign_shell(const Model& model) {
  std::vector<bool> result;
  result.reserve(model.stages().size());
  for (const Stage& stage : model.stages()) {
    result.push_back(stage.parent == none ? is_official(stage.image) : result[stage.parent]);
  }
  return result;
}

bool shell_sets_option(const Step* shell, ShellOption option) {
  if (!shell) return false;
  std::vector<std::string_view> words;
  for (const syntax::JsonString& part : shell->syntax->exec) words.push_back(part.value);
  return words.size() > 1 && turns_on(std::span(words).subspan(1), option);
}

}  // namespace dockwright::model
