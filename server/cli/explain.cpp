// `dockwright explain RULE`: a rule's page.
#include "server/cli/commands.hpp"
#include "server/cli/messages.hpp"
#include "server/cli/print.hpp"
#include "server/cli/rule_names.hpp"
#include "server/report/rule_page.hpp"

namespace dockwright::server {

static int explain(const std::string& name) {
  const rules::RegisteredRule* rule = rules::find_rule(name);
  if (!rule) {
    print_error(no_such("rule", name, rule_names(), "'dockwright rules' lists them"));
    return exit_failure;
  }
  return print([&](bool color) { return render_page(rule->info.page, color); });
}

Command add_explain(CLI::App& program) {
  CLI::App* app = program.add_subcommand("explain", "Show what a rule reports, why it matters, and what to do");
  auto name = std::make_shared<std::string>();
  app->add_option("RULE", *name, "The rule's name, or the code another tool has for it")->required()->type_name("RULE");
  app->footer("Examples:\n  dockwright explain root-user\n  dockwright explain DL3002");
  return {app, [name] { return explain(*name); }};
}

}  // namespace dockwright::server
