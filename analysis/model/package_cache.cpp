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
    case PackageManager::Apt:
      return apt_caches;
    case PackageManager::Apk:
      return apk_caches;
    case PackageManager::Zypper:
      return zypper_caches;
    default:
      return rpm_caches;
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
  if (call.manager == PackageManager::Apt) {
    const shell::Argument& verb = command.arguments[call.verb];
    return verb.is("distclean") || verb.is("dist-clean");
  }
  if (is_rpm(call.manager)) {
    return call.has_unknown_arguments ||
           std::any_of(call.packages.begin(), call.packages.end(), [&](std::uint32_t index) {
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

enum class ListsUse : std::uint8_t { None, Needed, Replaced };

// What the first apt call of a RUN does with lists that are there already.
static ListsUse first_use(const Step& step) {
  if (step.keyword() != Keyword::Run || !step.script) return ListsUse::None;
  for (const PackageCall& call : step.script->packages) {
    if (call.manager != PackageManager::Apt) continue;
    if (fetches_lists(call, step.script->commands[call.command])) return ListsUse::Replaced;
    if (call.action == PackageAction::Install || call.action == PackageAction::Upgrade) return ListsUse::Needed;
  }
  return ListsUse::None;
}

// The first use among `steps`.
static ListsUse first_use(std::span<const Step> steps) {
  for (const Step& step : steps) {
    if (const ListsUse use = first_use(step); use != ListsUse::None) return use;
  }
  return ListsUse::None;
}

// A bound for files that no one writes; there the answer is the careful one.
static constexpr std::size_t max_later_stages = 1000;

bool are_apt_lists_needed_later(const Model& model, const Step& step) {
  if (step.stage == none) return false;
  const auto stages = model.stages();
  const auto own_steps = stages[step.stage].steps();
  const auto behind = static_cast<std::size_t>(&step - own_steps.data()) + 1;
  const ListsUse own_use = first_use(own_steps.subspan(behind));
  if (own_use != ListsUse::None || !stages[step.stage].referenced) return own_use == ListsUse::Needed;
  if (stages.size() - step.stage > max_later_stages) return true;
  // At the ends of which stages, from this one on, its lists are still there.
  std::vector<bool> remain{true};
  for (std::size_t i = step.stage + 1; i < stages.size(); ++i) {
    const std::uint32_t parent = stages[i].parent;
    const bool inherits = parent != none && parent >= step.stage && remain[parent - step.stage];
    const ListsUse use = inherits ? first_use(stages[i].steps()) : ListsUse::None;
    if (use == ListsUse::Needed) return true;
    remain.push_back(inherits && use == ListsUse::None);
  }
  return false;
}

}  // namespace dockwright::model
