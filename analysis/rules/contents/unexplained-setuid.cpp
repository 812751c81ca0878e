#include "analysis/model/file_mode.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Model& model, Findings& findings) {
  for (const Step& step : model.steps()) {
    if (step.stage == model::none || !model.stages()[step.stage].shipped) continue;
    for (const model::ModeUse& use : model::unexplained_modes(model, step)) {
      if (!model::mode_effects(use.mode).setuid) continue;
      findings.report(use.place, "mode {} makes a program run as its owner, whoever starts it: say why in a comment",
                      use.mode);
    }
  }
}

extern constinit const Rule unexplained_setuid = on_file(check);

}  // namespace dockwright::rules
