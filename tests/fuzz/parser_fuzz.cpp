// Any bytes parse to a tree that keeps its promises.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "analysis/syntax/errors.hpp"
#include "tests/support/tree_equality.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dockwright;
  const syntax::Tree tree = syntax::Tree::parse(Text(std::string(reinterpret_cast<const char*>(data), size)));
  const std::string broken = test::broken_promise(tree);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  for (const auto& error : syntax::errors_of(tree)) {
    if (error.range.end.value > size) std::abort();
  }
  return 0;
}
