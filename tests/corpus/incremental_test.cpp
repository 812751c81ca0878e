// The tree after an edit equals a fresh one, and undoing the edit brings the old one back. DOCKWRIGHT_EDITS sets how many.
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/support/corpus.hpp"
#include "tests/support/random_edits.hpp"
#include "tests/support/tree_equality.hpp"

namespace dockwright {
namespace {

using syntax::Tree;

// Our own files, so that the property is tested where there is no corpus.
const char* const samples[] = {
    "",
    "# syntax=docker/dockerfile:1\n# escape=`\nFROM a AS b\nRUN x `\n  y\n",
    "\xEF\xBB\xBF# escape=\\\n\nFROM alpine:3.20\nRUN <<EOF\nset -e\necho hi\nEOF\nCOPY <<A <<-\"B\" /d/\na\nA\n\tb\n\tB\n",
    "FROM a\r\nRUN b && \\\r\n  # comment\r\n\r\n  c\r\nONBUILD RUN cat <<E\r\nx\r\nE\r\nCMD [\"x\"]",
};

std::size_t edit_count() {
  const char* wanted = std::getenv("DOCKWRIGHT_EDITS");
  return wanted ? std::strtoul(wanted, nullptr, 10) : 20000;
}

void edit_and_undo(std::string bytes, std::size_t edits, std::mt19937& random, const std::string& name) {
  Text text(std::move(bytes));
  Tree tree = Tree::parse(text);
  ASSERT_EQ(test::broken_promise(tree), "") << name;
  for (std::size_t i = 0; i < edits; ++i) {
    const test::RandomEdit edit = test::random_edit(tree.text(), random);
    const std::string removed(tree.text().bytes(edit.replaced));
    const Text next = tree.text().replace(edit.replaced, edit.inserted);
    const auto inserted = static_cast<std::uint32_t>(edit.inserted.size());
    Tree edited = tree.edit(next, edit.replaced, inserted);
    const std::string context = name + "\nbefore:\n" + std::string(tree.text().bytes()) + "\nafter:\n" + std::string(next.bytes());
    ASSERT_EQ(test::difference(edited, Tree::parse(next)), "") << context;
    ASSERT_EQ(test::broken_promise(edited), "") << context;

    const ByteRange back{edit.replaced.begin, edit.replaced.begin + inserted};
    const Tree undone = edited.edit(next.replace(back, removed), back, static_cast<std::uint32_t>(removed.size()));
    ASSERT_EQ(test::difference(undone, tree), "") << context;
    tree = std::move(edited);
  }
}

TEST(Incremental, EditsOfOurSamples) {
  std::mt19937 random(1);
  for (const char* sample : samples) edit_and_undo(sample, 3000, random, "sample");
}

TEST(Incremental, EditsOverTheCorpus) {
  const auto files = test::corpus_files();
  if (files.empty()) return;
  const std::size_t edits = edit_count();
  std::size_t done = 0;
  for (std::size_t i = 0; i < files.size() && !HasFatalFailure(); ++i) {
    std::mt19937 random(static_cast<unsigned>(i));
    const std::size_t share = edits * (i + 1) / files.size() - done;
    edit_and_undo(test::read_file(files[i]), share, random, files[i].filename());
    done += share;
  }
  std::printf("[          ] %zu edits, each undone once\n", done);
}

}  // namespace
}  // namespace dockwright
