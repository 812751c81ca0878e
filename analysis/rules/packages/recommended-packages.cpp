#include "analysis/model/apt_configuration.hpp"
#include "analysis/model/call_places.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

static bool adds_packages(const PackageCall& call, const shell::Command& command) {
  return call.manager == PackageManager::Apt && call.action == PackageAction::Install && !call.packages.empty() &&
         !command.arguments[call.verb].is("reinstall");
}

// Whoever mentions recommendations, either way, has decided.
static bool has_decided(const PackageCall& call, const shell::Command& command) {
  for (const std::string_view name : {"--no-install-recommends", "--install-recommends", "--without-recommends",
                                      "--with-recommends", "--only-upgrade", "--config-file", "-c"}) {
    if (model::has_option(call, command, name)) return true;
  }
  return model::sets_key(call, command, "APT::Install-Recommends") ||
         (command.name == "aptitude" &&
          (model::has_option(call, command, "-R") || model::has_option(call, command, "-r")));
}

static void check(const Model& model, Findings& findings) {
  const std::vector<bool> configured = model::apt_key_is_configured(model, "install-recommends");
  for (std::size_t i = 0; i < model.steps().size(); ++i) {
    const Step& step = model.steps()[i];
    if (configured[i] || step.keyword() != Keyword::Run || !step.script) continue;
    if (step.stage == model::none || !model.stages()[step.stage].shipped) continue;
    for (const PackageCall& call : step.script->packages) {
      if (!adds_packages(call, model::command_of(step, call)) || has_decided(call, model::command_of(step, call)))
        continue;
      if (model::may_hide_options(step, call)) continue;
      findings.report(model::call_range(step, call),
                      "apt installs recommended packages too: add --no-install-recommends");
    }
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  const PackageCall* call = step ? model::call_at(*step, finding.range.begin) : nullptr;
  if (!call) return std::nullopt;
  const bool aptitude = model::command_of(*step, *call).name == "aptitude";
  const std::string_view option = aptitude ? "--without-recommends" : "--no-install-recommends";
  return Fix{fmt::format("Add {}", option),
             FixSafety::Unsafe,
             {{model::behind_verb(*step, *call), fmt::format(" {}", option)}}};
}

extern constinit const Rule recommended_packages = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
