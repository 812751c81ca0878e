#include "analysis/model/base_reference.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Stage& stage, Findings& findings) {
  const auto reference = model::base_reference(stage);
  if (!reference || reference->name.has_tag() || reference->name.has_digest()) return;
  findings.report(reference->range_of(reference->name.name),
                  "'{}' has no tag, so the build takes whatever is latest; name a version", reference->text);
}

extern constinit const Rule untagged_image = on_stage(check);

}  // namespace dockwright::rules
