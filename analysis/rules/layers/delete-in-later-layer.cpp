#include <algorithm>
#include <array>
#include <map>

#include "analysis/model/call_places.hpp"
#include "analysis/model/layer_files.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;

// Scripts and lists that an installation reads are too small to speak of; these are not.
static constexpr std::array<std::string_view, 23> bulky_extensions{
    ".deb", ".rpm", ".apk", ".tar", ".gz",  ".tgz", ".xz",  ".txz", ".bz2", ".zst", ".zip", ".7z",
    ".jar", ".war", ".ear", ".whl", ".bin", ".run", ".exe", ".msi", ".iso", ".img", ".dump"};
static constexpr std::array<std::string_view, 10> secret_names{"id_rsa",           "id_ed25519", "id_ecdsa", "id_dsa",
                                                               ".npmrc",           ".netrc",     ".pypirc",  ".env",
                                                               ".git-credentials", "credentials"};

static std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

static bool is_secret(std::string_view path) {
  return std::find(secret_names.begin(), secret_names.end(), base_name(path)) != secret_names.end();
}

// A name without extension that is deleted recursively is a directory.
static bool is_bulky(std::string_view path, const shell::Command& rm) {
  const std::string_view name = base_name(path);
  const std::size_t dot = name.find_last_of('.');
  if (dot != std::string_view::npos && dot > 0) {
    return std::find(bulky_extensions.begin(), bulky_extensions.end(), name.substr(dot)) != bulky_extensions.end();
  }
  return std::any_of(rm.arguments.begin(), rm.arguments.end(), [](const shell::Argument& argument) {
    return argument.value && argument.value->starts_with('-') &&
           argument.value->find_first_of("rR") != std::string::npos;
  });
}

// Packages by name, with the RUN that installed them.
class InstalledPackages {
 public:
  void enter(const Step& step, Findings& findings) {
    if (step.keyword() != Keyword::Run || !step.script) return;
    for (const model::PackageCall& call : step.script->packages) {
      const shell::Command& command = model::command_of(step, call);
      for (const std::uint32_t index : call.packages) {
        const shell::Argument& argument = command.arguments[index];
        if (!argument.value) continue;
        const std::string name(model::package_name(*argument.value));
        if (call.action == PackageAction::Install)
          installed_.try_emplace(name, Place{&step, step.script_range(argument.span)});
        if (call.action == PackageAction::Remove) remove(name, step, step.script_range(argument.span), findings);
      }
    }
  }

 private:
  struct Place {
    const Step* step;
    ByteRange range;
  };

  void remove(const std::string& name, const Step& step, ByteRange range, Findings& findings) {
    const auto found = installed_.find(name);
    if (found == installed_.end()) return;
    const Place place = found->second;
    installed_.erase(found);
    if (place.step == &step) return;
    findings.report(range, "{} stays in the layer that installed it: install and remove it in one RUN", name)
        .related.push_back({place.range, "installed here"});
  }

  std::map<std::string, Place> installed_;
};

static void report_files(const Step& step, const std::vector<model::LayerFiles::Deletion>& deletions,
                         Findings& findings) {
  const shell::Argument* reported = nullptr;
  for (const auto& deletion : deletions) {
    if (deletion.argument == reported) continue;
    const bool secret = is_secret(deletion.file.path);
    if (!secret && !is_bulky(deletion.file.path, *deletion.command)) continue;
    reported = deletion.argument;
    const ByteRange range = step.script_range(deletion.argument->span);
    auto& finding =
        findings.report(range, "this {} nothing: the layer that brought it still holds it; {}",
                        secret ? "hides" : "frees", secret ? "use a secret mount" : "delete it in the same RUN");
    finding.related.push_back({deletion.file.place, "brought here"});
  }
}

static void check(const Stage& stage, Findings& findings) {
  model::LayerFiles files;
  InstalledPackages packages;
  for (const Step& step : stage.steps()) {
    report_files(step, files.enter(step), findings);
    packages.enter(step, findings);
  }
}

extern constinit const Rule delete_in_later_layer = on_shipped_stage(check);

}  // namespace dockwright::rules
