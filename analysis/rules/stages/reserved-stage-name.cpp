#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Stage& stage, Findings& findings) {
  if (stage.name != "scratch" && stage.name != "context") return;
  const syntax::Word& alias = stage.from()->syntax->as<syntax::FromView>()->alias;
  findings.report(stage.from()->range(alias), "'{}' already means something to the build; give the stage another name",
                  stage.name);
}

extern constinit const Rule reserved_stage_name = on_stage(check);

}  // namespace dockwright::rules
