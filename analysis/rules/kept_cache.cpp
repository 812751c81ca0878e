#include "analysis/rules/kept_cache.hpp"

#include <algorithm>

#include "analysis/model/call_places.hpp"
#include "analysis/model/command_insertion.hpp"
#include "analysis/model/package_cache.hpp"

namespace dockwright::rules {

using model::Model;
using model::PackageAction;
using model::PackageCall;
using model::Step;

static bool fills_cache(const PackageCall& call, const shell::Command& command, const CleanUp& clean_up) {
  if (std::find(clean_up.managers.begin(), clean_up.managers.end(), call.manager) == clean_up.managers.end())
    return false;
  // Another root has a cache of its own.
  if (model::has_option(call, command, "--installroot") || model::has_option(call, command, "--root")) return false;
  return call.action == PackageAction::Install || call.action == PackageAction::Upgrade ||
         call.action == PackageAction::Update;
}

void report_kept_cache(const Step& step, const CleanUp& clean_up, Findings& findings) {
  if (!step.script) return;
  const auto& calls = step.script->packages;
  const auto last = std::find_if(calls.rbegin(), calls.rend(), [&](const PackageCall& call) {
    return fills_cache(call, model::command_of(step, call), clean_up);
  });
  if (last == calls.rend() || model::is_cache_mounted(step, last->manager)) return;
  const auto cleaned = model::last_clean_up(step, last->manager);
  if (cleaned && *cleaned > last->command) return;
  const std::string& program = model::command_of(step, *last).name;
  findings.report(model::call_range(step, *last), "the cache of {} stays in the image: end this RUN with {} {}",
                  program, program, clean_up.arguments);
}

std::optional<Fix> clean_up_fix(const Model& model, const Finding& finding, const CleanUp& clean_up) {
  const Step* step = model.step_at(finding.range.begin);
  const PackageCall* call = step ? model::call_at(*step, finding.range.begin) : nullptr;
  if (!call) return std::nullopt;
  const shell::Command& command = model::command_of(*step, *call);
  const bool by_sudo = !command.wrappers.empty() && command.wrappers[0].name == "sudo";
  const std::string added = fmt::format("{}{} {}", by_sudo ? "sudo " : "", command.name, clean_up.arguments);
  const auto edit = model::insert_command_behind(model, *step, command, added);
  if (!edit) return std::nullopt;
  return Fix{"Empty the cache in the same RUN", FixSafety::Safe, {*edit}};
}

}  // namespace dockwright::rules
