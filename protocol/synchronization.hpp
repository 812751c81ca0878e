// LSP 3.18, "Document Synchronization".
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

struct DidOpenTextDocumentParams {
  TextDocumentItem text_document;
};
constexpr auto fields(const DidOpenTextDocumentParams*) {
  return std::make_tuple(field("textDocument", &DidOpenTextDocumentParams::text_document));
}

// Without a range `text` is the whole document. The deprecated rangeLength is not read.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range;
  std::string text;
};
constexpr auto fields(const TextDocumentContentChangeEvent*) {
  return std::make_tuple(field("range", &TextDocumentContentChangeEvent::range),
                         field("text", &TextDocumentContentChangeEvent::text));
}

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier text_document;
  // Applied in order, each to the outcome of the one before.
  std::vector<TextDocumentContentChangeEvent> content_changes;
};
constexpr auto fields(const DidChangeTextDocumentParams*) {
  return std::make_tuple(field("textDocument", &DidChangeTextDocumentParams::text_document),
                         field("contentChanges", &DidChangeTextDocumentParams::content_changes));
}

struct DidSaveTextDocumentParams {
  TextDocumentIdentifier text_document;
};
constexpr auto fields(const DidSaveTextDocumentParams*) {
  return std::make_tuple(field("textDocument", &DidSaveTextDocumentParams::text_document));
}

struct DidCloseTextDocumentParams {
  TextDocumentIdentifier text_document;
};
constexpr auto fields(const DidCloseTextDocumentParams*) {
  return std::make_tuple(field("textDocument", &DidCloseTextDocumentParams::text_document));
}

}  // namespace dockwright::lsp
