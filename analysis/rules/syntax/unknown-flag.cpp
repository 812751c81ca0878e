#include <algorithm>

#include "analysis/rules/rule.hpp"
#include "analysis/syntax/flag_table.hpp"
#include "analysis/syntax/suggestion.hpp"

namespace dockwright::rules {

static std::optional<Fix> fix(const Model& model, const Finding& finding) {
  const Step* step = model.step_at(finding.range.begin);
  if (!step) return std::nullopt;
  const auto& flags = step->syntax->flags;
  const auto flag = std::find_if(flags.begin(), flags.end(),
                                 [&](const syntax::Flag& each) { return step->range(each.whole) == finding.range; });
  if (flag == flags.end()) return std::nullopt;
  std::vector<std::string_view> names;
  for (const syntax::FlagDefinition& known : syntax::flags_of(step->keyword())) names.push_back(known.name);
  const std::string_view guess = syntax::nearest(step->text(flag->name), names);
  if (guess.empty()) return std::nullopt;
  return Fix{fmt::format("Change to --{}", guess), FixSafety::Unsafe, {{step->range(flag->name), std::string(guess)}}};
}

extern constinit const Rule unknown_flag = on_syntax_error(syntax::ErrorKind::UnknownFlag).with_fix(fix);

}  // namespace dockwright::rules
