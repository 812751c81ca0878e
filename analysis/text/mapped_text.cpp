#include "analysis/text/mapped_text.hpp"

#include <algorithm>

namespace dockwright {

void MappedText::append(std::string_view bytes, std::uint32_t source_begin) {
  if (bytes.empty()) return;
  const bool adjoins = !pieces_.empty() && !pieces_.back().synthetic &&
                       pieces_.back().source + (size() - pieces_.back().logical) == source_begin;
  if (!adjoins) pieces_.push_back({size(), source_begin, false});
  text_ += bytes;
}

void MappedText::append_synthetic(std::string_view bytes, std::uint32_t source_at) {
  if (bytes.empty()) return;
  pieces_.push_back({size(), source_at, true});
  text_ += bytes;
}

const MappedText::Piece& MappedText::piece_at(std::uint32_t logical) const {
  auto next = std::upper_bound(pieces_.begin(), pieces_.end(), logical,
                               [](std::uint32_t offset, const Piece& piece) { return offset < piece.logical; });
  return *(next - 1);  // the first piece begins at 0
}

std::uint32_t MappedText::source_of(std::uint32_t logical) const {
  if (pieces_.empty()) return 0;
  const Piece& piece = piece_at(logical);
  return piece.synthetic ? piece.source : piece.source + (logical - piece.logical);
}

Span MappedText::source(LogicalSpan span) const {
  if (pieces_.empty()) return {};
  // An empty span at a seam stays with the text before it: that is where a cursor or an insertion belongs.
  const std::uint32_t last = span.end == 0 ? 0 : span.end - 1;
  const Piece& piece = piece_at(last);
  const std::uint32_t end = piece.synthetic ? piece.source : piece.source + (span.end - piece.logical);
  if (span.empty()) return {end, end};
  const std::uint32_t begin = source_of(span.begin);
  return {begin, std::max(begin, end)};
}

std::uint32_t MappedText::logical_of(std::uint32_t source) const {
  if (pieces_.empty()) return 0;
  auto next = std::upper_bound(pieces_.begin(), pieces_.end(), source,
                               [](std::uint32_t offset, const Piece& piece) { return offset < piece.source; });
  if (next == pieces_.begin()) return 0;
  const std::uint32_t limit = next == pieces_.end() ? size() : next->logical;
  const Piece& piece = *(next - 1);
  return piece.synthetic ? limit : std::min(limit, piece.logical + (source - piece.source));
}

MappedText MappedText::slice(LogicalSpan span) const {
  MappedText result;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    const Piece& piece = piece_at(at);
    const Piece* next = &piece + 1;
    const std::uint32_t limit = next == pieces_.data() + pieces_.size() ? size() : next->logical;
    const std::uint32_t end = std::min(limit, span.end);
    if (piece.synthetic) {
      result.append_synthetic(text({at, end}), piece.source);
    } else {
      result.append(text({at, end}), piece.source + (at - piece.logical));
    }
    at = end;
  }
  return result;
}

}  // namespace dockwright
