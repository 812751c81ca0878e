#include "server/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dockwright::server {

static constexpr std::size_t width = 80, column = 28;

// Appends `text` in lines that begin at `column`; the first line begins where `out` ends.
static void append_wrapped(std::string& out, std::string_view text) {
  std::size_t used = column;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!first && used + 1 + word.size() > width) {
      out += '\n' + std::string(column, ' ');
      used = column;
    } else if (!first) {
      out += ' ';
      ++used;
    }
    out += word;
    used += word.size();
    first = false;
  }
  out += '\n';
}

static void append_row(std::string& out, const std::string& left, std::string_view right) {
  out += "  " + left;
  const std::size_t used = left.size() + 2;
  out += used + 2 > column ? '\n' + std::string(column, ' ') : std::string(column - used, ' ');
  append_wrapped(out, right);
}

// `-o, --output FILE`
static std::string names_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  if (names.empty()) names = "    ";
  for (const std::string& name : option.get_lnames()) names += (names.back() == ' ' ? "--" : ", --") + name;
  if (option.get_type_size() != 0) names += " " + option.get_type_name();
  return names;
}

static std::string usage_of(const CLI::App& app) {
  std::string line = app.get_name();
  for (const CLI::App* parent = app.get_parent(); parent; parent = parent->get_parent()) {
    line = parent->get_name() + " " + line;
  }
  const bool has_commands = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
  line += has_commands ? " COMMAND [OPTIONS]" : " [OPTIONS]";
  for (const CLI::Option* option : app.get_options([](const CLI::Option* each) { return each->get_positional(); })) {
    line += " " + (option->get_required() ? option->get_type_name() : "[" + option->get_type_name() + "]");
    if (option->get_expected_max() > 1) line += "...";
  }
  return "Usage: " + line + "\n";
}

std::string help_of(const CLI::App& app) {
  std::string out = app.get_description() + "\n\n" + usage_of(app);
  const auto arguments = app.get_options([](const CLI::Option* option) { return option->get_positional(); });
  if (!arguments.empty()) out += "\nArguments:\n";
  for (const CLI::Option* option : arguments) append_row(out, option->get_type_name(), option->get_description());

  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) out += "\nCommands:\n";
  for (const CLI::App* command : commands) {
    const std::string& description = command->get_description();
    append_row(out, command->get_name(), std::string_view(description).substr(0, description.find('\n')));
  }

  // CLI11 lists --help first and in a group of its own name; it belongs to the end of the ordinary options.
  std::string last;
  std::string group;
  for (const CLI::Option* option : app.get_options([](const CLI::Option* each) { return each->nonpositional(); })) {
    if (option == app.get_help_ptr()) {
      append_row(last, names_of(*option), option->get_description());
      continue;
    }
    if (option->get_group() != group) {
      group = option->get_group();
      out += "\n" + group + ":\n";
    }
    append_row(out, names_of(*option), option->get_description());
  }
  if (!last.empty()) out += (group == "Options" ? "" : "\nOptions:\n") + last;
  if (!app.get_footer().empty()) out += "\n" + app.get_footer() + "\n";
  return out;
}

}  // namespace dockwright::server
