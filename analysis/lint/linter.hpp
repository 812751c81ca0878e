// Runs rules over a model and applies what the file itself says about them.
#pragma once

#include <vector>

#include "analysis/lint/rule_set.hpp"
#include "analysis/model/model.hpp"
#include "analysis/rules/finding.hpp"

namespace dockwright::lint {

// Sorted by place. Findings that a comment suppresses are left out; what is wrong with such comments is reported.
std::vector<rules::Finding> lint(const model::Model& model, const RuleSet& rules);

}  // namespace dockwright::lint
