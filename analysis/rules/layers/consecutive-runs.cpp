#include <algorithm>
#include <array>
#include <string>

#include "analysis/model/call_places.hpp"
#include "analysis/model/layer_files.hpp"
#include "analysis/model/package_cache.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

using model::PackageAction;
using model::PackageCall;
using model::PackageManager;

namespace {

using ByManager = std::array<bool, static_cast<std::size_t>(PackageManager::Zypper) + 1>;

// RUNs that stand side by side and could be one: what the first ones did that a later one undoes or does again.
struct Group {
  const Step* first = nullptr;
  ByManager fetched{}, installed{};
  ByManager just_installed{};  // by the last RUN
};

bool is_run(const Step& step) {
  return step.keyword() == Keyword::Run && step.script && !step.script->text.text().starts_with("#!");
}

// Mounts, network and security hold for a whole RUN.
bool has_same_flags(const Step& left, const Step& right) {
  const auto& a = left.syntax->flags;
  const auto& b = right.syntax->flags;
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const syntax::Flag& x, const syntax::Flag& y) {
    return left.text(x.whole) == right.text(y.whole);
  });
}

// Why one layer would be smaller than two, or empty if it would not be.
std::string_view reason_to_merge(const Group& group, const Step& step, bool deletes_files) {
  if (deletes_files) return "it deletes what a RUN in front of it made";
  const auto& calls = step.script->packages;
  for (const PackageCall& call : calls) {
    const auto manager = static_cast<std::size_t>(call.manager);
    if (call.action == PackageAction::Remove && group.installed[manager])
      return "it removes packages after their layer is made";
    if (call.action == PackageAction::Install && group.just_installed[manager])
      return "it installs with the same package manager";
  }
  for (std::size_t manager = 0; manager < group.fetched.size(); ++manager) {
    const bool fetches_itself = std::any_of(calls.begin(), calls.end(), [&](const PackageCall& call) {
      return static_cast<std::size_t>(call.manager) == manager && call.action != PackageAction::Clean;
    });
    if (!group.fetched[manager] || fetches_itself) continue;
    if (model::last_clean_up(step, static_cast<PackageManager>(manager)))
      return "it cleans up after the layers are made";
  }
  return {};
}

void add(Group& group, const Step& step) {
  if (!group.first) group.first = &step;
  group.just_installed = {};
  for (const PackageCall& call : step.script->packages) {
    const auto manager = static_cast<std::size_t>(call.manager);
    if (model::is_cache_mounted(step, call.manager)) continue;
    if (call.action == PackageAction::Update || call.action == PackageAction::Install) group.fetched[manager] = true;
    if (call.action == PackageAction::Install) group.installed[manager] = group.just_installed[manager] = true;
  }
}

}  // namespace

static void check(const Stage& stage, Findings& findings) {
  model::LayerFiles files;
  Group group;
  const Step* previous = nullptr;
  for (const Step& step : stage.steps()) {
    const auto deletions = files.enter(step);
    if (!is_run(step) || !previous || !is_run(*previous) || !has_same_flags(*previous, step)) group = Group();
    previous = &step;
    if (!is_run(step)) continue;
    const bool deletes_files =
        group.first && std::any_of(deletions.begin(), deletions.end(), [&](const auto& deletion) {
          return deletion.created_by->slot >= group.first->slot;
        });
    const std::string_view reason = reason_to_merge(group, step, deletes_files);
    if (!reason.empty()) {
      findings.report(step.keyword_range(), "merge this RUN with the ones in front of it: {}", reason)
          .related.push_back({group.first->keyword_range(), "the first RUN"});
    }
    add(group, step);
  }
}

extern constinit const Rule consecutive_runs = on_shipped_stage(check);

}  // namespace dockwright::rules
