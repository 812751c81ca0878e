#include "analysis/lint/fixes.hpp"

#include <algorithm>

#include "analysis/lint/linter.hpp"

namespace dockwright::lint {

using model::BuildSettings;
using model::Model;
using rules::Finding;
using rules::Fix;
using rules::FixSafety;

static std::shared_ptr<const Model> model_after(const Model& model, const BuildSettings& build, const TextEdits& edits) {
  return Model::build(syntax::Tree::parse(Text(apply_edits(model.text(), edits))), build, nullptr);
}

// How often a rule reports, suppressed findings left out.
static std::size_t count(const Model& model, const rules::RegisteredRule& rule) {
  Settings only;
  only.select = {std::string(rule.info.name)};
  const auto findings = lint(model, RuleSet(only));
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == &rule; }));
}

static bool fits(const Model& model, TextEdits& edits) {
  if (edits.empty() || !normalize(edits)) return false;
  std::size_t size = model.text().size();
  for (const TextEdit& edit : edits) {
    if (edit.range.end.value > model.text().size()) return false;
    size += edit.replacement.size();
  }
  return size <= max_text_bytes;
}

std::optional<Fix> fix(const Model& model, const BuildSettings& build, const Finding& finding) {
  if (!finding.rule->rule->fixer) return std::nullopt;
  auto result = finding.rule->rule->fixer(model, finding);
  if (!result || !fits(model, result->edits)) return std::nullopt;
  const auto after = model_after(model, build, result->edits);
  if (after->errors().size() > model.errors().size()) return std::nullopt;
  if (count(*after, *finding.rule) >= count(model, *finding.rule)) return std::nullopt;
  return result;
}

FixedFile fix_all(std::shared_ptr<const Model> model, const BuildSettings& build, const RuleSet& rules, FixSafety safety) {
  constexpr int max_rounds = 20;
  FixedFile result;
  for (int round = 0; round < max_rounds; ++round) {
    TextEdits edits;
    std::size_t applied = 0;
    for (const Finding& finding : lint(*model, rules)) {
      const auto found = fix(*model, build, finding);
      if (!found || found->safety < safety) continue;
      TextEdits together = edits;
      together.insert(together.end(), found->edits.begin(), found->edits.end());
      if (!fits(*model, together)) continue;
      edits = std::move(together);
      ++applied;
    }
    if (applied == 0) break;
    auto after = model_after(*model, build, edits);
    if (after->errors().size() > model->errors().size()) break;
    model = std::move(after);
    result.applied += applied;
  }
  result.text = model->text().bytes();
  return result;
}

}  // namespace dockwright::lint
