#include "analysis/model/exec_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/shell/words.hpp"
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
  const bool paths = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add ||
                     instruction.keyword == Keyword::Volume;
  if (paths || text.back() != ']') return false;
  const std::size_t end = std::min(inside.find_first_of(" \t,]["), inside.size());
  if (end == 0 || end == inside.size()) return false;
  return inside[end] == ',' || (starts_process && !blank && inside[end] == ']');
}

// Programs of these names may not exist, or do something else than the shell's own.
static bool is_builtin(std::string_view name) {
  static constexpr std::string_view names[] = {
      ".",        ":",       "[",        "alias",  "bg",     "break", "builtin", "cd",    "command",
      "continue", "declare", "echo",     "eval",   "exec",   "exit",  "export",  "false", "fc",
      "fg",       "getopts", "hash",     "jobs",   "kill",   "let",   "local",   "print", "printf",
      "pwd",      "read",    "readonly", "return", "set",    "shift", "source",  "test",  "time",
      "times",    "trap",    "true",     "type",   "ulimit", "umask", "unalias", "unset", "wait"};
  return std::binary_search(std::begin(names), std::end(names), name);
}

std::optional<std::vector<std::string>> plain_words(const ShellScript& script) {
  const shell::Script& parsed = script.script;
  if (!parsed.errors.empty() || !parsed.comments.empty() || parsed.list.items.size() != 1) return std::nullopt;
  const shell::ListItem& item = parsed.list.items[0];
  if (item.terminator != shell::ListItem::Terminator::None || item.and_or.pipelines.size() != 1) return std::nullopt;
  const shell::Pipeline& pipeline = item.and_or.pipelines[0];
  if (pipeline.negated || !pipeline.time.empty() || pipeline.commands.size() != 1) return std::nullopt;
  const auto* const* command = std::get_if<const shell::SimpleCommand*>(&pipeline.commands[0].body);
  const bool simple = command && (*command)->assignments.empty() && pipeline.commands[0].redirections.empty();
  if (!simple || (*command)->words.empty()) return std::nullopt;
  std::vector<std::string> words;
  for (const shell::Word& word : (*command)->words) {
    if (shell::raw(script.text.text(), word.span).find_first_of("*?[]{}~\\!") != std::string_view::npos)
      return std::nullopt;
    auto value = shell::literal_value(word, script.text.text());
    if (!value) return std::nullopt;
    words.push_back(std::move(*value));
  }
  if (words[0].empty() || is_builtin(words[0])) return std::nullopt;
  return words;
}

static bool append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Rune rune = syntax::decode_rune(text, at);
    if (rune.value == 0xFFFD && rune.width == 1) return false;
    const std::string_view bytes = text.substr(at, rune.width);
    at += rune.width;
    if (rune.value < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(rune.value));
    } else {
      if (rune.value == '"' || rune.value == '\\') out += '\\';
      out += bytes;
    }
  }
  out += '"';
  return true;
}

std::optional<std::string> json_array(std::span<const std::string> strings) {
  std::string result = "[";
  for (const std::string& string : strings) {
    if (result.size() > 1) result += ", ";
    if (!append_json_string(result, string)) return std::nullopt;
  }
  return result + "]";
}

}  // namespace dockwright::model
