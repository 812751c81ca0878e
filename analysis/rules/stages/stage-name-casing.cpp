#include "analysis/model/stage_references.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

static void check(const Stage& stage, Findings& findings) {
  if (stage.name.empty()) return;
  const syntax::Word& alias = stage.from()->syntax->as<syntax::FromView>()->alias;
  if (stage.from()->text(alias) == stage.name) return;
  findings.report(stage.from()->range(alias), "stage names are lower case: '{}'", stage.name);
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* definition = model.step_at(finding.range.begin);
  if (!definition || definition->stage == model::none) return std::nullopt;
  const std::string& name = model.stages()[definition->stage].name;
  Fix fix{"Write the stage name in lower case", FixSafety::Safe, {{finding.range, name}}};
  for (const Step& step : model.steps()) {
    if (step.slot <= definition->slot) continue;
    for (const model::StageReference& reference : model::stage_references(step)) {
      // A reference in quotes or from a variable means the same in any case.
      const std::string_view written = model.text().bytes(reference.range);
      if (written != name && syntax::equals_ignoring_case(written, name)) fix.edits.push_back({reference.range, name});
    }
  }
  return fix;
}

extern constinit const Rule stage_name_casing = on_stage(check).with_fix(fix);

}  // namespace dockwright::rules
