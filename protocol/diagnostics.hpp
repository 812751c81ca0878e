// LSP 3.18, diagnostics: published by the server or pulled by the client.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

enum class DiagnosticSeverity : std::int32_t { error = 1, warning = 2, information = 3, hint = 4 };
enum class DiagnosticTag : std::int32_t { unnecessary = 1, deprecated = 2 };

struct CodeDescription {
  std::string href;

  friend bool operator==(const CodeDescription&, const CodeDescription&) = default;
};
constexpr auto fields(const CodeDescription*) { return std::make_tuple(field("href", &CodeDescription::href)); }

struct DiagnosticRelatedInformation {
  Location location;
  std::string message;

  friend bool operator==(const DiagnosticRelatedInformation&, const DiagnosticRelatedInformation&) = default;
};
constexpr auto fields(const DiagnosticRelatedInformation*) {
  return std::make_tuple(field("location", &DiagnosticRelatedInformation::location),
                         field("message", &DiagnosticRelatedInformation::message));
}

struct Diagnostic {
  Range range;
  std::optional<DiagnosticSeverity> severity;
  std::optional<std::variant<std::int32_t, std::string>> code;
  std::optional<CodeDescription> code_description;
  std::optional<std::string> source;
  std::string message;
  std::optional<std::vector<DiagnosticTag>> tags;
  std::optional<std::vector<DiagnosticRelatedInformation>> related_information;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};
constexpr auto fields(const Diagnostic*) {
  return std::make_tuple(field("range", &Diagnostic::range), field("severity", &Diagnostic::severity),
                         field("code", &Diagnostic::code), field("codeDescription", &Diagnostic::code_description),
                         field("source", &Diagnostic::source), field("message", &Diagnostic::message),
                         field("tags", &Diagnostic::tags),
                         field("relatedInformation", &Diagnostic::related_information));
}

struct PublishDiagnosticsParams {
  DocumentUri uri;
  std::optional<std::int32_t> version;
  std::vector<Diagnostic> diagnostics;
};
constexpr auto fields(const PublishDiagnosticsParams*) {
  return std::make_tuple(field("uri", &PublishDiagnosticsParams::uri),
                         field("version", &PublishDiagnosticsParams::version),
                         field("diagnostics", &PublishDiagnosticsParams::diagnostics));
}

struct DocumentDiagnosticParams {
  TextDocumentIdentifier text_document;
  std::optional<std::string> previous_result_id;
};
constexpr auto fields(const DocumentDiagnosticParams*) {
  return std::make_tuple(field("textDocument", &DocumentDiagnosticParams::text_document),
                         field("previousResultId", &DocumentDiagnosticParams::previous_result_id));
}

namespace document_diagnostic_report_kind {
inline constexpr std::string_view full = "full";
inline constexpr std::string_view unchanged = "unchanged";
}  // namespace document_diagnostic_report_kind

// `items` are there in a full report, and only there.
struct DocumentDiagnosticReport {
  std::string kind;
  std::string result_id;
  std::optional<std::vector<Diagnostic>> items;
};
constexpr auto fields(const DocumentDiagnosticReport*) {
  return std::make_tuple(field("kind", &DocumentDiagnosticReport::kind),
                         field("resultId", &DocumentDiagnosticReport::result_id),
                         field("items", &DocumentDiagnosticReport::items));
}

// The data of a server_cancelled error in answer to a pull.
struct DiagnosticServerCancellationData {
  bool retrigger_request = true;
};
constexpr auto fields(const DiagnosticServerCancellationData*) {
  return std::make_tuple(field("retriggerRequest", &DiagnosticServerCancellationData::retrigger_request));
}

}  // namespace dockwright::lsp
