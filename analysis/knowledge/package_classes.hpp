// What packages of the distributions are for, by name.
//
// Names are those of Debian and Ubuntu, Alpine, Fedora and Red Hat, and openSUSE, from their package lists of 2026-09.
// A name that is not here says nothing: most packages are of no class.
#pragma once

#include <cstdint>
#include <string_view>

namespace dockwright::knowledge {

enum class PackageClass : std::uint8_t {
  None,
  Toolchain,  // compilers and development kits
  BuildTool,  // runs compilers or prepares sources: make, autoconf
  DebugTool,  // debuggers, tracers, editors, network tools
};

// `name` without version or architecture: gcc-12, openjdk-17-jdk, @development-tools.
PackageClass package_class(std::string_view name);

}  // namespace dockwright::knowledge
