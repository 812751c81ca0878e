#include "analysis/model/call_places.hpp"

#include <algorithm>

#include "analysis/shell/words.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

const shell::Command& command_of(const Step& step, const PackageCall& call) { return step.script->commands[call.command]; }

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

static bool contains_ignoring_case(std::string_view text, std::string_view lower_case_part) {
  return std::search(text.begin(), text.end(), lower_case_part.begin(), lower_case_part.end(),
                     [](char left, char right) { return syntax::to_lower(left) == right; }) != text.end();
}

bool may_hide_options(const Step& step, const PackageCall& call) {
  if (!call.has_unknown_arguments) return false;
  const shell::Command& command = command_of(step, call);
  return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const shell::Argument& argument) {
    if (argument.value) return false;
    const std::string_view raw = shell::raw(step.script->text.text(), argument.span);
    // A name in front of the variable makes the word a package, and most variables hold packages.
    if (raw.empty() || (raw[0] != '$' && raw[0] != '"' && raw[0] != '`' && raw[0] != '-')) return false;
    return contains_ignoring_case(raw, "opt") || contains_ignoring_case(raw, "flag") || contains_ignoring_case(raw, "arg") ||
           contains_ignoring_case(raw, "param") || raw == "\"$@\"" || raw == "$@" || raw == "$*";
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
