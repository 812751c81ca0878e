#include "server/files/discovery.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/temporary_folder.hpp"

namespace dockwright::server {
namespace {

namespace fs = std::filesystem;

struct Entry {
  const char* name;
  const char* text = "";  // of a .gitignore; `-> x` makes a symbolic link to x
};

struct Case {
  const char* title;
  std::vector<Entry> entries;
  std::vector<const char*> arguments;  // below the folder
  std::vector<std::string> expected;   // "x: message" for a problem
};

void check(const Case& test) {
  SCOPED_TRACE(test.title);
  const test::TemporaryFolder folder;
  for (const Entry& entry : test.entries) {
    const std::string_view text = entry.text;
    if (text.substr(0, 3) == "-> ") {
      fs::create_directories((folder / entry.name).parent_path());
      fs::create_symlink(text.substr(3), folder / entry.name);
    } else if (std::string_view(entry.name).back() == '/') {
      fs::create_directories(folder / entry.name);
    } else {
      folder.write(entry.name, text);
    }
  }
  std::vector<std::string> arguments;
  const std::string prefix = folder.path().native();
  for (const char* argument : test.arguments) arguments.push_back(*argument ? prefix + "/" + argument : prefix);
  const Discovery found = discover(arguments);
  const auto shorten = [&](const std::string& path) {
    return path.size() > prefix.size() ? path.substr(prefix.size() + 1) : std::string();
  };
  std::vector<std::string> actual;
  for (const std::string& file : found.files) actual.push_back(shorten(file));
  for (const PathProblem& problem : found.problems) actual.push_back(shorten(problem.path) + ": " + problem.message);
  EXPECT_EQ(actual, test.expected);
}

TEST(Discovery, Finds) {
  const char* none = "there is no Dockerfile in this folder";
  const Case cases[] = {
      {"by name, in order",
       {{"b/Dockerfile"},
        {"a/x.dockerfile"},
        {"a/Containerfile.arm"},
        {"Dockerfile.dev"},
        {"README.md"},
        {".devcontainer/Dockerfile"}},
       {""},
       {".devcontainer/Dockerfile", "Dockerfile.dev", "a/Containerfile.arm", "a/x.dockerfile", "b/Dockerfile"}},
      {"in the order of the arguments, each once",
       {{"b/Dockerfile"}, {"a/Dockerfile"}, {"x.txt"}},
       {"x.txt", "b", "a/Dockerfile", "", "b/../x.txt"},
       {"x.txt", "b/Dockerfile", "a/Dockerfile", "b/../x.txt"}},
      {"nothing there", {{"a/README"}, {"b/"}}, {"a", "b"}, {std::string("a: ") + none, std::string("b: ") + none}},
      {"what does not exist is a file that cannot be read", {}, {"x"}, {"x"}},
      {"a folder named Dockerfile is a folder", {{"Dockerfile/Dockerfile"}}, {""}, {"Dockerfile/Dockerfile"}},
      {"never in .git", {{".git/Dockerfile"}, {"a/.git/hooks/Dockerfile"}, {"Dockerfile"}}, {""}, {"Dockerfile"}},
      {"gitignore",
       {{".gitignore", "vendor/\n*.dev\n"},
        {"vendor/Dockerfile"},
        {"a/vendor/Dockerfile"},
        {"Dockerfile.dev"},
        {"Dockerfile"}},
       {""},
       {"Dockerfile"}},
      {"a nested gitignore takes back",
       {{".gitignore", "Dockerfile.*\n"},
        {"a/.gitignore", "!Dockerfile.b\n"},
        {"a/Dockerfile.a"},
        {"a/Dockerfile.b"},
        {"Dockerfile.b"}},
       {""},
       {"a/Dockerfile.b"}},
      {"nothing is taken back inside an ignored folder",
       {{".gitignore", "a/\n!a/Dockerfile\n"}, {"a/Dockerfile"}, {"Dockerfile"}},
       {""},
       {"Dockerfile"}},
      {"the gitignore of the folders above, up to the repository",
       {{".gitignore", "Dockerfile.outer\n"},
        {"r/.git/"},
        {"r/.gitignore", "/s/Dockerfile.a\n"},
        {"r/s/Dockerfile.a"},
        {"r/s/Dockerfile.outer"}},
       {"r/s"},
       {"r/s/Dockerfile.outer"}},
      {"a folder that is named is searched, ignored or not",
       {{".git/"}, {".gitignore", "build/\n"}, {"build/x/Dockerfile"}},
       {"build"},
       {"build/x/Dockerfile"}},
      {"a file that is named is taken, ignored or not",
       {{".gitignore", "*\n"}, {"Dockerfile"}},
       {"Dockerfile"},
       {"Dockerfile"}},
      {"links to folders are not entered",
       {{"a/Dockerfile"}, {"b", "-> a"}, {"a/up", "-> .."}},
       {""},
       {"a/Dockerfile"}},
      {"a named link to a folder is", {{"a/Dockerfile"}, {"b", "-> a"}}, {"b"}, {"b/Dockerfile"}},
      {"links to files",
       {{"r/Dockerfile", "-> real.txt"},
        {"r/real.txt"},
        {"r/x/Dockerfile", "-> ../y/Dockerfile"},
        {"r/y/Dockerfile"},
        {"outside.txt"},
        {"r/Dockerfile.out", "-> ../outside.txt"},
        {"r/Dockerfile.gone", "-> nowhere"},
        {"r/Dockerfile.loop", "-> Dockerfile.loop"}},
       {"r"},
       {"r/Dockerfile", "r/y/Dockerfile"}},
  };
  for (const Case& each : cases) check(each);
}

TEST(Discovery, SurvivesVeryDeepFolders) {
  const test::TemporaryFolder folder;
  fs::path deep = folder.path();
  while (deep.native().size() < 3800) deep /= std::string(100, 'd');
  fs::create_directories(deep);
  folder.write("Dockerfile", "");
  const Discovery found = discover({folder.path().native()});
  EXPECT_EQ(found.files.size(), 1u);
  EXPECT_TRUE(found.problems.empty());
}

}  // namespace
}  // namespace dockwright::server
