// One line of a file with a mark under a part of it.
#pragma once

#include <string>

#include "analysis/text/text.hpp"

namespace dockwright::server {

struct Excerpt {
  std::uint32_t line = 0;  // 0-based
  std::string
      text;  // safe for terminals; no newline; a long line is cut around the range, with an ellipsis on each side
  std::string marker;  // blanks and then at least one `^`, which stand under `text`
};

// The line on which `range` begins; the mark ends with the line. At most about excerpt_columns wide, and no more work
// than that however long the line is.
Excerpt excerpt(const Text& text, ByteRange range);
inline constexpr unsigned excerpt_columns = 120;

}  // namespace dockwright::server
