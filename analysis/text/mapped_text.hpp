// Text put together from pieces of a source, which remembers where every byte came from.
//
// BuildKit reads an instruction after joining its lines: escape characters at line ends, blank lines and comment lines are
// gone. The parsers read that text; findings and edits must point into the source. MappedText is the bridge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/offset.hpp"

namespace dockwright {

class MappedText {
 public:
  // Adds source bytes that begin at `source_begin`.
  void append(std::string_view bytes, std::uint32_t source_begin);
  // Adds bytes that stand nowhere in the source (the newline between a command line and its heredoc bodies when the
  // source has CR LF there); they map to the empty place at `source_at`.
  void append_synthetic(std::string_view bytes, std::uint32_t source_at);

  const std::string& text() const { return text_; }
  std::string_view text(LogicalSpan span) const { return std::string_view(text_).substr(span.begin, span.size()); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  bool empty() const { return text_.empty(); }

  // Where the byte at `logical` stands in the source. At a seam this is the start of the later piece.
  std::uint32_t source_of(std::uint32_t logical) const;
  // The smallest source span that holds all bytes of `span`; a span that runs through a continuation includes it, one that
  // ends at a continuation does not. An empty span maps to an empty span.
  Span source(LogicalSpan span) const;
  // The inverse: the logical offset of source byte `source`, or of the next mapped byte when it was left out.
  std::uint32_t logical_of(std::uint32_t source) const;
  // A copy of [span.begin, span.end) that still maps to the same source.
  MappedText slice(LogicalSpan span) const;

 private:
  struct Piece {
    std::uint32_t logical;  // first byte in text_
    std::uint32_t source;   // first byte in the source
    bool synthetic;
  };
  const Piece& piece_at(std::uint32_t logical) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace dockwright
