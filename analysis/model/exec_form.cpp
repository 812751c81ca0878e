#include "analysis/model/exec_form.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"

namespace dockwright::model {

using syntax::Instruction;
using syntax::Keyword;

const syntax::Word& command_word(const Instruction& instruction) {
  const auto* healthcheck = instruction.as<syntax::HealthcheckView>();
  return healthcheck ? healthcheck->command : instruction.arguments;
}

// Bytes of the quoted string at the front of `text`, in any kind of quotes that people type; 0 if there is none.
static std::size_t quoted_size(std::string_view text) {
  static constexpr std::string_view pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}};
  for (const auto& [open, close] : pairs) {
    if (text.substr(0, open.size()) != open) continue;
    const std::size_t end = text.find(close, open.size());
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  return 0;
}

bool is_meant_as_array(const Instruction& instruction) {
  if (!instruction.broken_json) return false;
  const std::string_view text = instruction.text(command_word(instruction));
  const std::string_view inside = syntax::trim_space(text.substr(1));
  const bool blank = syntax::leading_space(text.substr(1)) > 0;
  const bool starts_process = instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint;
  if (const std::size_t size = quoted_size(inside)) {
    // `["a"` is no command of the shell's; `[ "a"` can be its test, but not with a comma.
    const std::string_view behind = syntax::trim_space(inside.substr(size));
    if (behind.substr(0, 1) == ",") return true;
    return (!blank || starts_process) && (behind.empty() || behind[0] == ']' || quoted_size(behind) > 0);
  }
  const bool paths = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add || instruction.keyword == Keyword::Volume;
  if (paths || text.back() != ']') return false;
  const std::size_t end = std::min(inside.find_first_of(" \t,]["), inside.size());
  if (end == 0 || end == inside.size()) return false;
  return inside[end] == ',' || (starts_process && !blank && inside[end] == ']');
}

}  // namespace dockwright::model
