// Compares two syntax trees in everything a reader of them could see.
#pragma once

#include <string>

#include "analysis/syntax/tree.hpp"

namespace dockwright::test {

// Empty if they are equal, else the first difference.
std::string difference(const syntax::Tree& left, const syntax::Tree& right);

// A violation of what every tree promises (slots concatenated are the text, spans inside their slot ...), or empty.
std::string broken_promise(const syntax::Tree& tree);

}  // namespace dockwright::test
