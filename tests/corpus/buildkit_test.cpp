// Our reading of every corpus file against BuildKit's, and the measured facts about its parser.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "analysis/syntax/errors.hpp"
#include "analysis/syntax/tree.hpp"
#include "tests/support/corpus.hpp"

namespace dockwright {
namespace {

using nlohmann::json;
using syntax::Tree;

// `KEYWORD first last` of every instruction, 1-based and inclusive, one per line.
std::string instruction_list(const Tree& tree) {
  std::string list;
  for (const std::uint32_t index : tree.instructions()) {
    const syntax::Instruction& instruction = *tree.instruction(index);
    const auto& lines = tree.text().lines();
    const ByteRange range = tree.range(index);
    std::string keyword(instruction.text(instruction.keyword_word));
    for (char& c : keyword) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    list += fmt::format("{} {} {}\n", keyword, lines.line_of(range.begin) + 1, lines.line_of({range.end.value - 1}) + 1);
  }
  return list;
}

std::string buildkit_list(const json& entry) {
  std::string list;
  for (const json& item : entry["instructions"]) {
    list += fmt::format("{} {} {}\n", item[0].get<std::string>(), item[1].get<int>(), item[2].get<int>());
  }
  return list;
}

// Errors that BuildKit finds only when it evaluates variables or looks for images, long after parsing.
bool found_after_parsing(const std::string& message) {
  for (const char* part : {"should not be blank", "failed to parse stage name", "lint violation", "failed to parse platform",
                           "empty platform value", "invalid value  for uid", "needs to be defined before", "invalid stage index",
                           "circular dependency", "failed to parse check options", "invalid chmod", "invalid checksum",
                           "checksum requires", "invalid mount target"}) {
    if (message.find(part) != std::string::npos) return true;
  }
  return false;
}

std::string describe(const std::vector<syntax::LocatedError>& errors) {
  std::string text;
  for (const auto& error : errors) text += fmt::format("  at {}: {}\n", error.range.begin.value, error.message);
  return text;
}

TEST(BuildKit, ReadsEveryCorpusFileAsWeDo) {
  const auto shared = test::shared_folder();
  if (!shared) return;
  int files = 0, rejected = 0;
  for (const std::string& line : test::read_lines(*shared / "corpus" / "buildkit.jsonl")) {
    const json entry = json::parse(line);
    const std::string name = entry["file"];
    const Tree tree = Tree::parse(Text(test::read_file(*shared / "corpus" / "dockerfiles" / name)));
    const auto errors = syntax::errors_of(tree);
    const bool parser_error = !entry["error"].is_null() && !found_after_parsing(entry["error"]["message"]);
    if (!entry["escape"].get<std::string>().empty()) {
      EXPECT_EQ(std::string(1, tree.escape()), entry["escape"]) << name;
    }
    if (!entry["instructions"].empty()) {
      EXPECT_EQ(instruction_list(tree), buildkit_list(entry)) << name;
    }
    EXPECT_EQ(!errors.empty(), parser_error) << name << " " << entry["error"].dump() << "\n" << describe(errors);
    ++files;
    rejected += parser_error;
  }
  std::printf("[          ] %d files, %d of them rejected by BuildKit's parser\n", files, rejected);
}

TEST(BuildKit, FactsAboutParsingHold) {
  const auto shared = test::shared_folder();
  if (!shared) return;
  int facts = 0;
  for (const std::string& line : test::read_lines(*shared / "reference" / "buildkit-facts.jsonl")) {
    const json fact = json::parse(line);
    const auto errors = syntax::errors_of(Tree::parse(Text(fact["dockerfile"].get<std::string>())));
    const bool expected = !fact["error"].is_null() && !found_after_parsing(fact["error"]["message"]);
    EXPECT_EQ(!errors.empty(), expected) << fact["id"] << " " << fact["error"].dump() << "\n" << describe(errors);
    ++facts;
  }
  std::printf("[          ] %d facts\n", facts);
}

}  // namespace
}  // namespace dockwright
