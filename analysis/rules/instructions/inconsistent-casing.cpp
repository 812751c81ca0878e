#include "analysis/model/letter_case.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::LetterCase;

static LetterCase case_of(const Step& step) { return model::letter_case(step.text(step.syntax->keyword_word)); }

// As BuildKit: what stands before the first FROM neither votes nor is judged, and what ONBUILD triggers is not looked
// at.
static bool counts(const Step& step) { return step.stage != model::none && step.keyword() != Keyword::Unknown; }

static LetterCase majority(const Model& model) {
  std::size_t lower = 0, upper = 0;
  for (const Step& step : model.steps()) {
    if (!counts(step)) continue;
    lower += case_of(step) == LetterCase::Lower;
    upper += case_of(step) == LetterCase::Upper;
  }
  return lower > upper ? LetterCase::Lower : LetterCase::Upper;
}

static void check(const Model& model, Findings& findings) {
  const LetterCase wanted = majority(model);
  for (const Step& step : model.steps()) {
    if (!counts(step) || case_of(step) == wanted) continue;
    findings.report(step.keyword_range(), "'{}' is not in {} case like most instructions of this file",
                    step.text(step.syntax->keyword_word), wanted == LetterCase::Lower ? "lower" : "upper");
  }
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  std::string keyword = model::in_letter_case(step->text(step->syntax->keyword_word), majority(model));
  std::string title = "Write " + keyword;
  return Fix{std::move(title), FixSafety::Safe, {{finding.range, std::move(keyword)}}};
}

extern constinit const Rule inconsistent_casing = on_file(check).with_fix(fix);

}  // namespace dockwright::rules
