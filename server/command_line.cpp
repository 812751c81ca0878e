#include "server/command_line.hpp"

#include <unistd.h>

#include <string_view>

#include "server/cli/cli.hpp"
#include "server/lsp_command.hpp"
#include "server/transport/streams.hpp"

namespace dockwright::server {

int run(int argc, char** argv) {
  fill_standard_descriptors();
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "lsp") return run_lsp(argc - 1, argv + 1);
  // Editors start a server with no arguments, or with --stdio alone as they do for others.
  const bool bare = argc <= 1 && ::isatty(STDIN_FILENO) == 0;
  if (bare || command == "--stdio") return run_lsp(argc, argv);
  return run_cli(argc, argv);
}

}  // namespace dockwright::server
