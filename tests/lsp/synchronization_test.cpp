// The server's text of a document is the client's, or it has none.
#include <gtest/gtest.h>

#include <random>

#include "tests/support/lsp_client.hpp"
#include "tests/support/tree_equality.hpp"

namespace dockwright::test {
namespace {

constexpr const char* uri = "file:///Dockerfile";

json with_encoding(const std::string& encoding) {
  return {{"general", {{"positionEncodings", json::array({encoding})}}}};
}

struct Edit {
  json range;  // [line, character, line, character], or null for the whole text
  std::string text;
};

struct Case {
  const char* name;
  const char* encoding;
  std::string text;
  std::vector<Edit> edits;              // all in one message
  std::optional<std::string> expected;  // none: the document is dropped
};

const Case cases[] = {
    {"insert", "utf-16", "FROM a\n", {{{0, 5, 0, 5}, "b"}}, "FROM ba\n"},
    {"replace lines", "utf-16", "a\nb\nc\n", {{{0, 1, 2, 0}, "-"}}, "a-c\n"},
    {"delete all", "utf-16", "a\nb", {{{0, 0, 1, 1}, ""}}, ""},
    {"append", "utf-16", "a\n", {{{1, 0, 1, 0}, "b"}}, "a\nb"},
    {"whole text", "utf-16", "a\n", {{nullptr, "x\ny"}}, "x\ny"},
    {"in order",
     "utf-16",
     "abc",
     {{{0, 0, 0, 1}, ""}, {{0, 0, 0, 1}, "X"}, {{0, 1, 0, 1}, "\n"}, {{1, 0, 1, 1}, ""}},
     "X\n"},
    {"whole text, then a part", "utf-16", "a", {{nullptr, "xyz"}, {{0, 1, 0, 2}, ""}}, "xz"},
    {"nothing changed", "utf-16", "a", {}, "a"},
    {"behind the end of a line", "utf-16", "ab\ncd", {{{0, 99, 0, 99}, "!"}}, "ab!\ncd"},
    {"emoji in UTF-16", "utf-16", "😀x", {{{0, 2, 0, 3}, "y"}}, "😀y"},
    {"emoji in UTF-8", "utf-8", "😀x", {{{0, 4, 0, 5}, "y"}}, "😀y"},
    {"emoji in UTF-32", "utf-32", "😀x", {{{0, 1, 0, 2}, "y"}}, "😀y"},
    {"combining", "utf-16", "e\xCC\x81x", {{{0, 1, 0, 2}, ""}}, "ex"},
    {"joined emoji", "utf-16", "👩\u200D💻", {{{0, 2, 0, 3}, ""}}, "👩💻"},
    {"CRLF", "utf-16", "a\r\nb\r\n", {{{1, 0, 1, 1}, "c"}}, "a\r\nc\r\n"},
    {"CRLF is one line end", "utf-16", "a\r\nb", {{{0, 1, 1, 0}, ""}}, "ab"},
    {"lone CR", "utf-16", "a\rb\rc", {{{1, 0, 2, 0}, ""}}, "a\rc"},
    {"lone CR and LF", "utf-16", "a\r\n\rb\n", {{{2, 0, 2, 1}, "x"}}, "a\r\n\rx\n"},
    {"a CR made", "utf-16", "ab", {{{0, 1, 0, 1}, "\r"}, {{1, 0, 1, 1}, "x"}}, "a\rx"},
    {"NUL", "utf-16", std::string("a\0b", 3), {{{0, 1, 0, 2}, ""}}, "ab"},
    {"byte order mark",
     "utf-16",
     "\xEF\xBB\xBF"
     "FROM a",
     {{{0, 0, 0, 1}, ""}},
     "FROM a"},
    {"line out of range", "utf-16", "a\nb", {{{2, 0, 2, 0}, "x"}}, std::nullopt},
    {"end out of range", "utf-16", "a\nb", {{{0, 0, 7, 0}, "x"}}, std::nullopt},
    {"backwards", "utf-16", "a\nb", {{{1, 0, 0, 0}, "x"}}, std::nullopt},
    {"half of a pair", "utf-16", "😀", {{{0, 1, 0, 2}, "x"}}, std::nullopt},
    {"part of a character in UTF-8", "utf-8", "é", {{{0, 1, 0, 2}, "x"}}, std::nullopt},
    {"good, then bad", "utf-16", "a", {{{0, 0, 0, 1}, "b"}, {{5, 0, 5, 0}, "x"}}, std::nullopt},
    {"too large", "utf-16", "a", {{nullptr, std::string(max_text_bytes + 1, 'x')}}, std::nullopt},
};

std::optional<std::string> text_of(LspClient& client) {
  const auto snapshot = client.session().documents().find(uri);
  if (!snapshot) return std::nullopt;
  return std::string(snapshot->text().bytes());
}

void send_changes(LspClient& client, int version, const std::vector<Edit>& edits) {
  json changes = json::array();
  for (const Edit& edit : edits) {
    json change = {{"text", edit.text}};
    if (!edit.range.is_null()) {
      change["range"]["start"] = {{"line", edit.range[0]}, {"character", edit.range[1]}};
      change["range"]["end"] = {{"line", edit.range[2]}, {"character", edit.range[3]}};
    }
    changes.push_back(std::move(change));
  }
  client.notify("textDocument/didChange",
                {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", std::move(changes)}});
}

TEST(Synchronization, Edits) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    LspClient client;
    EXPECT_EQ(client.initialize(with_encoding(c.encoding))["capabilities"]["positionEncoding"], c.encoding);
    client.open(uri, c.text);
    send_changes(client, 2, c.edits);
    if (!c.expected) client.next("window/showMessage");
    client.settle();
    EXPECT_EQ(text_of(client), c.expected);
  }
}

TEST(Synchronization, Versions) {
  struct Versions {
    int opened;
    std::vector<int> changes;
    bool kept;
  };
  const Versions rows[] = {{0, {4, 6}, true}, {1, {2, 3}, true}, {7, {7}, true},
                           {-1, {0}, true},   {3, {2}, false},   {1, {5, 4}, false}};
  for (const Versions& row : rows) {
    LspClient client;
    client.initialize();
    client.open(uri, "a", row.opened);
    for (const int version : row.changes) client.change(uri, version, nullptr, "b");
    client.settle();
    EXPECT_EQ(text_of(client).has_value(), row.kept) << row.opened;
  }
}

TEST(Synchronization, DroppedDocumentsAreToldOnceAndComeBack) {
  LspClient client;
  client.initialize();
  client.open(uri, "FROMM x\n");
  EXPECT_FALSE(client.diagnostics(uri).empty());
  client.change(uri, 2, {9, 0, 9, 0}, "x");
  EXPECT_TRUE(client.diagnostics(uri).empty());  // nothing stale stays on the screen
  client.change(uri, 3, {0, 0, 0, 0}, "x");
  client.change(uri, 4, {0, 0, 0, 0}, "x");
  const auto told = client.take_all("window/showMessage");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(told[0]["params"]["message"].get<std::string>().find("an edit from 9:0 to 9:0 does not fit"),
            std::string::npos);
  const json hover = client.request("textDocument/hover",
                                    {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 0}, {"character", 0}}}});
  EXPECT_TRUE(hover["result"].is_null());

  client.open(uri, "FROMM y\n", 5);
  EXPECT_FALSE(client.diagnostics(uri).empty());
  EXPECT_EQ(text_of(client), "FROMM y\n");
}

