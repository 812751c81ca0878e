// `dockwright lsp`: the language server on stdin and stdout, or on a local socket.
#pragma once

namespace dockwright::server {

// The exit status: 0 after `shutdown` and `exit`, or when the client just went away; 1 for `exit` without `shutdown`; 2
// for bad options or when the server could not start.
int run_lsp(int argc, char** argv);

}  // namespace dockwright::server
