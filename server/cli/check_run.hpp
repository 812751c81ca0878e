// The work of `dockwright check`, after its options have been understood.
#pragma once

#include <string>
#include <vector>

#include "analysis/lint/settings.hpp"
#include "server/cli/color.hpp"
#include "server/report/format.hpp"

namespace dockwright::server {

struct CheckRequest {
  std::vector<std::string> paths;  // `-` is standard input
  std::string stdin_path;          // its name in the report
  lint::Settings settings;
  const Format* format = nullptr;
  rules::Severity threshold = rules::Severity::Information;
  std::string output;  // empty: standard output
  ColorChoice color = ColorChoice::Auto;
  unsigned jobs = 1;
  bool quiet = false;
};

// Reads, lints and reports; memory does not grow with the number of files. Returns the exit status.
int run_check(const CheckRequest& request);

}  // namespace dockwright::server
