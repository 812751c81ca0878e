#include "analysis/model/package_cache.hpp"

#include <algorithm>
#include <array>

#include "analysis/model/deletions.hpp"
#include "analysis/model/mounts.hpp"

namespace dockwright::model {

using std::string_view;

// Debian's images delete downloaded packages by themselves; only the lists stay.
static constexpr std::array<string_view, 1> apt_caches{"/var/lib/apt/lists"};
static constexpr std::array<string_view, 2> apk_caches{"/var/cache/apk", "/etc/apk/cache"};
// yum is dnf on newer systems, and keeps its cache where dnf does.
static constexpr std::array<string_view, 4> rpm_caches{"/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5",
                                                       "/var/cache/tdnf"};
static constexpr std::array<string_view, 1> zypper_caches{"/var/cache/zypp"};

static std::span<const string_view> cache_directories(PackageManager manager) {
  switch (manager) {
    case PackageManager::Apt: return apt_caches;
    case PackageManager::Apk: return apk_caches;
    case PackageManager::Zypper: return zypper_caches;
    default: return rpm_caches;
  }
}

bool is_cache_mounted(const Step& step, PackageManager manager) {
  const auto directories = cache_directories(manager);
  return std::any_of(directories.begin(), directories.end(), [&](string_view path) { return is_mounted(step, path); });
}

static bool is_rpm(PackageManager manager) {
  return manager == PackageManager::Dnf || manager == PackageManager::Yum || manager == PackageManager::Microdnf;
}

// `apt-get clean` leaves the lists, `dnf clean packages` the metadata, which are most of the bytes.
static bool empties_cache(const PackageCall& call, const shell::Command& command) {
  if (call.action != PackageAction::Clean) return false;
  if (call.manager == PackageManager::Apt) return command.arguments[call.verb].is("distclean");
  if (is_rpm(call.manager)) {
    return call.has_unknown_arguments || std::any_of(call.packages.begin(), call.packages.end(), [&](std::uint32_t index) {
      return command.arguments[index].is("all") || command.arguments[index].is("metadata");
    });
  }
  return call.manager == PackageManager::Zypper;
}

std::optional<std::size_t> last_clean_up(const Step& step, PackageManager manager) {
  const ShellScript& script = *step.script;
  const auto directories = cache_directories(manager);
  auto call = script.packages.rbegin();
  for (std::size_t i = script.commands.size(); i > 0; --i) {
    const shell::Command& command = script.commands[i - 1];
    if (call != script.packages.rend() && call->command == i - 1) {
      const bool same = call->manager == manager || (is_rpm(call->manager) && is_rpm(manager));
      if (same && empties_cache(*call, command)) return i - 1;
      ++call;
    }
    const bool deletes = std::any_of(directories.begin(), directories.end(), [&](string_view path) {
      return deletes_contents(script, command, path) != Deletes::No;
    });
    if (deletes) return i - 1;
  }
  return std::nullopt;
}

}  // namespace dockwright::model
