#include "analysis/shell/parser.hpp"

#include "analysis/shell/recursive_descent.hpp"

namespace dockwright::shell {

// What the tree of an ordinary script needs per byte of text.
static constexpr std::size_t arena_bytes_per_byte = 12;

Script parse(std::string_view text, Dialect dialect) {
  Script script;
  if (text.size() > max_script_bytes) {
    script.errors.push_back({{}, "this script is too long to be read: it has more than 1 MiB"});
    return script;
  }
  script.arena = std::make_unique<std::pmr::monotonic_buffer_resource>(256 + arena_bytes_per_byte * text.size());
  RecursiveDescent(text, dialect, script).run();
  return script;
}

}  // namespace dockwright::shell
