// The arrows between the layers, read off the #include lines: who may know whom, and who may touch the world.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dockwright {
namespace {

namespace fs = std::filesystem;

const fs::path root = DOCKWRIGHT_SOURCE_DIR;

// What each layer may include of the project besides itself.
const std::map<std::string_view, std::set<std::string_view>> arrows = {
    {"analysis/text", {}},
    {"analysis/syntax", {"analysis/text"}},
    {"analysis/shell", {"analysis/text", "analysis/syntax"}},
    {"analysis/knowledge", {}},
    {"analysis/model", {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/knowledge"}},
    {"analysis/rules", {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/knowledge", "analysis/model"}},
    {"analysis/refactor",
     {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/knowledge", "analysis/model"}},
    {"analysis/features",
     {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/knowledge", "analysis/model"}},
    {"analysis/format", {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/model"}},
    {"analysis/lint", {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/model", "analysis/rules"}},
    {"protocol", {}},
    {"server",
     {"analysis/text", "analysis/syntax", "analysis/shell", "analysis/knowledge", "analysis/model", "analysis/rules",
      "analysis/refactor", "analysis/features", "analysis/format", "analysis/lint", "protocol"}},
};

// Standard headers of threads, clocks and the outside world, and std::regex, which overflows the stack on long
// subjects.
const std::set<std::string_view> worldly = {
    "chrono",    "condition_variable", "csignal", "cstdio",     "ctime",      "filesystem", "fstream",
    "future",    "iostream",           "istream", "mutex",      "ostream",    "random",     "regex",
    "semaphore", "shared_mutex",       "sstream", "stop_token", "syncstream", "thread"};

// The layer of a path from the root: two folders deep in analysis/, one elsewhere. Empty outside the three libraries.
std::string_view layer_of(std::string_view path) {
  const auto first = path.find('/');
  if (first == std::string_view::npos) return {};
  auto layer = path.substr(0, first);
  if (layer == "analysis") layer = path.substr(0, path.find('/', first + 1));
  return arrows.contains(layer) ? layer : std::string_view();
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) { return text.starts_with(prefix); });
}

// Standard C++ headers have neither folder nor suffix; what has is a library or the operating system.
bool is_standard(std::string_view header) { return header.find_first_of("./") == std::string_view::npos; }

// Run at build time: they read and write files, and are no part of the library.
bool is_generator(std::string_view path) {
  return path.starts_with("analysis/rules/generate_") || path.starts_with("analysis/knowledge/generate_");
}

bool may_include_header(std::string_view path, std::string_view header) {
  const auto layer = layer_of(path);
  if (layer == "server") return !header.starts_with("asio") || path.ends_with(".cpp");
  if (worldly.contains(header)) return is_generator(path);
  return is_standard(header) || header.starts_with(layer == "protocol" ? "nlohmann/" : "fmt/");
}

bool may_include_file(std::string_view path, std::string_view included) {
  const auto from = layer_of(path);
  const auto to = layer_of(included);
  return !to.empty() && (from == to || arrows.at(from).contains(to));
}

// `target` as written: <header> or "path/from/root".
bool may_include(std::string_view path, std::string_view target) {
  const auto name = target.substr(1, target.size() - 2);
  return target.front() == '<' ? may_include_header(path, name) : may_include_file(path, name);
}

// The target of an #include line.
std::optional<std::string> include_target(std::string_view line) {
  const auto skip_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip_blanks();
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) return std::nullopt;
  line.remove_prefix(7);
  skip_blanks();
  if (!starts_with_any(line, {"<", "\""})) return std::nullopt;
  const auto end = line.find(line.front() == '<' ? '>' : '"', 1);
  return std::string(line.substr(0, end + 1));
}

std::vector<std::string> files_below(const fs::path& folder, std::initializer_list<std::string_view> suffixes) {
  std::vector<std::string> files;
  if (!fs::exists(root / folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const auto suffix = entry.path().extension().string();
    if (std::find(suffixes.begin(), suffixes.end(), suffix) == suffixes.end()) continue;
    files.push_back(entry.path().lexically_relative(root).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Layering, EveryIncludeFollowsAnArrow) {
  std::size_t includes = 0;
  for (const auto* library : {"analysis", "protocol", "server"}) {
    for (const auto& file : files_below(library, {".hpp", ".cpp"})) {
      ASSERT_FALSE(layer_of(file).empty()) << file << " is in no layer";
      std::ifstream source(root / file);
      for (std::string line; std::getline(source, line);) {
        const auto target = include_target(line);
        if (!target) continue;
        ++includes;
        EXPECT_TRUE(may_include(file, *target)) << file << " must not include " << *target;
      }
    }
  }
  EXPECT_GT(includes, 100U) << "the sources were not found";
}

struct Arrow {
  const char* path;
  const char* target;
  bool allowed;
};

TEST(Layering, TellsAllowedFromForbidden) {
  const Arrow cases[] = {
      {"analysis/text/text.cpp", "\"analysis/text/offset.hpp\"", true},
      {"analysis/text/text.hpp", "\"analysis/syntax/tree.hpp\"", false},
      {"analysis/syntax/tree.hpp", "\"analysis/text/text.hpp\"", true},
      {"analysis/syntax/tree.cpp", "\"analysis/shell/parser.hpp\"", false},
      {"analysis/shell/parser.cpp", "\"analysis/syntax/tree.hpp\"", true},
      {"analysis/shell/parser.cpp", "\"analysis/model/model.hpp\"", false},
      {"analysis/model/model.cpp", "\"analysis/knowledge/images.hpp\"", true},
      {"analysis/model/model.cpp", "\"analysis/rules/rule.hpp\"", false},
      {"analysis/knowledge/images.cpp", "\"analysis/model/model.hpp\"", false},
      {"analysis/rules/users/root-user.cpp", "\"analysis/rules/rule.hpp\"", true},
      {"analysis/rules/users/root-user.cpp", "\"analysis/model/model.hpp\"", true},
      {"analysis/rules/users/root-user.cpp", "\"analysis/lint/lint.hpp\"", false},
      {"analysis/rules/users/root-user.cpp", "\"analysis/features/hover.hpp\"", false},
      {"analysis/features/hover.cpp", "\"analysis/rules/rule.hpp\"", false},
      {"analysis/features/hover.cpp", "\"analysis/knowledge/images.hpp\"", true},
      {"analysis/format/format.cpp", "\"analysis/refactor/refactoring.hpp\"", false},
      {"analysis/lint/lint.cpp", "\"analysis/rules/rule.hpp\"", true},
      {"analysis/lint/lint.cpp", "\"analysis/features/hover.hpp\"", false},
      {"analysis/lint/lint.cpp", "\"protocol/json.hpp\"", false},
      {"analysis/lint/lint.cpp", "\"server/session.hpp\"", false},
      {"protocol/framing.cpp", "\"protocol/framing.hpp\"", true},
      {"protocol/messages.hpp", "\"analysis/text/text.hpp\"", false},
      {"protocol/messages.hpp", "\"server/session.hpp\"", false},
      {"server/session.cpp", "\"analysis/lint/lint.hpp\"", true},
      {"server/handlers/hover.cpp", "\"analysis/features/hover.hpp\"", true},
      {"server/session.cpp", "\"protocol/messages.hpp\"", true},
      {"server/session.cpp", "\"session.hpp\"", false},
      {"server/session.cpp", "\"tests/support/fixture.hpp\"", false},
      {"analysis/model/model.hpp", "<string_view>", true},
      {"analysis/model/model.cpp", "<fmt/format.h>", true},
      {"analysis/model/model.cpp", "<nlohmann/json.hpp>", false},
      {"analysis/model/model.cpp", "<asio.hpp>", false},
      {"analysis/model/model.cpp", "<unistd.h>", false},
      {"analysis/model/model.cpp", "<sys/stat.h>", false},
      {"analysis/model/model.cpp", "<thread>", false},
      {"analysis/model/model.cpp", "<mutex>", false},
      {"analysis/model/model.cpp", "<iostream>", false},
      {"analysis/model/model.cpp", "<fstream>", false},
      {"analysis/model/model.cpp", "<filesystem>", false},
      {"analysis/model/model.cpp", "<chrono>", false},
      {"analysis/model/model.cpp", "<regex>", false},
      {"analysis/rules/generate_registry.cpp", "<fstream>", true},
      {"analysis/rules/generate_registry.cpp", "<asio.hpp>", false},
      {"analysis/rules/users/generate_users.cpp", "<fstream>", false},
      {"protocol/framing.cpp", "<nlohmann/json.hpp>", true},
      {"protocol/framing.cpp", "<fmt/format.h>", false},
      {"protocol/framing.cpp", "<iostream>", false},
      {"server/transport.cpp", "<asio/io_context.hpp>", true},
      {"server/transport.hpp", "<asio/io_context.hpp>", false},
      {"server/transport.hpp", "<asio.hpp>", false},
      {"server/transport.hpp", "<nlohmann/json.hpp>", true},
      {"server/cli/check.cpp", "<CLI/CLI.hpp>", true},
      {"server/transport.cpp", "<unistd.h>", true},
  };
  for (const auto& [path, target, allowed] : cases) {
    EXPECT_EQ(may_include(path, target), allowed) << path << " including " << target;
  }
}

TEST(Layering, ReadsIncludeLines) {
  const std::pair<const char*, std::optional<std::string>> cases[] = {
      {"#include <regex>", "<regex>"},
      {"  #  include <regex>  // why", "<regex>"},
      {"#include\"analysis/text/text.hpp\"", "\"analysis/text/text.hpp\""},
      {"// #include <regex>", std::nullopt},
      {"#pragma once", std::nullopt},
      {"#define include <regex>", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [line, target] : cases) EXPECT_EQ(include_target(line), target) << line;
}

std::string with_suffix(const std::string& file, std::string_view suffix) {
  return fs::path(file).replace_extension(suffix).generic_string();
}

// Rules stand in a folder per group; what stands beside the groups is what they share.
TEST(Layering, EveryRuleHasItsPageAndEveryPageItsRule) {
  for (const auto& file : files_below("analysis/rules", {".cpp", ".md"})) {
    if (fs::path(file).parent_path() == "analysis/rules") continue;
    const auto other = with_suffix(file, file.ends_with(".md") ? ".cpp" : ".md");
    EXPECT_TRUE(fs::exists(root / other)) << file << " stands without " << other;
  }
}

TEST(Layering, EveryRefactoringPageHasItsRefactoring) {
  for (const auto& file : files_below("analysis/refactor", {".md"})) {
    if (fs::path(file).filename() == "README.md") continue;
    EXPECT_TRUE(fs::exists(root / with_suffix(file, ".cpp"))) << file << " stands alone";
  }
}

}  // namespace
}  // namespace dockwright
