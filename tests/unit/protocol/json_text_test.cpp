#include "protocol/json_text.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dockwright::lsp {
namespace {

// What comes back when `text` is read and written again; "error" if it cannot be read.
std::string round_trip(std::string_view text) {
  const auto value = parse_json(text);
  return value ? to_text(*value) : "error";
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(JsonText, RoundTrip) {
  const Case cases[] = {
      {R"({"b": [1, -2, 1.5, true, null], "a": "x"})", R"({"a":"x","b":[1,-2,1.5,true,null]})"},
      {R"("\ud83d\ude00 \u00e9 \n")", "\"😀 é \\n\""},
      {"{", "error"},
      {"", "error"},
      {"{} {}", "error"},
      {"nul", "error"},
      {"1e999", "error"},
      {"\"a\nb\"", "error"},
  };
  for (const Case& c : cases) EXPECT_EQ(round_trip(c.text), c.expected) << c.text;
}

TEST(JsonText, LoneSurrogatesBecomeReplacementCharacters) {
  const Case cases[] = {
      {R"("a\ud800")", "\"a\uFFFD\""},
      {R"("\udc00b")", "\"\uFFFDb\""},
      {R"("\uD83Dx\uDE00")", "\"\uFFFDx\uFFFD\""},
      {R"("\ud83d\ud83d\ude00")", "\"\uFFFD😀\""},
      {R"("\ud83d\ude00\udead")", "\"😀\uFFFD\""},
      // An escaped backslash is no escape.
      {R"("\\ud800 \udead")", "\"\\\\ud800 \uFFFD\""},
      {R"("\\\udead")", "\"\\\\\uFFFD\""},
      {R"("\ud800\u")", "error"},
      {R"("\ud800)", "error"},
  };
  for (const Case& c : cases) EXPECT_EQ(round_trip(c.text), c.expected) << c.text;
}

TEST(JsonText, BytesThatAreNoUtf8BecomeReplacementCharacters) {
  const Case cases[] = {
      {"\"\xFF\"", "\"\uFFFD\""},
      {"\"\xE2\x82\"", "\"\uFFFD\uFFFD\""},
      {"\"\xED\xA0\x80\"", "\"\uFFFD\uFFFD\uFFFD\""},            // a surrogate
      {"\"\xC0\x80\"", "\"\uFFFD\uFFFD\""},                      // overlong
      {"\"\xF4\x90\x80\x80\"", "\"\uFFFD\uFFFD\uFFFD\uFFFD\""},  // beyond U+10FFFF
      {"\"\xFF é\"", "\"\uFFFD é\""},
      {"{\xFF}", "error"},
  };
  for (const Case& c : cases) EXPECT_EQ(round_trip(c.text), c.expected) << c.text;
}

std::string nested(char open, char close, int depth) {
  return std::string(static_cast<std::size_t>(depth), open) + std::string(static_cast<std::size_t>(depth), close);
}

TEST(JsonText, DepthIsLimited) {
  EXPECT_TRUE(parse_json(nested('[', ']', max_json_depth)));
  EXPECT_FALSE(parse_json(nested('[', ']', max_json_depth + 1)));
  EXPECT_FALSE(parse_json(nested('[', ']', 1000000)));
  EXPECT_FALSE(parse_json(std::string(1000000, '{')));
  // Brackets in strings do not nest, closed ones do not count.
  EXPECT_TRUE(parse_json('"' + std::string(1000, '[') + '"'));
  EXPECT_TRUE(parse_json(R"(["\"[[[", ")" + std::string(1000, '{') + "\"]"));
  std::string flat = "[";
  for (int i = 0; i < 1000; ++i) flat += "[],";
  EXPECT_TRUE(parse_json(flat + "[]]"));
}

TEST(JsonText, WritingNeverFails) { EXPECT_EQ(to_text(Json("\xFF\xFE")), "\"\uFFFD\uFFFD\""); }

}  // namespace
}  // namespace dockwright::lsp
