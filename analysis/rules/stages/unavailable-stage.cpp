#include <algorithm>

#include "analysis/model/stage_references.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/characters.hpp"

namespace dockwright::rules {

using model::StageReference;

static void judge(const Model& model, const Step& step, const StageReference& reference, Findings& findings) {
  if (model.find_stage(reference.name, step.stage, true)) return;
  const auto count = static_cast<std::uint32_t>(model.stages().size());
  const Stage* named = model.find_stage(reference.name, count, true);
  if (named && named->index == step.stage) {
    findings.report(reference.range, "'{}' is the stage that this stands in", reference.name);
  } else if (named) {
    findings.report(reference.range, "stage '{}' comes only later; move it before this one", reference.name)
        .related.push_back({named->from()->range(), "the stage"});
  } else if (std::all_of(reference.name.begin(), reference.name.end(), syntax::is_digit)) {
    findings.report(reference.range, "there is no stage {}: the file has {}, counted from 0", reference.name, count);
  }
}

static void check(const Model& model, Findings& findings) {
  if (model.is_fragment()) return;
  for (const Step& step : model.steps()) {
    if (step.stage == model::none) continue;
    for (const StageReference& reference : model::stage_references(step)) {
      if (reference.kind != StageReference::Kind::From) judge(model, step, reference, findings);
    }
  }
}

extern constinit const Rule unavailable_stage = on_file(check);

}  // namespace dockwright::rules
