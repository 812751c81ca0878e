#include "analysis/model/base_image.hpp"
#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

// EXPOSE is the evidence that something here answers; a health check asks that port, so that is where one is missing.
static void check(const Stage& stage, Findings& findings) {
  const Step* expose = stage.find_inherited(Keyword::Expose);
  if (!expose || stage.find_inherited(Keyword::Healthcheck) || !model::base_image(stage)) return;
  const auto& ports = expose->syntax->as<syntax::ExposeView>()->ports;
  if (ports.empty()) return;
  findings.report(expose->range(ports[0].whole), "port {} is served, but no HEALTHCHECK tells whether it answers",
                  expose->text(ports[0].whole));
}

extern constinit const Rule missing_healthcheck = on_exported_stage(check);

}  // namespace dockwright::rules
