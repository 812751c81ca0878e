#include "server/position_encoding.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dockwright::server {
namespace {

constexpr PositionEncoding all[] = {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32};

struct Case {
  std::string_view text;
  std::uint32_t offset;
  std::uint32_t line;
  std::uint32_t utf8, utf16, utf32;
};

// 👩‍💻 is three characters joined; e with U+0301 is two that look like one.
const Case cases[] = {
    {"", 0, 0, 0, 0, 0},
    {"abc", 3, 0, 3, 3, 3},
    {"a\nb", 2, 1, 0, 0, 0},
    {"a\r\nb", 3, 1, 0, 0, 0},
    {"a\n", 2, 1, 0, 0, 0},
    {"éa", 2, 0, 2, 1, 1},
    {"€a", 3, 0, 3, 1, 1},
    {"😀a", 4, 0, 4, 2, 1},
    {"e\xCC\x81x", 3, 0, 3, 2, 2},
    {"👩\u200D💻x", 11, 0, 11, 5, 3},
    {"x\n0123456789😀0123456789é!", 28, 1, 26, 23, 22},
    // A CR alone ends a line for LSP, though not for the Text.
    {"a\rb", 2, 1, 0, 0, 0},
    {"a\r\rb\nc\r", 3, 2, 0, 0, 0},
    {"a\r\rb\nc\r", 5, 3, 0, 0, 0},
    {"a\r\rb\nc\r", 7, 4, 0, 0, 0},
    {"\r\n\r😀", 7, 2, 4, 2, 1},
    // Bytes that are no UTF-8 are one unit each.
    {"\xFF\xFFx", 2, 0, 2, 2, 2},
    {"\xE2\x82x", 2, 0, 2, 2, 2},
    {"\xED\xA0\x80x", 3, 0, 3, 3, 3},
    {"\xF4\x90\x80\x80x", 4, 0, 4, 4, 4},
    {"\xC0\x80x", 2, 0, 2, 2, 2},
    {"x\xF0", 2, 0, 2, 2, 2},
    {"\xEF\xBB\xBF"
     "FROM",
     3, 0, 3, 1, 1},
};

TEST(PositionEncoding, BothWays) {
  for (const Case& c : cases) {
    for (const auto encoding : all) {
      const std::uint32_t column = encoding == PositionEncoding::utf8    ? c.utf8
                                   : encoding == PositionEncoding::utf16 ? c.utf16
                                                                         : c.utf32;
      const PositionMap map(Text(std::string(c.text)), encoding);
      EXPECT_EQ(map.position({c.offset}), (lsp::Position{c.line, column})) << c.text << ' ' << to_string(encoding);
      EXPECT_EQ(map.offset(lsp::Position{c.line, column}), ByteOffset{c.offset})
          << c.text << ' ' << to_string(encoding);
    }
  }
}

TEST(PositionEncoding, CursorsAreForgiving) {
  const PositionMap map(Text("ab\r\n😀\r\nx"), PositionEncoding::utf16);
  EXPECT_EQ(map.offset({0, 99}), ByteOffset{2});
  EXPECT_EQ(map.offset({0, 0xFFFFFFFF}), ByteOffset{2});
  EXPECT_EQ(map.offset({1, 1}), ByteOffset{4});  // inside the pair
  EXPECT_EQ(map.offset({2, 5}), ByteOffset{11});
  EXPECT_EQ(map.offset({3, 0}), std::nullopt);
  EXPECT_EQ(map.position({3}), (lsp::Position{0, 2}));  // between CR and LF
}

TEST(PositionEncoding, EditsAreNot) {
  const PositionMap map(Text("ab\r\n😀\r\nx"), PositionEncoding::utf16);
  EXPECT_EQ(map.edit_range({{0, 0}, {1, 2}}), (ByteRange{{0}, {8}}));
  EXPECT_EQ(map.edit_range({{0, 1}, {0, 99}}), (ByteRange{{1}, {2}}));  // LSP: behind the end is the end
  EXPECT_EQ(map.edit_range({{1, 0}, {1, 1}}), std::nullopt);
  EXPECT_EQ(map.edit_range({{1, 1}, {2, 0}}), std::nullopt);
  EXPECT_EQ(map.edit_range({{0, 2}, {0, 1}}), std::nullopt);
  EXPECT_EQ(map.edit_range({{0, 0}, {3, 0}}), std::nullopt);
}

TEST(PositionEncoding, Choice) {
  using Offer = std::vector<std::string>;
  EXPECT_EQ(choose_encoding(std::nullopt), PositionEncoding::utf16);
  EXPECT_EQ(choose_encoding(Offer{}), PositionEncoding::utf16);
  EXPECT_EQ(choose_encoding(Offer{"utf-16", "utf-8"}), PositionEncoding::utf8);
  EXPECT_EQ(choose_encoding(Offer{"utf-32", "utf-16"}), PositionEncoding::utf16);
  EXPECT_EQ(choose_encoding(Offer{"utf-32"}), PositionEncoding::utf32);
  EXPECT_EQ(choose_encoding(Offer{"utf-7"}), PositionEncoding::utf16);
}

// Positions one after the other, as the specification defines them.
lsp::Position slow_position(std::string_view text, std::uint32_t offset, PositionEncoding encoding) {
  lsp::Position out;
  for (std::uint32_t i = 0; i < offset;) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n' || (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      ++out.line;
      out.character = 0;
      ++i;
      continue;
    }
    const std::uint32_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    out.character += encoding == PositionEncoding::utf8                   ? length
                     : encoding == PositionEncoding::utf16 && length == 4 ? 2
                                                                          : 1;
    i += length;
  }
  return out;
}

TEST(PositionEncoding, AgreesWithTheDefinition) {
  const std::string_view pieces[] = {"a", "bcdefghi", "\n", "\r\n", "\r", "é", "€", "😀", "0123456789abcdef"};
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::vector<std::uint32_t> starts;  // of characters; CR LF is one
    for (int i = 0; i < 40; ++i) {
      const std::string_view piece = pieces[random() % std::size(pieces)];
      // CR and LF that meet by chance are one line end; keep it at the seams the pieces have.
      if (!text.empty() && text.back() == '\r' && piece.front() == '\n') continue;
      for (std::size_t at = 0; at<piece.size(); at += piece.size()> 4 ? 1 : piece.size()) {
        starts.push_back(static_cast<std::uint32_t>(text.size() + at));
      }
      text += piece;
    }
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    for (const auto encoding : all) {
      const PositionMap map(Text(text), encoding);
      std::shuffle(starts.begin(), starts.end(), random);
      for (const std::uint32_t offset : starts) {
        const lsp::Position position = slow_position(text, offset, encoding);
        ASSERT_EQ(map.position({offset}), position) << round << ' ' << offset;
        ASSERT_EQ(map.offset(position), ByteOffset{offset}) << round << ' ' << offset;
      }
    }
  }
}

}  // namespace
}  // namespace dockwright::server
