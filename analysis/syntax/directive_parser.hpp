// Parser directives: `# escape=...`, `# syntax=...`, `# check=...` in the block at the top.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/syntax/slot.hpp"

namespace dockwright::syntax {

// The directive in `line` (leading white space and newline already gone), with spans moved by `base`; nothing if the line is
// not one of the three, which ends the block.
std::optional<Directive> parse_directive(std::string_view line, std::uint32_t base);

}  // namespace dockwright::syntax
