#include "analysis/model/kept_packages.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dockwright::model {

namespace {

// What the removals behind a place in the script take away, for one manager.
struct Removals {
  bool unknown = false;  // perhaps everything
  std::set<std::string, std::less<>> names;
};

bool is_pattern(std::string_view name) { return name.find_first_of("*?[^$") != std::string_view::npos; }

void add_removal(const PackageCall& call, const shell::Command& command, Removals& removals) {
  if (call.has_unknown_arguments) removals.unknown = true;
  for (const std::uint32_t index : call.packages) {
    const auto& value = command.arguments[index].value;
    if (!value) continue;
    if (is_pattern(*value)) removals.unknown = true;
    removals.names.emplace(package_name(*value));
  }
}

// `apk add --virtual .build gcc`: `apk del .build` removes gcc.
bool is_virtual_removed(const PackageCall& call, const shell::Command& command, const Removals& removals) {
  for (const std::string_view option : {"--virtual", "-t"}) {
    if (call.manager != PackageManager::Apk || !has_option(call, command, option)) continue;
    const auto name = option_value(call, command, option);
    return !name || removals.names.count(package_name(*name)) > 0;
  }
  return false;
}

}  // namespace

std::vector<KeptPackage> kept_packages(const ShellScript& script) {
  std::array<Removals, static_cast<std::size_t>(PackageManager::Zypper) + 1> removals;
  std::vector<KeptPackage> result;
  const bool marks_automatic =
      std::any_of(script.commands.begin(), script.commands.end(),
                  [](const shell::Command& command) { return command.name == "apt-mark" && command.argument("auto"); });
  for (std::size_t i = script.packages.size(); i > 0; --i) {
    const PackageCall& call = script.packages[i - 1];
    const shell::Command& command = script.commands[call.command];
    Removals& removed = removals[static_cast<std::size_t>(call.manager)];
    if (call.action == PackageAction::Remove) {
      add_removal(call, command, removed);
      if (marks_automatic) removed.unknown = true;
    }
    if (call.action != PackageAction::Install || command.in_branch || removed.unknown ||
        is_virtual_removed(call, command, removed))
      continue;
    for (std::size_t at = call.packages.size(); at > 0; --at) {
      const std::uint32_t index = call.packages[at - 1];
      const auto& value = command.arguments[index].value;
      if (!value) continue;
      const std::string_view name = package_name(*value);
      if (!removed.names.count(name)) result.push_back({&call, index, std::string(name)});
    }
  }
  std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace dockwright::model
