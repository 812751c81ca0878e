// What every shell tree promises about its spans, whatever the text.
#pragma once

#include <string>
#include <string_view>

#include "analysis/shell/script.hpp"

namespace dockwright::test {

// Spans lie inside the text and inside the node around them, and come in the order of the text; without errors, words,
// operators, keywords and comments together with the blanks between them are the whole text. Describes the first broken
// promise; empty when there is none. `text` is what was parsed.
std::string broken_promise(const shell::Script& script, std::string_view text);

}  // namespace dockwright::test
