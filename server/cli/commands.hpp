// The commands, one file each. A command adds itself to the program with its options; when it was asked for, it is run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace dockwright::server {

struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;  // the exit status
};

Command add_check(CLI::App& program);
Command add_explain(CLI::App& program);
Command add_rules(CLI::App& program);
Command add_parse(CLI::App& program);

}  // namespace dockwright::server
