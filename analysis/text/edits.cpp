#include "analysis/text/edits.hpp"

#include <algorithm>

namespace dockwright {

bool normalize(TextEdits& edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const TextEdit& left, const TextEdit& right) { return left.range < right.range; });
  return std::adjacent_find(edits.begin(), edits.end(), [](const TextEdit& left, const TextEdit& right) {
           return left.range.end > right.range.begin;
         }) == edits.end();
}

std::string apply_edits(const Text& text, const TextEdits& edits) {
  std::string result;
  ByteOffset at{0};
  for (const TextEdit& edit : edits) {
    result += text.bytes({at, edit.range.begin});
    result += edit.replacement;
    at = edit.range.end;
  }
  result += text.bytes({at, ByteOffset{text.size()}});
  return result;
}

}  // namespace dockwright
