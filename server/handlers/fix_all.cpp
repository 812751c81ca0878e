#include "server/handlers/fix_all.hpp"

#include <algorithm>

#include "analysis/lint/fixes.hpp"
#include "server/line_diff.hpp"
#include "server/session/lsp_edits.hpp"

namespace dockwright::server::handlers {

bool may_fix(const DocumentSnapshot& document) {
  const auto& findings = document.findings();
  return std::any_of(findings.begin(), findings.end(),
                     [](const auto& finding) { return finding.rule->info.fix == rules::FixSafety::Safe; });
}

lsp::WorkspaceEdit fix_all_edit(const DocumentSnapshot& document, const ClientFeatures& features) {
  const Settings& settings = *document.settings();
  const auto fixed = lint::fix_all(document.model(), settings.lint.build, settings.rules, rules::FixSafety::Safe);
  return workspace_edit(document, line_diff(document.text().bytes(), fixed.text), features);
}

}  // namespace dockwright::server::handlers
