#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Stage& stage, Findings& findings) {
  for (const Keyword keyword : {Keyword::Cmd, Keyword::Entrypoint, Keyword::Healthcheck}) {
    const Step* last = stage.find_last(keyword);
    if (!last) continue;
    for (const Step& step : stage.steps()) {
      if (&step == last) break;
      if (step.keyword() != keyword) continue;
      Finding& finding = findings.report(step.range(), "only the last {} of a stage counts, so this one does nothing",
                                         syntax::name_of(keyword));
      finding.unnecessary = true;
      finding.related.push_back({last->range(), "the one that counts"});
    }
  }
}

extern constinit const Rule repeated_command = on_stage(check);

}  // namespace dockwright::rules
