#include <algorithm>

#include "analysis/knowledge/package_classes.hpp"
#include "analysis/model/call_places.hpp"
#include "analysis/model/kept_packages.hpp"
#include "analysis/model/purpose.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using knowledge::PackageClass;
using model::KeptPackage;

// The tools of one call. Make, autoconf and the like are of interest only beside a compiler.
static void report_call(const Step& step, const std::vector<KeptPackage>& tools, Findings& findings) {
  const auto first = std::find_if(tools.begin(), tools.end(), [](const KeptPackage& package) {
    return knowledge::package_class(package.name) == PackageClass::Toolchain;
  });
  if (first == tools.end()) return;
  const auto range = [&](const KeptPackage& package) {
    return step.script_range(model::command_of(step, *package.call).arguments[package.argument].span);
  };
  auto& finding = findings.report(
      range(*first), "{} is for building, and ships: build in a stage of its own and copy the result", first->name);
  for (const KeptPackage& package : tools) {
    if (&package != &*first) finding.related.push_back({range(package), package.name + " is for building, too"});
  }
}

static void check_step(const Step& step, Findings& findings) {
  std::vector<KeptPackage> tools;
  for (KeptPackage& package : model::kept_packages(*step.script)) {
    const PackageClass kind = knowledge::package_class(package.name);
    if (kind != PackageClass::Toolchain && kind != PackageClass::BuildTool) continue;
    if (!tools.empty() && tools.back().call != package.call) {
      report_call(step, tools, findings);
      tools.clear();
    }
    tools.push_back(std::move(package));
  }
  report_call(step, tools, findings);
}

static void check(const Model& model, Findings& findings) {
  const auto ships_program = model::stages_of_programs(model);
  for (const Step& step : model.steps()) {
    if (step.keyword() != Keyword::Run || !step.script || step.script->packages.empty()) continue;
    if (step.stage != model::none && ships_program[step.stage]) check_step(step, findings);
  }
}

extern constinit const Rule compiler_in_image = on_file(check);

}  // namespace dockwright::rules
