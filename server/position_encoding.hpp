// The only place where byte offsets become LSP positions and back.
//
// An LSP column counts bytes (utf-8), 16-bit units (utf-16, the default) or code points (utf-32), whatever both sides
// agreed on. An LSP line ends at LF, CR LF or a lone CR, while a Text knows LF only. A byte that is not part of valid
// UTF-8 counts as one unit. Never add or compare columns anywhere else.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/text/text.hpp"
#include "protocol/basic.hpp"

namespace dockwright::server {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };

// PositionEncodingKind of LSP: "utf-8" and so on.
std::string_view to_string(PositionEncoding encoding);
// The best of what the client offers: utf-8 costs nothing, utf-16 is what everybody has.
PositionEncoding choose_encoding(const std::optional<std::vector<std::string>>& offered);

// Positions in one version of a document. Remembers the last place, so that a run of ascending conversions is linear in
// the text even when it is one long line; for one thread only.
class PositionMap {
 public:
  PositionMap(Text text, PositionEncoding encoding);

  lsp::Position position(ByteOffset offset) const;
  lsp::Range range(ByteRange range) const { return {position(range.begin), position(range.end)}; }

  // Where a cursor stands: a column behind the end of its line is the end, one inside a character is its start. None if
  // there is no such line.
  std::optional<ByteOffset> offset(lsp::Position position) const;
  std::optional<ByteRange> range(lsp::Range range) const;

  // For edits: none as well if a place splits a character or the range is backwards. What such an edit leaves behind
  // would be a guess.
  std::optional<ByteRange> edit_range(lsp::Range range) const;

 private:
  struct Place {
    std::uint32_t line = 0;
    std::uint32_t offset = 0;
    std::uint32_t column = 0;
  };

  std::uint32_t lines() const;
  std::uint32_t line_start(std::uint32_t line) const;
  std::uint32_t line_end(std::uint32_t line) const;
  std::uint32_t line_of(ByteOffset offset) const;
  // The last place at or before both limits that is not inside a character.
  Place advance(std::uint32_t line, std::uint32_t offset_limit, std::uint32_t column_limit) const;

  Text text_;
  PositionEncoding encoding_;
  std::vector<std::uint32_t> line_starts_;  // empty when no CR stands alone: the Text's own lines are right then
  mutable Place last_;
};

}  // namespace dockwright::server
