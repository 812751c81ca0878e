#include "analysis/rules/rule.hpp"
#include "analysis/syntax/suggestion.hpp"

namespace dockwright::rules {

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const std::string_view guess = syntax::nearest(model.text().bytes(finding.range), syntax::keyword_names);
  if (guess.empty()) return std::nullopt;
  return Fix{fmt::format("Change to {}", guess), FixSafety::Unsafe, {{finding.range, std::string(guess)}}};
}

extern constinit const Rule unknown_instruction = on_syntax_error(syntax::ErrorKind::UnknownInstruction).with_fix(fix);

}  // namespace dockwright::rules
