// Managers whose cache a command of their own empties: one check and one fix for all of them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "analysis/model/model.hpp"
#include "analysis/rules/finding.hpp"

namespace dockwright::rules {

struct CleanUp {
  std::array<model::PackageManager, 3> managers;
  std::string_view arguments;  // what makes the manager empty its cache: `clean all`
};

// Reports the last call of the managers that fills the cache, if the step does not empty it behind that call.
void report_kept_cache(const model::Step& step, const CleanUp& clean_up, Findings& findings);
// Runs `<program> <arguments>` behind the last such call.
std::optional<Fix> clean_up_fix(const model::Model& model, const Finding& finding, const CleanUp& clean_up);

}  // namespace dockwright::rules
