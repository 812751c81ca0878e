// Replacements in a document, as fixes, refactorings and the formatter make them.
#pragma once

#include <string>
#include <vector>

#include "analysis/text/offset.hpp"
#include "analysis/text/text.hpp"

namespace dockwright {

struct TextEdit {
  ByteRange range;
  std::string replacement;

  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

using TextEdits = std::vector<TextEdit>;

// Sorts by position; insertions at one place keep their order. False if two edits overlap.
bool normalize(TextEdits& edits);

// The text after all edits at once. Precondition: `edits` went through normalize.
std::string apply_edits(const Text& text, const TextEdits& edits);

}  // namespace dockwright
