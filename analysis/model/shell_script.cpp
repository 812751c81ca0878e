#include "analysis/model/shell_script.hpp"

#include <algorithm>

#include "analysis/shell/parser.hpp"
#include "analysis/syntax/characters.hpp"
#include "analysis/syntax/physical_line.hpp"

namespace dockwright::model {

using syntax::Form;
using syntax::Heredoc;
using syntax::Instruction;
using syntax::Keyword;

static std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

ShellKind shell_kind(std::string_view program) {
  std::string_view name = base_name(program);
  if (name.size() > 4 && syntax::equals_ignoring_case(name.substr(name.size() - 4), ".exe")) name.remove_suffix(4);
  const auto is = [&](std::string_view other) { return syntax::equals_ignoring_case(name, other); };
  if (is("sh") || is("ash") || is("dash")) return ShellKind::Posix;
  if (is("bash")) return ShellKind::Bash;
  if (is("cmd")) return ShellKind::Cmd;
  if (is("powershell") || is("pwsh")) return ShellKind::PowerShell;
  return ShellKind::Other;
}

// The body as the shell gets it: `<<-` takes the tabs at the front of every line away.
static void append_body(MappedText& text, const Heredoc& heredoc, std::string_view slot_bytes) {
  if (!heredoc.strip_tabs) {
    text.append(slot_bytes.substr(heredoc.body.begin, heredoc.body.size()), heredoc.body.begin);
    return;
  }
  for (std::uint32_t at = heredoc.body.begin; at < heredoc.body.end;) {
    const std::uint32_t next = std::min(syntax::next_line(slot_bytes, at), heredoc.body.end);
    while (at < next && slot_bytes[at] == '\t') ++at;
    text.append(slot_bytes.substr(at, next - at), at);
    at = next;
  }
}

// The interpreter of a script that begins with `#!`, looking through `/usr/bin/env`; empty without one.
static std::string_view shebang_program(std::string_view body) {
  if (body.substr(0, 2) != "#!") return {};
  std::string_view line = syntax::trim_space(body.substr(2, body.find('\n') - 2));
  const auto take_word = [&] {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line = syntax::trim_space(line.substr(word.size()));
    return word;
  };
  std::string_view program = take_word();
  if (base_name(program) != "env") return program;
  do program = take_word();
  while (!program.empty() && program[0] == '-');
  return program;
}

// What a shell-form instruction hands to its shell: its arguments, or for HEALTHCHECK what follows CMD.
static LogicalSpan command_part(const Instruction& instruction) {
  if (const auto* healthcheck = instruction.as<syntax::HealthcheckView>()) return healthcheck->command.logical;
  return instruction.arguments.logical;
}

static bool has_command(Keyword keyword) {
  return keyword == Keyword::Run || keyword == Keyword::Cmd || keyword == Keyword::Entrypoint || keyword == Keyword::Healthcheck;
}

std::shared_ptr<const ShellScript> read_script(const Instruction& instruction, std::string_view slot_bytes, ShellKind shell) {
  if (!has_command(instruction.keyword) || instruction.form != Form::Shell) return nullptr;
  MappedText text;
  const LogicalSpan part = command_part(instruction);
  const auto& heredocs = instruction.heredocs;
  const bool body_only = heredocs.size() == 1 && heredocs[0].operator_span == instruction.word(part).span;
  if (body_only) {
    append_body(text, heredocs[0], slot_bytes);
    const std::string_view program = shebang_program(text.text());
    if (!program.empty()) shell = shell_kind(program);
  } else {
    text = instruction.line.slice(part);
    for (const Heredoc& heredoc : heredocs) {
      text.append_synthetic("\n", heredoc.body.begin);
      text.append(slot_bytes.substr(heredoc.body.begin, heredoc.body.size()), heredoc.body.begin);
      text.append(heredoc.name, heredoc.terminator.begin);
    }
  }
  if (shell != ShellKind::Posix && shell != ShellKind::Bash) return nullptr;
  auto result = std::make_shared<ShellScript>();
  result->shell = shell;
  result->text = std::move(text);
  result->heredoc_body = body_only;
  result->script = shell::parse(result->text.text(), shell == ShellKind::Bash ? shell::Dialect::Bash : shell::Dialect::Posix);
  result->commands = shell::commands(result->script, result->text.text());
  result->packages = package_calls(result->commands);
  return result;
}

}  // namespace dockwright::model
