#include <algorithm>
#include <array>

#include "analysis/model/call_places.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// Verbs that mean the same to both programs. `apt upgrade` installs new dependencies, which `apt-get upgrade` does not.
static constexpr std::array<std::string_view, 12> common_verbs{"update",    "install",    "reinstall", "remove",
                                                               "purge",     "autoremove", "clean",     "autoclean",
                                                               "build-dep", "source",     "download",  "dist-upgrade"};

static void check(const Step& step, const shell::Command& command, Findings& findings) {
  if (command.name != "apt" || command.arguments.empty()) return;
  findings.report(step.script_range(command.name_word.span),
                  "apt's command line is made for people and may change: use apt-get or apt-cache");
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  const model::PackageCall* call = step ? model::call_at(*step, finding.range.begin) : nullptr;
  if (!call || model.text().bytes(finding.range) != "apt") return std::nullopt;
  const auto& verb = model::command_of(*step, *call).arguments[call->verb].value;
  if (!verb || std::find(common_verbs.begin(), common_verbs.end(), *verb) == common_verbs.end()) return std::nullopt;
  return Fix{"Use apt-get", FixSafety::Safe, {{finding.range, "apt-get"}}};
}

extern constinit const Rule apt_instead_of_apt_get = on_command(check).with_fix(fix);

}  // namespace dockwright::rules
