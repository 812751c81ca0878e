#include <algorithm>
#include <array>

#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

namespace {

using shell::Argument;
using shell::Command;

constexpr std::array<std::string_view, 6> shells{"sh", "bash", "dash", "ash", "zsh", "ksh"};
constexpr std::array<std::string_view, 4> interpreters{"perl", "ruby", "node", "php"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_shell(const Command& command) { return is_one_of(shells, command.name); }
bool is_download(const Command& command) { return command.name == "curl" || command.name == "wget"; }

// `bash`, `sh -`, `bash -s -- arguments`, `sh -ex`: what comes in is run. With -c or a file it is only data.
bool shell_runs_input(const Command& command) {
  for (const Argument& argument : command.arguments) {
    if (!argument.value) return false;
    const std::string_view text = *argument.value;
    if (text == "-" || text == "/dev/stdin" || text == "--") return true;
    if (!text.starts_with('-')) return false;
    if (text.starts_with("--")) continue;
    if (text.find('c') != std::string_view::npos) return false;
    if (text.find('s') != std::string_view::npos) return true;
  }
  return true;
}

bool runs_input(const Command& command) {
  if (is_shell(command)) return shell_runs_input(command);
  const bool interpreter = is_one_of(interpreters, command.name) || command.name.starts_with("python");
  return interpreter && (command.arguments.empty() || command.arguments[0].is("-"));
}

// `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`, `. <(curl …)`
bool takes_script_argument(const Command& command) {
  return is_shell(command) || command.name == "eval" || command.name == "." || command.name == "source";
}

bool contains(LogicalSpan outer, LogicalSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

}  // namespace

static void check(const Step& step, Findings& findings) {
  const auto report = [&](const Command& command) {
    findings.report(step.script_range(command.name_word.span),
                    "{} runs a download that nothing verifies: save it, check its digest, then run it", command.name);
  };
  const auto commands = step.commands();
  bool downloading = false;  // in the pipeline so far
  const Command* script_user = nullptr;
  for (const Command& command : commands) {
    if (command.connector != shell::Connector::Pipe) downloading = false;
    if (downloading && command.in_pipeline && runs_input(command)) {
      report(command);
      downloading = false;
    }
    if (is_download(command)) {
      downloading = true;
      if (script_user && command.in_substitution && contains(script_user->span, command.span)) {
        report(*script_user);
        script_user = nullptr;
      }
    }
    if (takes_script_argument(command)) script_user = &command;
  }
}

extern constinit const Rule pipe_to_shell = on_step({Keyword::Run}, check);

}  // namespace dockwright::rules
