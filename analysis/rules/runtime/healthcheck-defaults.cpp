#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static void check(const Step& step, Findings& findings) {
  const auto& view = *step.syntax->as<syntax::HealthcheckView>();
  if (view.none || !step.syntax->errors.empty()) return;
  std::string missing;
  for (const std::string_view name : {"interval", "timeout", "retries"}) {
    if (step.syntax->flag(name)) continue;
    missing += fmt::format("{}--{}", missing.empty() ? "" : ", ", name);
  }
  if (missing.empty()) return;
  findings.report(step.keyword_range(),
                  "the health check leaves {} to the default (every 30s, 30s to answer, 3 failures)", missing);
}

extern constinit const Rule healthcheck_defaults = on_step({Keyword::Healthcheck}, check, StageScope::Shipped);

}  // namespace dockwright::rules
