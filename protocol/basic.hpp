// LSP 3.18, "Basic JSON Structures": positions, documents, edits. The shapes other messages are made of.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/codec.hpp"

namespace dockwright::lsp {

// As the client writes it. See uri.hpp for the path of a file: URI.
using DocumentUri = std::string;

// 0-based; `character` counts units of the negotiated position encoding. server/position_encoding.hpp converts.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};
constexpr auto fields(const Position*) {
  return std::make_tuple(field("line", &Position::line), field("character", &Position::character));
}

// [start, end)
struct Range {
  Position start;
  Position end;

  friend auto operator<=>(const Range&, const Range&) = default;
};
constexpr auto fields(const Range*) {
  return std::make_tuple(field("start", &Range::start), field("end", &Range::end));
}

struct Location {
  DocumentUri uri;
  Range range;

  friend bool operator==(const Location&, const Location&) = default;
};
constexpr auto fields(const Location*) {
  return std::make_tuple(field("uri", &Location::uri), field("range", &Location::range));
}

struct TextDocumentIdentifier {
  DocumentUri uri;
};
constexpr auto fields(const TextDocumentIdentifier*) {
  return std::make_tuple(field("uri", &TextDocumentIdentifier::uri));
}

struct VersionedTextDocumentIdentifier {
  DocumentUri uri;
  std::int32_t version = 0;
};
constexpr auto fields(const VersionedTextDocumentIdentifier*) {
  return std::make_tuple(field("uri", &VersionedTextDocumentIdentifier::uri),
                         field("version", &VersionedTextDocumentIdentifier::version));
}

// Null as version: the file on disk.
struct OptionalVersionedTextDocumentIdentifier {
  DocumentUri uri;
  std::variant<Null, std::int32_t> version;
};
constexpr auto fields(const OptionalVersionedTextDocumentIdentifier*) {
  return std::make_tuple(field("uri", &OptionalVersionedTextDocumentIdentifier::uri),
                         field("version", &OptionalVersionedTextDocumentIdentifier::version));
}

struct TextDocumentItem {
  DocumentUri uri;
  std::string language_id;
  std::int32_t version = 0;
  std::string text;
};
constexpr auto fields(const TextDocumentItem*) {
  return std::make_tuple(field("uri", &TextDocumentItem::uri), field("languageId", &TextDocumentItem::language_id),
                         field("version", &TextDocumentItem::version), field("text", &TextDocumentItem::text));
}

// With an annotation_id it is an AnnotatedTextEdit.
struct TextEdit {
  Range range;
  std::string new_text;
  std::optional<std::string> annotation_id;
};
constexpr auto fields(const TextEdit*) {
  return std::make_tuple(field("range", &TextEdit::range), field("newText", &TextEdit::new_text),
                         field("annotationId", &TextEdit::annotation_id));
}

struct TextDocumentEdit {
  OptionalVersionedTextDocumentIdentifier text_document;
  std::vector<TextEdit> edits;
};
constexpr auto fields(const TextDocumentEdit*) {
  return std::make_tuple(field("textDocument", &TextDocumentEdit::text_document),
                         field("edits", &TextDocumentEdit::edits));
}

struct ChangeAnnotation {
  std::string label;
  std::optional<bool> needs_confirmation;
  std::optional<std::string> description;
};
constexpr auto fields(const ChangeAnnotation*) {
  return std::make_tuple(field("label", &ChangeAnnotation::label),
                         field("needsConfirmation", &ChangeAnnotation::needs_confirmation),
                         field("description", &ChangeAnnotation::description));
}

struct WorkspaceEdit {
  std::optional<std::map<DocumentUri, std::vector<TextEdit>>> changes;
  std::optional<std::vector<TextDocumentEdit>> document_changes;
  std::optional<std::map<std::string, ChangeAnnotation>> change_annotations;
};
constexpr auto fields(const WorkspaceEdit*) {
  return std::make_tuple(field("changes", &WorkspaceEdit::changes),
                         field("documentChanges", &WorkspaceEdit::document_changes),
                         field("changeAnnotations", &WorkspaceEdit::change_annotations));
}

namespace markup_kind {
inline constexpr std::string_view plaintext = "plaintext";
inline constexpr std::string_view markdown = "markdown";
}  // namespace markup_kind

struct MarkupContent {
  std::string kind;
  std::string value;
};
constexpr auto fields(const MarkupContent*) {
  return std::make_tuple(field("kind", &MarkupContent::kind), field("value", &MarkupContent::value));
}

// What a client chose itself and gets back with the progress.
using ProgressToken = std::variant<std::int32_t, std::string>;

}  // namespace dockwright::lsp
