#include <array>

#include "analysis/model/call_places.hpp"
#include "analysis/model/package_cache.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

namespace {

// What one step does with one manager.
struct Use {
  const PackageCall* update = nullptr;   // the first one, if nothing is installed before it
  const PackageCall* install = nullptr;  // the first one
};

constexpr std::size_t managers = static_cast<std::size_t>(PackageManager::Zypper) + 1;

std::array<Use, managers> uses(const Step& step) {
  std::array<Use, managers> result{};
  for (const PackageCall& call : step.script->packages) {
    Use& use = result[static_cast<std::size_t>(call.manager)];
    if (!use.update && !use.install && model::fetches_lists(call, model::command_of(step, call))) use.update = &call;
    if (!use.install && call.action == PackageAction::Install) use.install = &call;
  }
  return result;
}

}  // namespace

// Backwards, so that each update meets the installation that will use its lists.
static void check(const Stage& stage, Findings& findings) {
  std::array<ByteRange, managers> installs{};
  const auto steps = stage.steps();
  for (std::size_t i = steps.size(); i > 0; --i) {
    const Step& step = steps[i - 1];
    if (step.keyword() != Keyword::Run || !step.script || step.script->packages.empty()) continue;
    const auto used = uses(step);
    for (std::size_t manager = 0; manager < managers; ++manager) {
      const Use& use = used[manager];
      ByteRange& install = installs[manager];
      if (use.install) {
        install = use.update ? ByteRange{} : model::call_range(step, *use.install);
      } else if (use.update && !install.empty() && !model::is_cache_mounted(step, use.update->manager)) {
        const std::string& program = model::command_of(step, *use.update).name;
        findings
            .report(model::call_range(step, *use.update),
                    "the build cache keeps the lists of this RUN while later installations change: let {} update and "
                    "install in one RUN",
                    program)
            .related.push_back({install, "installs from these lists"});
        install = {};
      }
    }
  }
}

extern constinit const Rule update_alone = on_stage(check);

}  // namespace dockwright::rules
