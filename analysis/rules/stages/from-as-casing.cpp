#include "analysis/model/letter_case.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::LetterCase;

static const syntax::Word& as_of(const Step& from) { return from.syntax->as<syntax::FromView>()->as; }

static void check(const Step& step, Findings& findings) {
  const syntax::Word& as = as_of(step);
  const std::string_view from = step.text(step.syntax->keyword_word);
  const LetterCase wanted = model::letter_case(from);
  if (as.empty() || wanted == LetterCase::Mixed || model::letter_case(step.text(as)) == wanted) return;
  findings.report(step.range(as), "'{}' is not in the case of '{}' before it", step.text(as), from);
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  std::string as = model::in_letter_case("as", model::letter_case(step->text(step->syntax->keyword_word)));
  std::string title = "Write " + as;
  return Fix{std::move(title), FixSafety::Safe, {{finding.range, std::move(as)}}};
}

extern constinit const Rule from_as_casing = on_step({Keyword::From}, check).with_fix(fix);

}  // namespace dockwright::rules
