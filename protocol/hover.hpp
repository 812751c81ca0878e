// LSP 3.18, textDocument/hover.
#pragma once

#include "protocol/basic.hpp"

namespace dockwright::lsp {

struct HoverParams {
  TextDocumentIdentifier text_document;
  Position position;
};
constexpr auto fields(const HoverParams*) {
  return std::make_tuple(field("textDocument", &HoverParams::text_document), field("position", &HoverParams::position));
}

struct Hover {
  MarkupContent contents;
  std::optional<Range> range;
};
constexpr auto fields(const Hover*) {
  return std::make_tuple(field("contents", &Hover::contents), field("range", &Hover::range));
}

}  // namespace dockwright::lsp
