#include "analysis/model/letter_case.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Step& step, Findings& findings) {
  findings.report(step.keyword_range(), "MAINTAINER is deprecated; a label org.opencontainers.image.authors says it")
      .deprecated = true;
}

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  const syntax::Instruction& instruction = *step->syntax;
  const LogicalSpan value = instruction.as<syntax::ValueView>()->value.logical;
  const std::string_view text = instruction.text(value);
  if (text.empty()) return std::nullopt;
  Fix fix{"Replace it by a label", FixSafety::Safe, {}};
  const auto replace = [&](std::uint32_t begin, std::uint32_t end, std::string replacement) {
    fix.edits.push_back({step->range(instruction.word({begin, end})), std::move(replacement)});
  };
  const bool lower = model::letter_case(step->text(instruction.keyword_word)) == model::LetterCase::Lower;
  fix.edits.push_back({finding.range, lower ? "label" : "LABEL"});
  // MAINTAINER takes its text as it stands; a label's quotes, variables and escapes have a meaning.
  const bool quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  replace(value.begin, value.begin + quoted, "org.opencontainers.image.authors=\"");
  for (std::uint32_t i = value.begin + quoted; i < value.end - quoted; ++i) {
    const char c = instruction.line.text()[i];
    if (c == '"' || c == '$' || c == instruction.escape) replace(i, i, std::string(1, instruction.escape));
  }
  replace(value.end - quoted, value.end, "\"");
  return fix;
}

extern constinit const Rule maintainer = on_step({Keyword::Maintainer}, check).with_fix(fix);

}  // namespace dockwright::rules
