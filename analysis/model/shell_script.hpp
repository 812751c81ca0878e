// The shell script in an instruction: RUN, CMD, ENTRYPOINT, HEALTHCHECK CMD in shell form, or a RUN heredoc.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/model/package_call.hpp"
#include "analysis/shell/commands.hpp"
#include "analysis/shell/script.hpp"
#include "analysis/syntax/instruction.hpp"
#include "analysis/text/mapped_text.hpp"

namespace dockwright::model {

// Which program reads shell forms: SHELL, else what the base image's platform has.
enum class ShellKind : std::uint8_t { Posix, Bash, Cmd, PowerShell, Other };

// Immutable; shared between versions of a document as long as the instruction and its shell stay the same.
struct ShellScript {
  ShellKind shell = ShellKind::Posix;
  MappedText text;                        // what the shell receives; maps to spans of the instruction's slot
  shell::Script script;
  std::vector<shell::Command> commands;   // spans are into `text`
  std::vector<PackageCall> packages;      // those of them that call a package manager, in order
  bool heredoc_body = false;              // the script is the body of the instruction's only heredoc

  Span source(LogicalSpan span) const { return text.source(span); }
};

// The kind that a SHELL instruction's first string names.
ShellKind shell_kind(std::string_view program);

// The script of `instruction`, or null: exec form, no command, a shell whose language is not read here, a heredoc with an
// interpreter of its own. `slot_bytes` are the bytes that the instruction's spans refer to.
std::shared_ptr<const ShellScript> read_script(const syntax::Instruction& instruction, std::string_view slot_bytes,
                                               ShellKind shell);

}  // namespace dockwright::model
