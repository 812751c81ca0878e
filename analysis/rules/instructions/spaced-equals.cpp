#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Step& step, Findings& findings) {
  const syntax::Instruction& instruction = step.syntax->innermost();
  const auto* view = instruction.as<syntax::KeyValuesView>();
  if (!view || !view->legacy || view->pairs.empty() || !view->pairs[0].has_value) return;
  const LogicalSpan value = view->pairs[0].value.logical;
  if (instruction.text(value)[0] != '=') return;
  findings.report(step.range(instruction.word({value.begin, value.begin + 1})),
                  "the blank before '=' makes it part of the value of '{}'", instruction.text(view->pairs[0].key));
}

extern constinit const Rule spaced_equals = on_step({Keyword::Env, Keyword::Label, Keyword::Onbuild}, check);

}  // namespace dockwright::rules
