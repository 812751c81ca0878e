// Any bytes parse as sh and as bash to a tree that keeps its promises, and give commands inside the text.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analysis/shell/commands.hpp"
#include "analysis/shell/parser.hpp"
#include "tests/support/shell_spans.hpp"

static void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", promise);
  std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dockwright;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const shell::Variables environment{{"PATH", "/bin"}, {"VERSION", "1.2"}, {"EMPTY", ""}};
  for (const shell::Dialect dialect : {shell::Dialect::Posix, shell::Dialect::Bash}) {
    const shell::Script script = shell::parse(text, dialect);
    const std::string broken = test::broken_promise(script, text);
    require(broken.empty(), broken.c_str());
    for (const shell::Command& command : shell::commands(script, text, environment)) {
      require(command.span.begin <= command.span.end && command.span.end <= size, "a command leaves the text");
      require(command.top_level < script.list.items.size(), "a command is in no item of the list");
      for (const shell::Argument& argument : command.arguments) {
        require(argument.span.begin <= argument.span.end && argument.span.end <= size, "an argument leaves the text");
      }
    }
  }
  return 0;
}
