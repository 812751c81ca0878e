// Edits that end findings, and edits that silence them. Nothing is offered that was not tried.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/lint/rule_set.hpp"
#include "analysis/model/model.hpp"
#include "analysis/rules/finding.hpp"

namespace dockwright::lint {

// The fix of one finding, if its rule has one here and the edited file keeps what every fix promises: it has no syntax error
// that was not there before, and the rule reports less. The edits are normalised.
std::optional<rules::Fix> fix(const model::Model& model, const model::BuildSettings& build, const rules::Finding& finding);

struct FixedFile {
  std::string text;
  std::size_t applied = 0;  // number of fixes
};
// All fixes up to `safety`, again and again until nothing changes. Overlapping ones wait for the next round.
FixedFile fix_all(std::shared_ptr<const model::Model> model, const model::BuildSettings& build, const RuleSet& rules,
                  rules::FixSafety safety);

enum class SuppressWhere : std::uint8_t { Here, Stage, File };
// The comment that silences `finding`: above its command or instruction, above its stage, or at the top of the file. Added to
// a comment that is already there. Nothing where no such place exists.
std::optional<TextEdit> suppress(const model::Model& model, const rules::Finding& finding, SuppressWhere where);

}  // namespace dockwright::lint
