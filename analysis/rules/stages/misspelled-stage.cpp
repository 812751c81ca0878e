#include "analysis/model/stage_references.hpp"
#include "analysis/rules/rule.hpp"
#include "analysis/syntax/suggestion.hpp"

namespace dockwright::rules {

using model::StageReference;

// The name of a stage before `step` that is nearly `name`; empty if `name` is one itself, or is certainly an image.
static std::string_view nearest_stage(const Model& model, const Step& step, std::string_view name) {
  if (name.find_first_of("/:@.$") != std::string_view::npos) return {};
  if (model.find_stage(name, static_cast<std::uint32_t>(model.stages().size()), true)) return {};
  std::vector<std::string_view> names;
  for (const Stage& stage : model.stages().first(step.stage)) {
    // A name that holds a variable is none: the build refuses it.
    if (!stage.name.empty() && stage.name.find('$') == std::string::npos) names.push_back(stage.name);
  }
  return syntax::nearest(name, names);
}

static void check(const Model& model, Findings& findings) {
  for (const Step& step : model.steps()) {
    if (step.stage == model::none) continue;
    for (const StageReference& reference : model::stage_references(step)) {
      if (reference.kind == StageReference::Kind::From) continue;
      const std::string_view guess = nearest_stage(model, step, reference.name);
      if (guess.empty()) continue;
      findings.report(reference.range, "no stage is called '{}', so this is an image of that name; did you mean '{}'?",
                      reference.name, guess);
    }
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step || step->stage == model::none) return std::nullopt;
  const std::string_view guess = nearest_stage(model, *step, model.text().bytes(finding.range));
  if (guess.empty()) return std::nullopt;
  return Fix{fmt::format("Change to '{}'", guess), FixSafety::Unsafe, {{finding.range, std::string(guess)}}};
}

extern constinit const Rule misspelled_stage = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
