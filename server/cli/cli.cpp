#include "server/cli/cli.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "server/cli/commands.hpp"
#include "server/cli/help.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/print.hpp"
#include "server/lsp_command.hpp"

namespace dockwright::server {

static constexpr const char* footer =
    "Without a command dockwright is the language server, if standard input is no\n"
    "terminal: that is how editors start it. 'dockwright COMMAND --help' says more.\n"
    "\n"
    "Exit status: 0 all is well, 1 there are findings, 2 the command could not do\n"
    "all it was asked for.";

static CLI::App* find_command(CLI::App& program, const std::string& name) {
  const auto named = program.get_subcommands([&](CLI::App* command) { return command->get_name() == name; });
  return named.empty() ? nullptr : named.front();
}

static std::string no_such_command(const CLI::App& program, const std::string& name) {
  std::vector<std::string_view> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return no_such("command", name, names, "");
}

// The language server reads its own options.
static int help_of_lsp() {
  std::array<std::string, 2> words{"lsp", "--help"};
  std::array<char*, 3> arguments{words[0].data(), words[1].data(), nullptr};
  return run_lsp(2, arguments.data());
}

// `dockwright help [COMMAND]`.
static Command add_help(CLI::App& program) {
  CLI::App* app = program.add_subcommand("help", "Show what a command does");
  auto name = std::make_shared<std::string>();
  app->add_option("COMMAND", *name, "A command")->type_name("COMMAND");
  return {app, [&program, name] {
            if (name->empty()) return print(help_of(program));
            if (*name == "lsp") return help_of_lsp();
            if (const CLI::App* command = find_command(program, *name)) return print(help_of(*command));
            print_error(no_such_command(program, *name));
            return exit_failure;
          }};
}

// The command that was begun before parsing failed, or the program.
static CLI::App& innermost(CLI::App& program) {
  const auto begun = program.get_subcommands();
  return begun.empty() ? program : *begun.back();
}

static std::string describe_extra(CLI::App& program, CLI::App& app) {
  const std::vector<std::string> extras = app.remaining();
  const auto option =
      std::find_if(extras.begin(), extras.end(), [](const std::string& each) { return each.starts_with('-'); });
  if (&app == &program && option != extras.begin()) {
    return no_such_command(program, extras.front());
  }
  if (option == extras.end()) return fmt::format("there is one argument too many: '{}'", extras.front());
  const std::string name = option->substr(0, option->find('='));
  std::vector<std::string> known;
  for (const CLI::Option* each : app.get_options({})) {
    for (const std::string& long_name : each->get_lnames()) known.push_back("--" + long_name);
  }
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  return no_such("option", name, candidates, "");
}

static int usage_error(CLI::App& program, const CLI::ParseError& error) {
  CLI::App& app = innermost(program);
  const bool is_extra =
      error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) && !app.remaining().empty();
  const std::string command = &app == &program ? "dockwright" : "dockwright " + app.get_name();
  print_error(fmt::format("{}; see '{} --help'", is_extra ? describe_extra(program, app) : error.what(), command));
  return exit_failure;
}

int run_cli(int argc, char** argv) {
  CLI::App program{"dockwright finds mistakes and bad habits in Dockerfiles.", "dockwright"};
  program.set_help_flag("-h,--help", "Show this help");
  program.set_version_flag("-V,--version", "dockwright " DOCKWRIGHT_VERSION, "Show the version");
  program.footer(footer);
  program.require_subcommand(0, 1);  // what follows a command may be a file of that name
  std::vector<Command> commands{add_check(program), add_explain(program), add_rules(program), add_parse(program)};
  // Handled before this function is called; here for --help.
  program.add_subcommand("lsp", "Be a language server on standard input and output");
  commands.push_back(add_help(program));
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print(help_of(innermost(program)));
  } catch (const CLI::CallForVersion& version) {
    return print(version.what() + std::string("\n"));
  } catch (const CLI::ParseError& error) {
    return usage_error(program, error);
  }
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run();
  }
  std::fputs(help_of(program).c_str(), stderr);
  return exit_failure;
}

}  // namespace dockwright::server
