#include "analysis/model/file_mode.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Model& model, Findings& findings) {
  for (const Step& step : model.steps()) {
    if (step.stage == model::none || !model.stages()[step.stage].shipped) continue;
    for (const model::ModeUse& use : model::unexplained_modes(model, step)) {
      if (!model::mode_effects(use.mode).world_writable) continue;
      findings.report(
          use.place,
          "mode {} lets every user write: give the files to the user that needs them, or say why in a comment",
          use.mode);
    }
  }
}

extern constinit const Rule world_writable = on_file(check);

}  // namespace dockwright::rules
