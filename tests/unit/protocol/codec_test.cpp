#include "protocol/codec.hpp"

#include <gtest/gtest.h>

#include "protocol/code_action.hpp"
#include "protocol/codec_impl.hpp"
#include "protocol/hover.hpp"
#include "protocol/json_text.hpp"
#include "protocol/lifecycle.hpp"
#include "protocol/synchronization.hpp"

namespace dockwright::lsp {
namespace {

enum class Color : std::int32_t { red = 1 };

struct Inner {
  std::int32_t number = 0;
};
constexpr auto fields(const Inner*) { return std::make_tuple(field("number", &Inner::number)); }

// One property of every kind.
struct Everything {
  std::optional<bool> flag;
  std::optional<std::int32_t> integer;
  std::optional<std::uint32_t> natural;
  std::optional<std::string> text;
  std::optional<Color> color;
  std::optional<Inner> inner;
  std::optional<std::vector<Inner>> list;
  std::optional<std::map<std::string, std::int32_t>> table;
  std::optional<std::variant<std::int32_t, std::string>> either;
  std::optional<std::variant<Null, std::int32_t>> nullable;
  Any any;
};
constexpr auto fields(const Everything*) {
  return std::make_tuple(
      field("flag", &Everything::flag), field("integer", &Everything::integer), field("natural", &Everything::natural),
      field("text", &Everything::text), field("color", &Everything::color), field("inner", &Everything::inner),
      field("list", &Everything::list), field("table", &Everything::table), field("either", &Everything::either),
      field("nullable", &Everything::nullable), field("any", &Everything::any));
}

template <class T>
std::string round_trip(std::string_view text) {
  const auto value = decode<T>(*parse_json(text));
  return value ? to_text(encode(*value)) : value.error();
}

TEST(Codec, WhatIsReadIsWritten) {
  for (const std::string_view text : {
           R"({})",
           R"({"flag":true})",
           R"({"integer":-2147483648})",
           R"({"integer":2147483647})",
           R"({"natural":4294967295})",
           R"({"text":"é\n"})",
           R"({"color":1})",
           R"({"color":99})",
           R"({"inner":{"number":0}})",
           R"({"list":[]})",
           R"({"list":[{"number":1},{"number":2}]})",
           R"({"table":{"a":1,"b":2}})",
           R"({"either":7})",
           R"({"either":"x"})",
           R"({"nullable":3})",
           R"({"any":[1.5,{"x":null}]})",
       }) {
    EXPECT_EQ(round_trip<Everything>(text), text);
  }
}

TEST(Codec, NullIsAbsent) {
  EXPECT_EQ(round_trip<Everything>(R"({"flag":null,"integer":null,"inner":null,"list":null,"either":null})"), "{}");
}

TEST(Codec, UnknownPropertiesAreIgnored) { EXPECT_EQ(round_trip<Inner>(R"({"number":1,"x":{}})"), R"({"number":1})"); }

TEST(Codec, WrongTypesNameTheirPlace) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {R"([])", "params must be an object, not array"},
      {R"(null)", "params must be an object, not null"},
      {R"({"flag":1})", "params.flag must be a boolean, not 1"},
      {R"({"integer":1.5})", "params.integer must be a 32-bit integer, not 1.5"},
      {R"({"integer":1.0})", "params.integer must be a 32-bit integer, not 1.0"},
      {R"({"integer":true})", "params.integer must be a 32-bit integer, not boolean"},
      {R"({"integer":"1"})", "params.integer must be a 32-bit integer, not string"},
      {R"({"integer":2147483648})", "params.integer must be a 32-bit integer, not 2147483648"},
      {R"({"integer":-2147483649})", "params.integer must be a 32-bit integer, not -2147483649"},
      {R"({"integer":18446744073709551615})", "params.integer must be a 32-bit integer, not 18446744073709551615"},
      {R"({"natural":-1})", "params.natural must be an unsigned 32-bit integer, not -1"},
      {R"({"natural":4294967296})", "params.natural must be an unsigned 32-bit integer, not 4294967296"},
      {R"({"text":["a"]})", "params.text must be a string, not array"},
      {R"({"color":"red"})", "params.color must be a 32-bit integer, not string"},
      {R"({"inner":[]})", "params.inner must be an object, not array"},
      {R"({"inner":{}})", "params.inner.number is missing"},
      {R"({"inner":{"number":null}})", "params.inner.number must be a 32-bit integer, not null"},
      {R"({"list":{}})", "params.list must be an array, not object"},
      {R"({"list":[{"number":1},{"number":{}}]})", "params.list[1].number must be a 32-bit integer, not object"},
      {R"({"table":{"a":1,"b":"2"}})", "params.table.b must be a 32-bit integer, not string"},
      {R"({"either":[]})", "params.either must be another type, not array"},
      {R"({"either":1.5})", "params.either must be a 32-bit integer, not 1.5"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(round_trip<Everything>(text), expected);
}

TEST(Codec, NullableIsWrittenAsNull) {
  EXPECT_EQ(to_text(encode(WorkspaceEdit{std::nullopt, {{{{"u", {}}, {}}}}, std::nullopt})),
            R"({"documentChanges":[{"edits":[],"textDocument":{"uri":"u","version":null}}]})");
  EXPECT_EQ(to_text(encode(std::optional<Hover>())), "null");
}

TEST(Codec, MessagesOfTheProtocol) {
  EXPECT_TRUE(decode<InitializeParams>(*parse_json(R"({"processId":null,"rootUri":null,"capabilities":{}})")));
  EXPECT_FALSE(decode<InitializeParams>(*parse_json(R"({"processId":null,"rootUri":null})")));
  EXPECT_TRUE(decode<NoParams>(Json()));
  const auto change = decode<DidChangeTextDocumentParams>(*parse_json(
      R"({"textDocument":{"uri":"u","version":4},"contentChanges":[{"text":"a"},
          {"range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"rangeLength":9,"text":""}]})"));
  ASSERT_TRUE(change);
  EXPECT_FALSE(change->content_changes[0].range);
  EXPECT_EQ(change->content_changes[1].range, (Range{{1, 2}, {3, 4}}));
}

}  // namespace
}  // namespace dockwright::lsp
