// A shell tree as one line of text, for tests that compare it with what is expected.
//
//   [A=1 cmd "arg" {2 > file}]   a simple command with its assignments, words and redirections
//   ; & ↵                        how an item of a list ends
//   if(… then … else …)          compound commands, by their keywords; ( ) and { } as themselves
//   ${x|:-|word} $(…) $((…))     expansions, by their parts; literals and quotes as they are written
#pragma once

#include <string>
#include <string_view>

#include "analysis/shell/script.hpp"

namespace dockwright::shell {

std::string print(const Script& script, std::string_view text);

}  // namespace dockwright::shell
