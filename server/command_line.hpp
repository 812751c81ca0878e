// Which program this run is: the language server or a command of the command line (DESIGN: "The command line").
#pragma once

namespace dockwright::server {

// The exit status of the process.
int run(int argc, char** argv);

}  // namespace dockwright::server