TEST(Synchronization, ChangeOfADocumentThatIsNotOpen) {
  LspClient client;
  client.initialize();
  client.change(uri, 1, nullptr, "x");
  client.change(uri, 2, nullptr, "x");
  EXPECT_EQ(client.take_all("window/showMessage").size(), 1u);
  client.open(uri, "a");
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  client.change(uri, 2, nullptr, "x");
  EXPECT_EQ(client.take_all("window/showMessage").size(), 1u);
}

TEST(Synchronization, TooLargeDocuments) {
  LspClient client;
  client.initialize();
  client.open(uri, std::string(max_text_bytes + 1, '#'));
  client.next("window/showMessage");
  EXPECT_EQ(text_of(client), std::nullopt);
  client.open(uri, std::string(max_text_bytes, '#'));
  client.settle();
  EXPECT_TRUE(text_of(client).has_value());
}

TEST(Synchronization, Languages) {
  struct Language {
    const char* uri;
    const char* id;
    bool analysed;
  };
  const Language rows[] = {
      {"file:///x", "dockerfile", true},
      {"file:///Containerfile", "containerfile", true},
      {"untitled:Untitled-1", "dockerfile", true},
      {"file:///Dockerfile", "plaintext", true},
      {"file:///app.dockerfile", "", true},
      {"file:///notes.txt", "plaintext", false},
      {"file:///compose.yaml", "dockercompose", false},
  };
  for (const Language& row : rows) {
    LspClient client;
    client.initialize();
    client.notify(
        "textDocument/didOpen",
        {{"textDocument", {{"uri", row.uri}, {"languageId", row.id}, {"version", 1}, {"text", "FROMM x\n"}}}});
    client.change(row.uri, 2, nullptr, "FROMM y\n");
    client.settle();
    EXPECT_EQ(client.session().documents().find(row.uri) != nullptr, row.analysed) << row.uri;
    EXPECT_TRUE(client.take_all("window/showMessage").empty()) << row.uri;
  }
}

