// The commands other than the language server.
#pragma once

namespace dockwright::server {

// Runs the command that argv[1] names; returns the exit status of the process.
int run_cli(int argc, char** argv);

}  // namespace dockwright::server
