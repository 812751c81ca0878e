// The options that say what is linted and how, common to the commands that do.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/lint/rule_set.hpp"
#include "analysis/lint/settings.hpp"

namespace dockwright::server {

class LintOptions {
 public:
  void add_to(CLI::App& app);
  // None after a mistake, which has been printed.
  std::optional<lint::Settings> settings() const;

 private:
  std::vector<std::string> select_, ignore_, targets_, build_args_;
  std::string profile_ = "default";
};

}  // namespace dockwright::server
