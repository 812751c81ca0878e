#include "server/report/excerpt.hpp"

#include <algorithm>

#include "analysis/syntax/characters.hpp"
#include "server/report/printable.hpp"

namespace dockwright::server {

namespace {

// The part of a line that is shown. Grows from the marked place outwards.
class Window {
 public:
  Window(std::string_view line, std::uint32_t begin) : line_(line), left_(begin), right_(begin) {}

  void grow_left(unsigned columns) {
    while (left_ > 0 && columns_ < columns) {
      const syntax::Rune rune = syntax::decode_last_rune(line_.substr(0, left_));
      left_ -= rune.width;
      columns_ += columns_of(rune);
    }
  }
  void grow_right(unsigned columns) {
    while (right_ < line_.size() && columns_ < columns) {
      const syntax::Rune rune = syntax::decode_rune(line_, right_);
      right_ += rune.width;
      columns_ += columns_of(rune);
    }
  }
  std::uint32_t left() const { return left_; }
  std::uint32_t right() const { return right_; }

 private:
  // Characters without width count too: the work must have an end.
  static unsigned columns_of(syntax::Rune rune) {
    return rune.value == '\t' ? tab_columns : std::max(1U, character_width(rune.value));
  }

  std::string_view line_;
  std::uint32_t left_, right_;
  unsigned columns_ = 0;
};

}  // namespace

// Appends [begin, end) of `line` to `out`; returns its columns.
static unsigned append(std::string& out, std::string_view line, std::uint32_t begin, std::uint32_t end) {
  unsigned columns = 0;
  for (std::uint32_t at = begin; at < end;) {
    const syntax::Rune rune = syntax::decode_rune(line.substr(0, end), at);
    columns += append_printable(out, line.substr(at), rune);
    at += rune.width;
  }
  return columns;
}

Excerpt excerpt(const Text& text, ByteRange range) {
  static constexpr std::string_view ellipsis = "…";
  Excerpt result;
  result.line = text.lines().line_of(range.begin);
  const ByteRange place = text.line_range(result.line);
  const std::string_view line = text.bytes(place);
  const std::uint32_t begin = std::min(range.begin, place.end) - place.begin;
  const std::uint32_t end = std::min(range.end, place.end) - place.begin;

  Window window(line, begin);
  window.grow_left(excerpt_columns / 2);
  window.grow_right(excerpt_columns);
  window.grow_left(excerpt_columns);

  if (window.left() > 0) result.text = ellipsis;
  const unsigned before = append(result.text, line, window.left(), begin) + (window.left() > 0 ? 1 : 0);
  const std::uint32_t marked_end = std::min(end, window.right());
  const unsigned marked = append(result.text, line, begin, marked_end);
  append(result.text, line, marked_end, window.right());
  if (window.right() < line.size()) result.text += ellipsis;
  result.marker = std::string(before, ' ') + std::string(std::max(1U, marked), '^');
  return result;
}

}  // namespace dockwright::server
