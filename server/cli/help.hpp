// The text of --help.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace dockwright::server {

// Usage, what the command does, its arguments, options and commands in columns, then the footer; 80 columns wide.
std::string help_of(const CLI::App& app);

}  // namespace dockwright::server
