// What a tool did to a text, as edits of whole lines: editors keep cursors, folds and breakpoints outside of them.
#pragma once

#include <string_view>

#include "analysis/text/edits.hpp"

namespace dockwright::server {

// Edits, in order, that turn `before` into `after`; as few lines as possible (Myers, "An O(ND) Difference Algorithm").
// Texts that differ in very many lines get one edit for all between the first and the last of them.
TextEdits line_diff(std::string_view before, std::string_view after);

}  // namespace dockwright::server
