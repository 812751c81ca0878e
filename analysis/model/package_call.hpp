// Calls of the distributions' package managers, cut into action, options and packages.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/shell/commands.hpp"

namespace dockwright::model {

enum class PackageManager : std::uint8_t { Apt, Apk, Dnf, Yum, Microdnf, Zypper };

enum class PackageAction : std::uint8_t {
  Update,   // of the package lists: apt-get update, apk update, dnf makecache, zypper refresh
  Upgrade,  // of installed packages
  Install,
  Remove,
  Clean,    // of caches: apt-get clean, dnf clean all
  Other,
};

struct PackageCall {
  std::uint32_t command = 0;  // index in the script's commands
  PackageManager manager = PackageManager::Apt;
  PackageAction action = PackageAction::Other;
  std::uint32_t verb = 0;                 // index of `install`, `add`, ... in the command's arguments
  std::vector<std::uint32_t> options;     // indexes of arguments that are options, values of options not included
  std::vector<std::uint32_t> packages;    // indexes of what is installed or removed
  bool has_unknown_arguments = false;     // an argument's value is not known: options or packages may be missing here
};

// All calls among `commands`, in order.
std::vector<PackageCall> package_calls(std::span<const shell::Command> commands);

// True if one of the call's options is `name` (with dashes), alone or as `name=value`; a single-letter option is also found
// in a cluster such as `-yq`.
bool has_option(const PackageCall& call, const shell::Command& command, std::string_view name);

}  // namespace dockwright::model
