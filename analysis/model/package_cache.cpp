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

bool are_apt_lists_needed_later(const Model& model, const Step& step) {
  if (step.stage == none) return false;
  std::vector<bool> has_lists(model.stages().size());  // of this step, as each stage is read
  has_lists[step.stage] = true;
  const auto steps = model.steps();
  for (auto at = static_cast<std::size_t>(&step - steps.data()) + 1; at < steps.size(); ++at) {
    const Stage& stage = model.stages()[steps[at].stage];
    if (at == stage.first && stage.parent != none) has_lists[stage.index] = has_lists[stage.parent];
    if (!has_lists[stage.index]) continue;
    const ListsUse use = first_use(steps[at]);
    if (use == ListsUse::Needed) return true;
    if (use == ListsUse::Replaced) has_lists[stage.index] = false;
  }
  return false;
}

}  // namespace dockwright::model
