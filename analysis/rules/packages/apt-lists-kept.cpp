#include <algorithm>

#include "analysis/model/call_places.hpp"
#include "analysis/model/command_insertion.hpp"
#include "analysis/model/package_cache.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

static constexpr const char* clean_up = "rm -rf /var/lib/apt/lists/*";

static const PackageCall* last_fetch_of_lists(const Step& step) {
  const auto& calls = step.script->packages;
  for (std::size_t i = calls.size(); i > 0; --i) {
    if (calls[i - 1].manager == PackageManager::Apt &&
        model::fetches_lists(calls[i - 1], model::command_of(step, calls[i - 1])))
      return &calls[i - 1];
  }
  return nullptr;
}

// `apt-get update && ./install.sh`: the script installs, and may clean up as well.
static bool script_installs(const Step& step, const PackageCall& update) {
  const auto& calls = step.script->packages;
  const bool installs = std::any_of(calls.begin(), calls.end(), [&](const PackageCall& call) {
    return call.action == PackageAction::Install && call.command >= update.command;
  });
  if (installs) return false;
  for (const shell::Command& command : step.commands().subspan(update.command + 1)) {
    const auto& program = command.name_word.value;
    if (!program || program->find('/') != std::string::npos || command.name == "bash" || command.name == "sh")
      return true;
  }
  return false;
}

static void check(const Step& step, Findings& findings) {
  if (!step.script || model::is_cache_mounted(step, PackageManager::Apt)) return;
  const PackageCall* update = last_fetch_of_lists(step);
  if (!update || model::sets_key(*update, model::command_of(step, *update), "Dir::")) return;
  const auto cleaned = model::last_clean_up(step, PackageManager::Apt);
  if ((cleaned && *cleaned > update->command) || script_installs(step, *update)) return;
  findings.report(model::call_range(step, *update), "the package lists stay in the image: end this RUN with {}",
                  clean_up);
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step || !model::call_at(*step, finding.range.begin)) return std::nullopt;
  if (model::are_apt_lists_needed_later(model, *step)) return std::nullopt;
  std::uint32_t last = 0;
  for (const PackageCall& call : step->script->packages) {
    if (call.manager == PackageManager::Apt) last = call.command;
  }
  const shell::Command& command = step->script->commands[last];
  const bool by_sudo = !command.wrappers.empty() && command.wrappers[0].name == "sudo";
  const auto edit = model::insert_command_behind(model, *step, command, std::string(by_sudo ? "sudo " : "") + clean_up);
  if (!edit) return std::nullopt;
  return Fix{"Remove the package lists in the same RUN", FixSafety::Safe, {*edit}};
}

extern constinit const Rule apt_lists_kept = on_step({Keyword::Run}, check, StageScope::Shipped).with_fix(fix);

}  // namespace dockwright::rules
