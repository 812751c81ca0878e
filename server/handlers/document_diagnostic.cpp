#include <fmt/format.h>

#include <functional>

#include "protocol/json_text.hpp"
#include "server/handlers/handlers.hpp"
#include "server/session/lsp_diagnostics.hpp"

namespace dockwright::server::handlers {

namespace report_kind = lsp::document_diagnostic_report_kind;

static lsp::DocumentDiagnosticReport full_report(std::vector<lsp::Diagnostic> diagnostics) {
  // The diagnostics name themselves: equal ones have the same id, after an undo or a restart too.
  const std::string text = lsp::to_text(lsp::encode(diagnostics));
  return {std::string(report_kind::full), fmt::format("{:016x}", std::hash<std::string>{}(text)),
          std::move(diagnostics)};
}

void document_diagnostic(Session& session, const lsp::DocumentDiagnosticParams& params,
                         Reply<lsp::DocumentDiagnosticReport> reply) {
  const auto snapshot = find_document(session, params.text_document.uri, reply, full_report({}));
  if (!snapshot) return;
  const auto compute = [features = session.features(),
                        previous = params.previous_result_id](const DocumentSnapshot& document) {
    lsp::DocumentDiagnosticReport report = full_report(lsp_diagnostics(document, *features));
    if (report.result_id == previous) {
      report.kind = report_kind::unchanged;
      report.items.reset();
    }
    return report;
  };
  session.answer(std::move(reply), snapshot, compute,
                 {lsp::ErrorCode::server_cancelled, "the document has changed meanwhile",
                  lsp::encode(lsp::DiagnosticServerCancellationData{})});
}

}  // namespace dockwright::server::handlers
