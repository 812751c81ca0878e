#include <algorithm>

#include "analysis/model/apt_configuration.hpp"
#include "analysis/model/call_places.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

static bool has_any(const PackageCall& call, const shell::Command& command,
                    std::initializer_list<std::string_view> options) {
  return std::any_of(options.begin(), options.end(),
                     [&](std::string_view option) { return model::has_option(call, command, option); });
}

// Two levels of quiet: apt then answers yes by itself.
static bool is_very_quiet(const PackageCall& call, const shell::Command& command) {
  std::size_t level = 0;
  for (const std::uint32_t index : call.options) {
    const std::string_view text = command.arguments[index].value ? *command.arguments[index].value : std::string_view();
    if (text == "--quiet") ++level;
    if (text == "-q=2" || text == "--quiet=2") return true;
    if (text.size() > 1 && text[1] != '-') level += static_cast<std::size_t>(std::count(text.begin(), text.end(), 'q'));
  }
  return level > 1;
}

// zypper's global -n; behind the verb the same letter names packages.
static bool is_non_interactive(const PackageCall& call, const shell::Command& command) {
  for (const std::uint32_t index : call.options) {
    const std::string_view text = command.arguments[index].value ? *command.arguments[index].value : std::string_view();
    if (index < call.verb && text.size() > 1 && text[1] != '-' && text.find('n') != std::string_view::npos) return true;
  }
  return has_any(call, command,
                 {"--non-interactive", "--no-confirm", "-y", "--dry-run", "-D", "--download-only", "-d"});
}

static bool answers(const PackageCall& call, const shell::Command& command) {
  switch (call.manager) {
    case PackageManager::Apt:
      return is_very_quiet(call, command) || model::sets_key(call, command, "APT::Get::Assume-Yes") ||
             has_any(call, command,
                     {"-y", "--yes", "--assume-yes", "--force-yes", "--assume-no", "--trivial-only", "-s", "--simulate",
                      "--just-print", "--dry-run", "--recon", "--no-act", "--print-uris", "-c", "--config-file"});
    case PackageManager::Dnf:
    case PackageManager::Yum:
      return model::sets_key(call, command, "assumeyes") ||
             has_any(call, command, {"-y", "--assumeyes", "--assumeno", "--downloadonly", "-c", "--config"});
    case PackageManager::Zypper:
      return is_non_interactive(call, command);
    case PackageManager::Apk:
    case PackageManager::Microdnf:
      return true;  // apk never asks, microdnf only in newer versions
  }
  return true;
}

// `yes | apt-get install`, `apt-get install < answers`
static bool has_input(const shell::Command& command) {
  using Operator = shell::Redirection::Operator;
  return (command.in_pipeline && command.connector == shell::Connector::Pipe) ||
         std::any_of(command.redirections.begin(), command.redirections.end(),
                     [](const shell::CommandRedirection& redirection) {
                       return redirection.operation == Operator::Input ||
                              redirection.operation == Operator::HereDocument ||
                              redirection.operation == Operator::HereString;
                     });
}

// An upgrade asks when there is something to upgrade; a removal only when something that matches is installed.
static bool asks(const PackageCall& call, const shell::Command& command) {
  if (call.action == PackageAction::Upgrade) return true;
  if (call.action == PackageAction::Install) return !call.packages.empty();
  return call.action == PackageAction::Remove &&
         std::any_of(call.packages.begin(), call.packages.end(), [&](std::uint32_t index) {
           const auto& package = command.arguments[index].value;
           return package && package->find_first_of("*?[^$") == std::string::npos;
         });
}

static void check(const Model& model, Findings& findings) {
  const std::vector<bool> configured = model::apt_key_is_configured(model, "assume-yes");
  for (std::size_t i = 0; i < model.steps().size(); ++i) {
    const Step& step = model.steps()[i];
    if (step.keyword() != Keyword::Run || !step.script) continue;
    for (const PackageCall& call : step.script->packages) {
      const shell::Command& command = model::command_of(step, call);
      if (!asks(call, command) || answers(call, command) || has_input(command)) continue;
      if (configured[i] && call.manager == PackageManager::Apt) continue;
      if (model::may_hide_options(step, call)) continue;
      findings.report(model::call_range(step, call), "{} asks for confirmation, which ends the build: add -y",
                      command.name);
    }
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  const PackageCall* call = step ? model::call_at(*step, finding.range.begin) : nullptr;
  if (!call) return std::nullopt;
  return Fix{"Add -y", FixSafety::Safe, {{model::behind_verb(*step, *call), " -y"}}};
}

extern constinit const Rule assume_yes_missing = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
