// Reading a Dockerfile from disk or a pipe, safely: no device is opened for good, nothing blocks, nothing above
// max_text_bytes is read. Errors are sentences for the user; the path is not part of them.
#pragma once

#include <string>
#include <string_view>

#include "protocol/result.hpp"

namespace dockwright::server {

using lsp::Failure;
using lsp::Result;

// The bytes of a regular file; a symbolic link is followed. Fails on directories, pipes, sockets and devices.
Result<std::string> read_regular_file(const std::string& path);

// Everything up to the end of input on a descriptor, whatever it is; waits for a slow writer.
Result<std::string> read_descriptor(int descriptor);

// Why bytes cannot be a Dockerfile at all: a binary file (a NUL byte near the start, as git tells) or UTF-16. Empty if
// they may be one.
std::string_view reason_not_text(std::string_view bytes);

}  // namespace dockwright::server
