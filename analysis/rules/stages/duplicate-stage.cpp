#include <unordered_map>

#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static ByteRange alias_of(const Stage& stage) {
  return stage.from()->range(stage.from()->syntax->as<syntax::FromView>()->alias);
}

static void check(const Model& model, Findings& findings) {
  std::unordered_map<std::string_view, const Stage*> first;
  for (const Stage& stage : model.stages()) {
    if (stage.name.empty()) continue;
    const auto [other, is_new] = first.emplace(stage.name, &stage);
    if (is_new) continue;
    findings
        .report(alias_of(stage),
                "another stage is called '{}' already; which one a reference means depends on where it stands",
                stage.name)
        .related.push_back({alias_of(*other->second), "the first stage of that name"});
  }
}

extern constinit const Rule duplicate_stage = on_file(check);

}  // namespace dockwright::rules