// A text the client cannot send exactly is the same length for both.
TEST(Synchronization, LoneSurrogates) {
  LspClient client;
  client.initialize();
  client.send_text(
      R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///Dockerfile",)"
      R"("languageId":"dockerfile","version":1,"text":"a\ud83dbc"}}})");
  client.change(uri, 2, {0, 2, 0, 3}, "x");
  client.settle();
  EXPECT_EQ(text_of(client), "a\uFFFDxc");
}

// Random edits, mirrored in a simple model of the text as code points.
TEST(Synchronization, RandomEdits) {
  const std::u32string alphabet = U"aA \n\\#é€😀";
  const auto encode = [](const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) {
      if (c < 0x80) {
        out += static_cast<char>(c);
      } else if (c < 0x800) {
        out += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
      } else if (c < 0x10000) {
        out += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
      } else {
        out += {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
                static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
      }
    }
    return out;
  };
  const auto position = [](const std::u32string& text, std::size_t at) {
    int line = 0, column = 0;
    for (std::size_t i = 0; i < at; ++i) {
      column += text[i] > 0xFFFF ? 2 : 1;
      if (text[i] == U'\n') ++line, column = 0;
    }
    return std::pair(line, column);
  };
  std::mt19937 random(3);
  LspClient client;
  client.initialize();
  std::u32string text;
  client.open(uri, "");
  for (int version = 2; version < 300; ++version) {
    std::vector<Edit> edits;
    for (auto count = random() % 4; count > 0; --count) {
      const std::size_t begin = random() % (text.size() + 1);
      const std::size_t end = begin + random() % (std::min<std::size_t>(text.size() - begin, 9) + 1);
      std::u32string inserted;
      for (auto n = random() % 12; n > 0; --n) inserted += alphabet[random() % alphabet.size()];
      const auto [line, column] = position(text, begin);
      const auto [end_line, end_column] = position(text, end);
      edits.push_back({{line, column, end_line, end_column}, encode(inserted)});
      text.replace(begin, end - begin, inserted);
    }
    send_changes(client, version, edits);
    if (version % 10 > 0) continue;
    client.settle();
    const auto snapshot = client.session().documents().find(uri);
    ASSERT_TRUE(snapshot);
    ASSERT_EQ(snapshot->text().bytes(), encode(text));
    ASSERT_EQ(difference(snapshot->tree(), syntax::Tree::parse(Text(encode(text)))), "");
  }
}

}  // namespace
}  // namespace dockwright::test
