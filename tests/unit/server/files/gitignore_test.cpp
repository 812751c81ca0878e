// gitignore(5). `git check-ignore` gives the same answers; where git is installed, it is asked.
#include "server/files/gitignore.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "tests/support/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dockwright::server {
namespace {

struct Case {
  const char* patterns;
  const char* path;  // ends in a slash if it is a folder
  char expected;     // i: ignored, n: taken back by a `!`, -: not mentioned
};

const Case cases[] = {
    {"", "a", '-'},
    {"a", "a", 'i'},
    {"a", "b/a", 'i'},
    {"a", "b/a/", 'i'},
    {"a", "ab", '-'},
    {"a/", "a", '-'},
    {"a/", "a/", 'i'},
    {"a/", "b/a/", 'i'},
    {"/a", "a", 'i'},
    {"/a", "b/a", '-'},
    {"b/a", "b/a", 'i'},
    {"b/a", "c/b/a", '-'},
    {"b/a/", "b/a/", 'i'},
    {"/b/", "b/", 'i'},
    {"*.log", "x/y.log", 'i'},
    {"*.log", "y.log.txt", '-'},
    {"*", "x", 'i'},
    {"a*b*c", "axxbxxc", 'i'},
    {"a*b*c", "abbcbc", 'i'},
    {"a*b*c", "acb", '-'},
    {"/*.c", "x.c", 'i'},
    {"/*.c", "d/x.c", '-'},
    {"d/*.c", "d/x.c", 'i'},
    {"d/*.c", "d/e/x.c", '-'},
    {"?", "a", 'i'},
    {"?", "ab", '-'},
    {"a?c", "abc", 'i'},
    {"d?x", "d/x", '-'},
    {"[ab]x", "bx", 'i'},
    {"[!ab]x", "bx", '-'},
    {"[^ab]x", "cx", 'i'},
    {"[a-c]x", "bx", 'i'},
    {"[a-c]x", "dx", '-'},
    {"[]x]", "]", 'i'},
    {"[a-]", "-", 'i'},
    {"[[:digit:]]", "7", 'i'},
    {"[[:digit:]]", "x", '-'},
    {"[\\]]", "]", 'i'},
    {"[a", "[a", '-'},
    {"\\*", "*", 'i'},
    {"\\*", "x", '-'},
    {"\\#a", "#a", 'i'},
    {"#a", "#a", '-'},
    {"\\!a", "!a", 'i'},
    {"a\\", "a", '-'},
    {"a  ", "a", 'i'},
    {"a\\ ", "a ", 'i'},
    {"a\r\nb\r\n", "a", 'i'},
    {"a\n!a", "a", 'n'},
    {"!a\na", "a", 'i'},
    {"*.log\n!keep.log", "x/keep.log", 'n'},
    {"a\n\n# x\nb", "b", 'i'},
    {"**/a", "a", 'i'},
    {"**/a", "x/y/a", 'i'},
    {"**/a/b", "x/a/b", 'i'},
    {"**/a/b", "a/b", 'i'},
    {"a/**", "a/b", 'i'},
    {"a/**", "a/b/c", 'i'},
    {"a/**", "a/", '-'},
    {"a/**/b", "a/b", 'i'},
    {"a/**/b", "a/x/b", 'i'},
    {"a/**/b", "a/x/y/b", 'i'},
    {"a/**/b", "a/x/y/c", '-'},
    {"a/**/b/*.c", "a/b/b/x.c", 'i'},
    {"a/**/b/**/c", "a/x/b/y/b/c", 'i'},
    {"a**b", "axxb", 'i'},
    {"a**b", "a/b", '-'},
    {"**", "a/b", 'i'},
    {"/", "a", '-'},
    {"!", "!", '-'},
    {"\xEF\xBB\xBF"
     "a",
     "a", 'i'},
};

TEST(GitIgnore, Decides) {
  for (const auto& [patterns, path, expected] : cases) {
    std::string name = path;
    const bool is_folder = name.back() == '/';
    if (is_folder) name.pop_back();
    const auto decision = GitIgnore(patterns).decide(name, is_folder);
    EXPECT_EQ(!decision ? '-' : *decision ? 'i' : 'n', expected) << patterns << " on " << path;
  }
}

TEST(GitIgnore, GitAgrees) {
  namespace fs = std::filesystem;
  const char* git = "/usr/bin/git";
  if (!fs::exists(git)) {
    std::printf("[   NOTE   ] there is no %s to compare with\n", git);
    return;
  }
  const test::TemporaryFolder folder;
  test::ProcessOptions options;
  options.folder = folder.path();
  options.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"}, {"GIT_CONFIG_NOSYSTEM", "1"}};
  ASSERT_EQ(test::run_process({git, "init", "-q", "."}, options).status, 0);
  for (const auto& [patterns, path, expected] : cases) {
    folder.write(".gitignore", patterns);
    std::string name = path;
    if (name.back() == '/') {
      fs::create_directories(folder / name);
      name.pop_back();
    }
    // Of a negated pattern git names the line that won, as -v shows.
    const auto result = test::run_process({git, "check-ignore", "-v", "--no-index", name}, options);
    const char answer = result.output.empty() ? '-' : result.output.find(":!") != std::string::npos ? 'n' : 'i';
    EXPECT_EQ(answer, expected) << patterns << " on " << path << ": " << result.output << result.error;
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      if (entry.path().filename() != ".git") fs::remove_all(entry.path());
    }
  }
}

// Patterns that make a backtracking matcher run for years.
TEST(GitIgnore, IsNeverSlow) {
  std::string pattern, deep;
  for (int i = 0; i < 200; ++i) {
    pattern += "a*";
    deep += "**/a/";
  }
  EXPECT_FALSE(matches_name(pattern + "b", std::string(4000, 'a')));
  std::string path;
  for (int i = 0; i < 1000; ++i) path += "a/";
  EXPECT_EQ(GitIgnore(deep + "b").decide(path + "c", false), std::nullopt);
}

}  // namespace
}  // namespace dockwright::server
