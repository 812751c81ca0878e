// Positions in text, as types that cannot be mixed up. All units are bytes of UTF-8.
//
//   ByteOffset / ByteRange   in a whole document
//   Span                     in one slot of the syntax tree, relative to the slot's first byte
//   LogicalSpan              in the text that is left when continuations and comments are taken out (mapped_text.hpp)
//
// Ranges are half open: [begin, end). LSP positions exist in the server only.
#pragma once

#include <compare>
#include <cstdint>

namespace dockwright {

struct ByteOffset {
  std::uint32_t value = 0;

  friend auto operator<=>(const ByteOffset&, const ByteOffset&) = default;
  friend constexpr ByteOffset operator+(ByteOffset offset, std::uint32_t bytes) { return {offset.value + bytes}; }
  friend constexpr std::uint32_t operator-(ByteOffset left, ByteOffset right) { return left.value - right.value; }
};

struct ByteRange {
  ByteOffset begin;
  ByteOffset end;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  // An offset at the end counts as inside: that is where a cursor stands after the last character.
  constexpr bool touches(ByteOffset offset) const { return begin <= offset && offset <= end; }
  constexpr bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  // The same place in the document, for a slot that begins at `base`.
  constexpr ByteRange at(ByteOffset base) const { return {base + begin, base + end}; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

struct LogicalSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  friend auto operator<=>(const LogicalSpan&, const LogicalSpan&) = default;
};

}  // namespace dockwright
