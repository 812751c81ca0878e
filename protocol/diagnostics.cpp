#include "protocol/diagnostics.hpp"

#include "protocol/codec_impl.hpp"

namespace dockwright::lsp {

template Result<DocumentDiagnosticParams> decode(const Json&, std::string_view);
template Json encode(const DocumentDiagnosticReport&);
template Json encode(const std::vector<Diagnostic>&);
template Json encode(const DiagnosticServerCancellationData&);
template Json encode(const PublishDiagnosticsParams&);

}  // namespace dockwright::lsp
