#include "analysis/model/call_places.hpp"

#include <algorithm>

#include "analysis/model/text_search.hpp"
#include "analysis/shell/words.hpp"

namespace dockwright::model {

const shell::Command& command_of(const Step& step, const PackageCall& call) {
  return step.script->commands[call.command];
}

ByteRange call_range(const Step& step, const PackageCall& call) {
  const shell::Command& command = command_of(step, call);
  LogicalSpan span = command.name_word.span;
  if (call.verb < command.arguments.size()) span.end = std::max(span.end, command.arguments[call.verb].span.end);
  return step.script_range(span);
}

ByteRange behind_verb(const Step& step, const PackageCall& call) {
  const ByteOffset end = step.script_range(command_of(step, call).arguments[call.verb].span).end;
  return {end, end};
}

bool may_hide_options(const Step& step, const PackageCall& call) {
  if (!call.has_unknown_arguments) return false;
  const shell::Command& command = command_of(step, call);
  return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const shell::Argument& argument) {
    if (argument.value) return false;
    const std::string_view raw = shell::raw(step.script->text.text(), argument.span);
    // A name in front of the variable makes the word a package, and most variables hold packages.
    if (raw.empty() || (raw[0] != '$' && raw[0] != '"' && raw[0] != '`' && raw[0] != '-')) return false;
    for (const std::string_view part : {"opt", "flag", "arg", "param", "$@", "$*"}) {
      if (contains_ignoring_case(raw, part)) return true;
    }
    return false;
  });
}

const PackageCall* call_at(const Step& step, ByteOffset offset) {
  if (!step.script) return nullptr;
  const auto& calls = step.script->packages;
  const auto found = std::find_if(calls.begin(), calls.end(), [&](const PackageCall& call) {
    return step.script_range(command_of(step, call).name_word.span).begin == offset;
  });
  return found == calls.end() ? nullptr : &*found;
}

}  // namespace dockwright::model
