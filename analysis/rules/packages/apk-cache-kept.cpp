#include <algorithm>

#include "analysis/model/call_places.hpp"
#include "analysis/model/package_cache.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

static bool writes_cache(const PackageCall& call, const shell::Command& command) {
  if (call.manager != PackageManager::Apk) return false;
  if (call.action != PackageAction::Install && call.action != PackageAction::Upgrade &&
      call.action != PackageAction::Update) {
    return false;
  }
  // With another root or cache the index lands elsewhere.
  for (const std::string_view name : {"--no-cache", "--no-network", "--root", "-p", "--cache-dir"}) {
    if (model::has_option(call, command, name)) return false;
  }
  return true;
}

// The calls of the step that store the index, in order.
static std::vector<const PackageCall*> storing_calls(const Step& step) {
  std::vector<const PackageCall*> result;
  if (!step.script || step.script->packages.empty() || model::is_cache_mounted(step, PackageManager::Apk))
    return result;
  const auto cleaned = model::last_clean_up(step, PackageManager::Apk);
  for (const PackageCall& call : step.script->packages) {
    if (!writes_cache(call, model::command_of(step, call)) || (cleaned && *cleaned > call.command)) continue;
    if (!model::may_hide_options(step, call)) result.push_back(&call);
  }
  return result;
}

// One finding says it for the RUN, on an `apk add` if there is one: `apk update` in front of it is of no use then.
static void check(const Step& step, Findings& findings) {
  const auto calls = storing_calls(step);
  if (calls.empty()) return;
  const auto add = std::find_if(calls.begin(), calls.end(),
                                [](const PackageCall* call) { return call->action == PackageAction::Install; });
  const PackageCall& reported = add == calls.end() ? *calls[0] : **add;
  auto& finding =
      findings.report(model::call_range(step, reported), "apk keeps its package index in the image: add --no-cache");
  for (const PackageCall* call : calls) {
    if (call != &reported)
      finding.related.push_back({model::call_range(step, *call), "this call stores the index, too"});
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  const auto calls = storing_calls(*step);
  // What a later RUN adds may need the index of an update that stands alone.
  const bool only_updates = std::all_of(calls.begin(), calls.end(),
                                        [](const PackageCall* call) { return call->action == PackageAction::Update; });
  const bool installs =
      std::any_of(step->script->packages.begin(), step->script->packages.end(), [](const PackageCall& call) {
        return call.action == PackageAction::Install || call.action == PackageAction::Upgrade;
      });
  if (only_updates && !installs) return std::nullopt;
  Fix fix{"Add --no-cache", FixSafety::Safe, {}};
  for (const PackageCall* call : calls) fix.edits.push_back({model::behind_verb(*step, *call), " --no-cache"});
  return fix;
}

extern constinit const Rule apk_cache_kept = on_step({Keyword::Run}, check, StageScope::Shipped).with_fix(fix);

}  // namespace dockwright::rules
