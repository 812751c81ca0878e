#include "server/cli/lint_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "server/cli/messages.hpp"
#include "server/cli/rule_names.hpp"
#include "server/local_date.hpp"

namespace dockwright::server {

static constexpr const char* group = "What is linted";

static CLI::Option* add_repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& list,
                                   const std::string& description) {
  return app.add_option(name, list, description)->allow_extra_args(false)->group(group);
}

void LintOptions::add_to(CLI::App& app) {
  add_repeatable(app, "--select", select_,
                 "Run these rules instead of the profile's: names, aliases (DL3002), groups or ALL")
      ->delimiter(',')
      ->type_name("RULE,...");
  add_repeatable(app, "--ignore", ignore_, "Leave these rules out")->delimiter(',')->type_name("RULE,...");
  app.add_option("--profile", profile_, "default, or strict for the rules that are a matter of taste too")
      ->type_name("NAME")
      ->group(group);
  add_repeatable(app, "--target", targets_, "A stage that is built as an image, instead of the last one")
      ->type_name("STAGE");
  add_repeatable(app, "--build-arg", build_args_,
                 "The value of an ARG; without '=VALUE' that of the environment variable")
      ->type_name("NAME[=VALUE]");
  // No command reads configuration yet; scripts can already say that they want none.
  app.add_flag_callback(
         "--no-config", [] {}, "Do not look for configuration files")
      ->group(group);
}

static bool is_known(const std::string& selector) {
  const auto all = rules::all_rules();
  return std::any_of(all.begin(), all.end(), [&](const auto& rule) { return rules::matches(rule, selector); });
}

static std::vector<std::string_view> selector_names() {
  std::vector<std::string_view> names = rule_names();
  const std::vector<std::string_view> groups = group_names();
  names.insert(names.end(), groups.begin(), groups.end());
  return names;
}

static bool check_selectors(const std::vector<std::string>& selectors) {
  bool good = true;
  for (const std::string& selector : selectors) {
    if (is_known(selector)) continue;
    print_error(no_such("rule or group", selector, selector_names(), "'dockwright rules' lists them"));
    good = false;
  }
  return good;
}

std::optional<lint::Settings> LintOptions::settings() const {
  lint::Settings settings;
  settings.select = select_;
  settings.ignore = ignore_;
  settings.build.targets = targets_;
  settings.today = local_date();
  bool good = check_selectors(select_);
  good = check_selectors(ignore_) && good;
  if (profile_ == "strict") {
    settings.profile = rules::Profile::Strict;
  } else if (profile_ != "default") {
    const std::string_view profiles[] = {"default", "strict"};
    print_error(no_such("profile", profile_, profiles, "there are default and strict"));
    good = false;
  }
  for (const std::string& argument : build_args_) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (name.empty()) {
      print_error(fmt::format("--build-arg '{}' has no name before the '='", argument));
      good = false;
    } else if (equals != std::string::npos) {
      settings.build.build_args[name] = argument.substr(equals + 1);
    } else if (const char* value = std::getenv(name.c_str())) {
      settings.build.build_args[name] = value;
    }
  }
  if (!good) return std::nullopt;
  return settings;
}

}  // namespace dockwright::server
