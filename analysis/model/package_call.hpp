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
  Clean,  // of caches: apt-get clean, dnf clean all
  Other,
};

struct PackageCall {
  std::uint32_t command = 0;  // index in the script's commands
  PackageManager manager = PackageManager::Apt;
  PackageAction action = PackageAction::Other;
  std::uint32_t verb = 0;               // index of `install`, `add`, ... in the command's arguments
  std::vector<std::uint32_t> options;   // indexes of arguments that are options, values of options not included
  std::vector<std::uint32_t> packages;  // indexes of what is installed or removed
  bool has_unknown_arguments = false;   // an argument's value is not known: options or packages may be missing here
};

// All calls among `commands`, in order.
std::vector<PackageCall> package_calls(std::span<const shell::Command> commands);

// True if one of the call's options is `name` (with dashes), alone or with a value joined to it; a single-letter option
// is also found in a cluster such as `-yq`.
bool has_option(const PackageCall& call, const shell::Command& command, std::string_view name);
// The value of the option `name`, joined to it or in the next argument; nothing if the option is absent or its value
// unknown.
std::optional<std::string_view> option_value(const PackageCall& call, const shell::Command& command,
                                             std::string_view name);
// True if the call itself sets a key of the manager's configuration: `-o APT::Get::Assume-Yes=true`,
// `--setopt=assumeyes=1`. Case does not matter.
bool sets_key(const PackageCall& call, const shell::Command& command, std::string_view key);

// True if the call gets the package lists: an update, or `apt-get install --update` (apt 3), `apk add -U`.
bool fetches_lists(const PackageCall& call, const shell::Command& command);

// The package that an argument of install or remove names, without version, release, architecture or repository:
// `curl` for `curl=8.5.0-2`, `curl/stable`, `curl:amd64`, `curl~=8.5`, `curl@edge`. dnf's `@group` stays as it is.
std::string_view package_name(std::string_view argument);

}  // namespace dockwright::model
