#include "analysis/model/file_mode.hpp"

#include <algorithm>

#include "analysis/model/explanation.hpp"

namespace dockwright::model {

// [ugoa]*([-+=][rwxXst]*)+
static ModeEffects clause_effects(std::string_view clause) {
  ModeEffects effects;
  const std::size_t who_end = std::min(clause.find_first_of("+-="), clause.size());
  const std::string_view who = clause.substr(0, who_end);
  const bool everyone = who.find('a') != std::string_view::npos;
  const bool others = everyone || who.find('o') != std::string_view::npos;  // without `who` the umask keeps others out
  const bool user = everyone || who.empty() || who.find('u') != std::string_view::npos;
  for (std::size_t at = who_end; at < clause.size();) {
    const char operation = clause[at];
    const std::size_t end = std::min(clause.find_first_of("+-=", at + 1), clause.size());
    const std::string_view permissions = clause.substr(at + 1, end - at - 1);
    at = end;
    if (operation == '-') continue;
    if (others && permissions.find('w') != std::string_view::npos) effects.world_writable = true;
    if (user && permissions.find('s') != std::string_view::npos) effects.setuid = true;
  }
  return effects;
}

ModeEffects mode_effects(std::string_view mode) {
  ModeEffects effects;
  if (mode.empty() || mode.size() > 64) return effects;
  if (mode.find_first_not_of("01234567") == std::string_view::npos) {
    const auto digit = [&](std::size_t from_right) {
      return mode.size() >= from_right ? mode[mode.size() - from_right] - '0' : 0;
    };
    const int special = digit(4);
    effects.world_writable = (digit(1) & 2) != 0 && (special & 1) == 0;
    effects.setuid = (special & 4) != 0;
    return effects;
  }
  if (mode.find_first_not_of("ugoarwxXst+-=,") != std::string_view::npos) return effects;
  bool sticky = false;
  for (std::size_t begin = 0; begin < mode.size();) {
    const std::size_t end = std::min(mode.find(',', begin), mode.size());
    const std::string_view clause = mode.substr(begin, end - begin);
    const ModeEffects part = clause_effects(clause);
    effects.world_writable |= part.world_writable;
    effects.setuid |= part.setuid;
    sticky |= clause.find('t') != std::string_view::npos && clause.find("-t") == std::string_view::npos;
    begin = end + 1;
  }
  effects.world_writable &= !sticky;
  return effects;
}

// The mode argument of a command, or null.
static const shell::Argument* mode_argument(const shell::Command& command) {
  const auto& arguments = command.arguments;
  if (command.name == "chmod") {
    const auto mode = std::find_if(arguments.begin(), arguments.end(), [](const shell::Argument& argument) {
      return !argument.value || !argument.value->starts_with('-') || argument.value->find_first_of("rwxst") == 1;
    });
    return mode != arguments.end() && mode->value ? &*mode : nullptr;
  }
  if (command.name != "mkdir" && command.name != "install") return nullptr;
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    const auto& value = arguments[i].value;
    const bool takes_mode = value && (*value == "--mode" || (value->size() > 1 && (*value)[1] != '-' &&
                                                             value->starts_with('-') && value->ends_with('m')));
    if (takes_mode) return arguments[i + 1].value ? &arguments[i + 1] : nullptr;
  }
  return nullptr;
}

std::vector<ModeUse> mode_uses(const Step& step) {
  std::vector<ModeUse> uses;
  if (step.keyword() == Keyword::Copy || step.keyword() == Keyword::Add) {
    if (const syntax::Flag* flag = step.syntax->flag("chmod"))
      uses.push_back({step.range(flag->value), flag->value_text});
  }
  if (step.keyword() != Keyword::Run) return uses;
  for (const shell::Command& command : step.commands()) {
    if (const shell::Argument* mode = mode_argument(command))
      uses.push_back({step.script_range(mode->span), *mode->value});
  }
  return uses;
}

std::vector<ModeUse> unexplained_modes(const Model& model, const Step& step) {
  std::vector<ModeUse> uses = mode_uses(step);
  if (uses.empty()) return uses;
  const auto explained = explained_from(model, step);
  const auto is_explained = [&](const ModeUse& use) { return explained && *explained < use.place.begin; };
  uses.erase(std::remove_if(uses.begin(), uses.end(), is_explained), uses.end());
  return uses;
}

}  // namespace dockwright::model
