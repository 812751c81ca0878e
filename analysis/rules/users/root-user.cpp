#include "analysis/rules/rule.hpp"

namespace dockwright::rules {

static bool is_root(std::string_view user) { return user == "root" || user == "0"; }

// Only an explicit root counts here; root by omission is missing-user's business.
static void check(const Stage& stage, Findings& findings) {
  const Step* step = stage.find_inherited(Keyword::User);
  if (!step) return;
  const auto& view = *step->syntax->as<syntax::ValueView>();
  if (is_root(step->text(view.user))) findings.report(step->range(view.user), "the image runs as {}", step->text(view.user));
}

extern constinit const Rule root_user = on_exported_stage(check);

}  // namespace dockwright::rules
