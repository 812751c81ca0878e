// Random edits of any bytes: the incremental tree equals a fresh one. The input's first two bytes seed the edits.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/support/random_edits.hpp"
#include "tests/support/tree_equality.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dockwright;
  if (size < 2) return 0;
  std::mt19937 random(data[0] | data[1] << 8);
  syntax::Tree tree = syntax::Tree::parse(Text(std::string(reinterpret_cast<const char*>(data + 2), size - 2)));
  for (int i = 0; i < 8; ++i) {
    const test::RandomEdit edit = test::random_edit(tree.text(), random);
    const Text next = tree.text().replace(edit.replaced, edit.inserted);
    tree = tree.edit(next, edit.replaced, static_cast<std::uint32_t>(edit.inserted.size()));
    const std::string wrong = test::difference(tree, syntax::Tree::parse(next));
    if (wrong.empty()) continue;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
