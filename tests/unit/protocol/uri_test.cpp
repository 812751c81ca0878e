#include "protocol/uri.hpp"

#include <gtest/gtest.h>

namespace dockwright::lsp {
namespace {

TEST(Uri, FilePath) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"file:///work/Dockerfile", "/work/Dockerfile"},
      {"file:/work/Dockerfile", "/work/Dockerfile"},
      {"FILE://localhost/work", "/work"},
      {"file:///a%20b/%C3%A9%F0%9F%98%80", "/a b/é😀"},
      {"file:///a%2Fb", "/a/b"},
      {"file:///a+b", "/a+b"},
      {"file:///a?x#y", "/a"},
      {"file:///c%3A/dir/Dockerfile", "c:/dir/Dockerfile"},
      {"file:///C:/dir", "c:/dir"},
      {"file:///C:", "c:"},
      {"file:///C:x", "/C:x"},
      {"file://server/share/x", "//server/share/x"},
  };
  for (const auto& [uri, path] : cases) EXPECT_EQ(file_path(uri), path) << uri;
}

TEST(Uri, NoFilePath) {
  for (const std::string_view uri :
       {"", "file:", "file://", "file://host", "file:relative", "/work", "untitled:Untitled-1", "vscode-remote://x/y",
        "git:/work/Dockerfile?%7B%7D", "file:///%", "file:///%4", "file:///%zz", "file:///%00"}) {
    EXPECT_EQ(file_path(uri), std::nullopt) << uri;
  }
}

TEST(Uri, FileUri) {
  EXPECT_EQ(file_uri("/work/Dockerfile"), "file:///work/Dockerfile");
  EXPECT_EQ(file_uri("/a b/é%#?"), "file:///a%20b/%C3%A9%25%23%3F");
  EXPECT_EQ(file_uri("c:/dir"), "file:///c%3A/dir");
  EXPECT_EQ(file_uri("//server/share"), "file://server/share");
}

TEST(Uri, EveryPathComesBack) {
  std::string all = "/";
  for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const std::string& path : {all, std::string("/"), std::string("c:/x y"), std::string("//host/share/é")}) {
    EXPECT_EQ(file_path(file_uri(path)), path);
  }
}

TEST(Uri, FileName) {
  EXPECT_EQ(uri_file_name("file:///a/My%20Dockerfile"), "My Dockerfile");
  EXPECT_EQ(uri_file_name("untitled:Dockerfile"), "Dockerfile");
  EXPECT_EQ(uri_file_name("git:/a/Dockerfile?ref=x/y"), "Dockerfile");
  EXPECT_EQ(uri_file_name("file:///a/%zz"), "%zz");
  EXPECT_EQ(uri_file_name("file:///a/"), "");
}

}  // namespace
}  // namespace dockwright::lsp
