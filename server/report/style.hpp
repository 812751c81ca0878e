// Colours of text on a terminal (SGR sequences of ECMA-48).
#pragma once

#include <string>
#include <string_view>

#include "analysis/rules/rule_info.hpp"

namespace dockwright::server {

enum class Ink : std::uint8_t { Bold, Faint, Underlined, Red, Yellow, Blue, Cyan, Green };

// `text` in that colour, or as it is. `text` holds no escape sequences itself.
std::string paint(bool color, Ink ink, std::string_view text);
Ink ink_of(rules::Severity severity);

}  // namespace dockwright::server
