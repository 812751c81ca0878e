// The packages that a script installs and does not remove again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/model/shell_script.hpp"

namespace dockwright::model {

struct KeptPackage {
  const PackageCall* call;
  std::uint32_t argument;  // index in the call's arguments
  std::string name;        // without version
};

// In order. Packages whose name is not known are left out, those of a call that may not run, and all that a later
// removal may take away: one by name or pattern, one whose arguments are not known, `apk del` of a virtual package, and
// whatever follows `apt-mark auto`.
std::vector<KeptPackage> kept_packages(const ShellScript& script);

}  // namespace dockwright::model
