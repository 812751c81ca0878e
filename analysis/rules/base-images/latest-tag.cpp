#include "analysis/model/base_reference.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Stage& stage, Findings& findings) {
  const auto reference = model::base_reference(stage);
  if (!reference || reference->name.has_digest()) return;
  const LogicalSpan tag = reference->name.tag;
  if (reference->text.substr(tag.begin, tag.size()) != "latest") return;
  findings.report(reference->range_of(tag), "latest is whatever was pushed last; name a version of '{}'",
                  reference->text.substr(0, reference->name.name.end));
}

extern constinit const Rule latest_tag = on_stage(check);

}  // namespace dockwright::rules
