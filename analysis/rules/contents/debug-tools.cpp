#include <algorithm>

#include "analysis/knowledge/package_classes.hpp"
#include "analysis/model/call_places.hpp"
#include "analysis/model/kept_packages.hpp"
#include "analysis/model/purpose.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::KeptPackage;

// What the image runs may use the tool: `HEALTHCHECK CMD nc -z localhost 80`, or a script that waits for a port.
static bool may_be_used(std::string_view package, std::string_view runtime) {
  if (package.find("netcat") != std::string_view::npos || package.find("nc") != std::string_view::npos) {
    for (const std::string_view part : {"nc ", "nc\"", ".sh", "entrypoint"}) {
      if (runtime.find(part) != std::string_view::npos) return true;
    }
    return false;
  }
  return runtime.find(package) != std::string_view::npos;
}

// What CMD, ENTRYPOINT and HEALTHCHECK of the file say, one behind the other.
static std::string runtime_text(const Model& model) {
  std::string text;
  for (const Step& step : model.steps()) {
    if (step.keyword() != Keyword::Cmd && step.keyword() != Keyword::Entrypoint &&
        step.keyword() != Keyword::Healthcheck)
      continue;
    text += step.text(step.syntax->arguments);
    text += '\n';
  }
  return text;
}

static void check(const Model& model, Findings& findings) {
  const auto ships_program = model::stages_of_programs(model);
  const std::string runtime = runtime_text(model);
  for (const Step& step : model.steps()) {
    if (step.keyword() != Keyword::Run || !step.script || step.script->packages.empty()) continue;
    if (step.stage == model::none || !ships_program[step.stage]) continue;
    for (const KeptPackage& package : model::kept_packages(*step.script)) {
      if (knowledge::package_class(package.name) != knowledge::PackageClass::DebugTool ||
          may_be_used(package.name, runtime))
        continue;
      const auto& arguments = model::command_of(step, *package.call).arguments;
      findings.report(step.script_range(arguments[package.argument].span),
                      "{} is for looking into a running system: keep it in a debug stage", package.name);
    }
  }
}

extern constinit const Rule debug_tools = on_file(check);

}  // namespace dockwright::rules
