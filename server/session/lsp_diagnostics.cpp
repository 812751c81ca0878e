#include "server/session/lsp_diagnostics.hpp"

#include "server/rule_url.hpp"

namespace dockwright::server {

static lsp::DiagnosticSeverity lsp_severity(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return lsp::DiagnosticSeverity::error;
    case rules::Severity::Warning:
      return lsp::DiagnosticSeverity::warning;
    case rules::Severity::Information:
      return lsp::DiagnosticSeverity::information;
    case rules::Severity::Hint:
      break;
  }
  return lsp::DiagnosticSeverity::hint;
}

lsp::Diagnostic lsp_diagnostic(const rules::Finding& finding, const PositionMap& positions, const lsp::DocumentUri& uri,
                               const ClientFeatures& features) {
  lsp::Diagnostic out;
  out.range = positions.range(finding.range);
  out.severity = lsp_severity(finding.severity);
  out.code = std::string(finding.rule->info.name);
  out.source = "dockwright";
  out.message = finding.message;
  if (features.code_description) {
    if (auto url = rule_url(finding.rule->info)) out.code_description = lsp::CodeDescription{std::move(*url)};
  }

  std::vector<lsp::DiagnosticTag> tags;
  const auto add_tag = [&](bool applies, lsp::DiagnosticTag tag) {
    if (applies && features.diagnostic_tags.count(tag) > 0) tags.push_back(tag);
  };
  add_tag(finding.unnecessary, lsp::DiagnosticTag::unnecessary);
  add_tag(finding.deprecated, lsp::DiagnosticTag::deprecated);
  if (!tags.empty()) out.tags = std::move(tags);

  if (features.related_information && !finding.related.empty()) {
    auto& related = out.related_information.emplace();
    for (const auto& place : finding.related) related.push_back({{uri, positions.range(place.range)}, place.message});
  }
  return out;
}

std::vector<lsp::Diagnostic> lsp_diagnostics(const DocumentSnapshot& snapshot, const ClientFeatures& features) {
  const PositionMap positions(snapshot.text(), features.encoding);
  std::vector<lsp::Diagnostic> out;
  out.reserve(snapshot.findings().size());
  for (const auto& finding : snapshot.findings()) {
    out.push_back(lsp_diagnostic(finding, positions, snapshot.uri(), features));
  }
  return out;
}

}  // namespace dockwright::server
