#include "server/position_encoding.hpp"

#include <algorithm>
#include <cstring>

namespace dockwright::server {

static constexpr std::string_view names[] = {"utf-8", "utf-16", "utf-32"};
static constexpr std::uint32_t no_limit = 0xFFFFFFFF;

std::string_view to_string(PositionEncoding encoding) { return names[static_cast<std::size_t>(encoding)]; }

PositionEncoding choose_encoding(const std::optional<std::vector<std::string>>& offered) {
  const auto offers = [&](PositionEncoding encoding) {
    return offered && std::find(offered->begin(), offered->end(), to_string(encoding)) != offered->end();
  };
  if (offers(PositionEncoding::utf8)) return PositionEncoding::utf8;
  if (offers(PositionEncoding::utf16) || !offers(PositionEncoding::utf32)) return PositionEncoding::utf16;
  return PositionEncoding::utf32;
}

// Bytes of the character at the front of `text`; 1 for a byte that begins none.
static std::uint32_t character_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0xC2 || first > 0xF4) return 1;
  const std::uint32_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() < length) return 1;
  for (std::uint32_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 1;
  }
  // Overlong forms, surrogates and what lies behind U+10FFFF show in the second byte.
  const unsigned second = byte(1);
  const bool valid = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0) &&
                     (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
  return valid ? length : 1;
}

static std::uint32_t character_columns(std::uint32_t bytes, PositionEncoding encoding) {
  if (encoding == PositionEncoding::utf8) return bytes;
  return encoding == PositionEncoding::utf16 && bytes == 4 ? 2 : 1;
}

// How many ASCII bytes `text` begins with, in steps of 8: enough to skip the long runs.
static std::uint32_t ascii_run(std::string_view text) {
  std::uint32_t run = 0;
  for (; run + 8 <= text.size(); run += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + run, 8);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  return run;
}

static std::vector<std::uint32_t> lines_with_lone_cr(std::string_view text) {
  const auto is_lone = [&](std::size_t cr) { return cr + 1 == text.size() || text[cr + 1] != '\n'; };
  std::size_t cr = text.find('\r');
  while (cr != std::string_view::npos && !is_lone(cr)) cr = text.find('\r', cr + 1);
  if (cr == std::string_view::npos) return {};

  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = text.find_first_of("\r\n"); i != std::string_view::npos; i = text.find_first_of("\r\n", i + 1)) {
    if (text[i] == '\n' || is_lone(i)) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

PositionMap::PositionMap(Text text, PositionEncoding encoding)
    : text_(std::move(text)), encoding_(encoding), line_starts_(lines_with_lone_cr(text_.bytes())) {}

std::uint32_t PositionMap::lines() const {
  return line_starts_.empty() ? text_.lines().lines() : static_cast<std::uint32_t>(line_starts_.size());
}

std::uint32_t PositionMap::line_start(std::uint32_t line) const {
  return line_starts_.empty() ? text_.lines().start(line).value : line_starts_[line];
}

std::uint32_t PositionMap::line_end(std::uint32_t line) const {
  if (line + 1 == lines()) return text_.size();
  std::uint32_t end = line_start(line + 1) - 1;
  const std::string_view bytes = text_.bytes();
  if (bytes[end] == '\n' && end > line_start(line) && bytes[end - 1] == '\r') --end;
  return end;
}

std::uint32_t PositionMap::line_of(ByteOffset offset) const {
  if (line_starts_.empty()) return text_.lines().line_of(offset);
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset.value);
  return static_cast<std::uint32_t>(next - line_starts_.begin() - 1);
}

PositionMap::Place PositionMap::advance(std::uint32_t line, std::uint32_t offset_limit,
                                        std::uint32_t column_limit) const {
  Place place{line, line_start(line), 0};
  if (last_.line == line && last_.offset <= offset_limit && last_.column <= column_limit &&
      last_.offset > place.offset) {
    place = last_;
  }
  const std::uint32_t end = std::min(offset_limit, line_end(line));
  const std::string_view bytes = text_.bytes().substr(0, line_end(line));
  while (place.offset < end && place.column < column_limit) {
    const std::uint32_t room = std::min(end - place.offset, column_limit - place.column);
    const std::uint32_t run = ascii_run(bytes.substr(place.offset, room));
    place.offset += run;
    place.column += run;
    if (run == room) break;
    const std::uint32_t length = character_bytes(bytes.substr(place.offset));
    const std::uint32_t columns = character_columns(length, encoding_);
    if (place.offset + length > end || columns > column_limit - place.column) break;
    place.offset += length;
    place.column += columns;
  }
  last_ = place;
  return place;
}

lsp::Position PositionMap::position(ByteOffset offset) const {
  const std::uint32_t line = line_of(offset);
  return {line, advance(line, offset.value, no_limit).column};
}

std::optional<ByteOffset> PositionMap::offset(lsp::Position position) const {
  if (position.line >= lines()) return std::nullopt;
  return ByteOffset{advance(position.line, no_limit, position.character).offset};
}

std::optional<ByteRange> PositionMap::range(lsp::Range range) const {
  const auto begin = offset(range.start);
  const auto end = offset(range.end);
  if (!begin || !end || *end < *begin) return std::nullopt;
  return ByteRange{*begin, *end};
}

std::optional<ByteRange> PositionMap::edit_range(lsp::Range range) const {
  const auto splits = [this](lsp::Position position) {
    const Place place = advance(position.line, no_limit, position.character);
    return place.column < position.character && place.offset < line_end(position.line);
  };
  const auto bytes = this->range(range);
  if (!bytes || splits(range.start) || splits(range.end)) return std::nullopt;
  return bytes;
}

}  // namespace dockwright::server
