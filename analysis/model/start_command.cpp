#include "analysis/model/start_command.hpp"

namespace dockwright::model {

// ENTRYPOINT [] and CMD [] mean that there is none.
static const Step* unless_empty(const Step* step) {
  return step && step->syntax->form != syntax::Form::Shell && step->syntax->exec.empty() ? nullptr : step;
}

StartCommand start_command(const Stage& stage) {
  const Step* entrypoint = stage.find_inherited(Keyword::Entrypoint);
  const Step* command = stage.find_inherited(Keyword::Cmd);
  const bool taken_away =
      entrypoint && command && command->stage != entrypoint->stage && command->slot < entrypoint->slot;
  return {unless_empty(entrypoint), taken_away ? nullptr : unless_empty(command)};
}

std::vector<std::string> words_of(const Step& step) {
  std::vector<std::string> words;
  for (const syntax::JsonString& string : step.syntax->exec) words.push_back(string.value);
  for (const shell::Command& command : step.commands()) {
    for (const shell::Wrapper& wrapper : command.wrappers) words.push_back(wrapper.name);
    words.push_back(command.name);
    for (const shell::Argument& argument : command.arguments) words.push_back(argument.value.value_or(""));
  }
  return words;
}

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

}  // namespace dockwright::model
